import { intervalWords, type Interval } from '../calendar.ts';

/** What `subscriptions.plan` answers. */
export interface Plan extends Interval {
  id: string;
  name: string;
  perPiece: boolean;
  trialDays: number;
  minCycles: number;
  offBasisPoints: number;
  prices: Record<string, number>;
  productIds: string[];
  variantIds: string[];
  names: Record<string, string>;
  active: boolean;
}

export type PlanDraft = Omit<Plan, 'id'>;

export function draftOf(plan: Plan | null): PlanDraft {
  if (!plan) return { name: '', unit: 'month', count: 1, perPiece: false, trialDays: 0, minCycles: 0, offBasisPoints: 0, prices: {}, productIds: [], variantIds: [], names: {}, active: true };
  const { id: _id, ...rest } = plan;
  return rest;
}

/** What create and update take: without the names, and called by its rhythm where nobody gave it a name. */
export function inputOf({ names: _names, ...draft }: PlanDraft): Omit<PlanDraft, 'names'> {
  const words = intervalWords(draft);
  return { ...draft, name: draft.name.trim() || `${words.charAt(0).toUpperCase()}${words.slice(1)}` };
}
