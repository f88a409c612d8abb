/** How far a return is, and every move that is allowed. A missing arrow is a refusal. */
export const RETURN_STAGES = ['requested', 'approved', 'declined', 'received', 'cancelled'] as const;
export type ReturnStage = (typeof RETURN_STAGES)[number];

export const RETURN_REASONS = ['too_small', 'too_large', 'wrong_item', 'damaged', 'not_as_described', 'changed_mind', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const stageMoves: Record<ReturnStage, readonly ReturnStage[]> = {
  requested: ['approved', 'declined', 'cancelled'],
  approved: ['received', 'cancelled'],
  declined: [],
  received: [],
  cancelled: [],
};

/** Stages in which the goods are still expected. */
export const OPEN_STAGES: readonly ReturnStage[] = ['requested', 'approved'];
