import type { ReturnReason } from './return-stage.ts';

/** Why something comes back, as people read it. */
export const reasonWords: Record<ReturnReason, string> = {
  too_small: 'It is too small.',
  too_large: 'It is too large.',
  wrong_item: 'It is not what was ordered.',
  damaged: 'It arrived damaged.',
  not_as_described: 'It is not as described.',
  changed_mind: 'The customer changed their mind.',
  other: 'For another reason.',
};
