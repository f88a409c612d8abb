import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISPUTE_STATES, type DisputeState } from '#modules/payments/index.ts';
import { disputeMoves, isAnswerable, isClosed, stateAfter, stateHeard } from './dispute-state.ts';

const nothing = { accepted: false, refunded: false };

test.each<[DisputeState, DisputeState, Partial<typeof nothing>, DisputeState]>([
  ['inquiry', 'needs_response', {}, 'needs_response'],
  ['inquiry', 'withdrawn', {}, 'withdrawn'],
  ['inquiry', 'withdrawn', { refunded: true }, 'refunded'],
  ['needs_response', 'inquiry', {}, 'needs_response'],
  ['needs_response', 'under_review', {}, 'under_review'],
  ['needs_response', 'lost', { accepted: true }, 'accepted'],
  ['needs_response', 'lost', {}, 'lost'],
  ['under_review', 'won', {}, 'won'],
  ['won', 'inquiry', {}, 'won'],
  ['won', 'lost', {}, 'lost'],
  ['lost', 'won', {}, 'won'],
  ['accepted', 'lost', { accepted: true }, 'accepted'],
  ['accepted', 'needs_response', { accepted: true }, 'accepted'],
])('from %s, hearing %s with %j: %s', (from, heard, news, to) => {
  expect(stateAfter(from, heard, { ...nothing, ...news })).toBe(to);
});

describe('the map', () => {
  const states = fc.constantFrom(...DISPUTE_STATES);
  const news = fc.record({ accepted: fc.boolean(), refunded: fc.boolean() });

  test('the same news twice says nothing new', () => {
    fc.assert(fc.property(states, states, news, (from, heard, about) => {
      const once = stateAfter(from, heard, about);
      expect(stateAfter(once, heard, about)).toBe(once);
    }));
  });

  test('only what is closed is closed, and nobody answers that', () => {
    for (const state of DISPUTE_STATES) expect(isClosed(state) && isAnswerable(state)).toBe(false);
  });

  test('a state that can be heard can be left or is an end', () => {
    expect(DISPUTE_STATES.filter((state) => disputeMoves[state].includes(state))).toEqual([]);
    expect(stateHeard('won', { accepted: true, refunded: false })).toBe('won');
  });
});
