import { expect, test } from 'vitest';
import { nextAction, possibleActions, type Standing } from './next-action.ts';

const fresh: Standing = { paymentState: 'paid', fulfilmentState: 'unfulfilled', cancelled: false, owed: 0, refundable: 5_000 };

test.each([
  ['a paid order waits to be shipped', {}, 'fulfil'],
  ['a partly shipped order still waits', { fulfilmentState: 'partial' }, 'fulfil'],
  ['an authorized payment is captured before anything is shipped', { paymentState: 'authorized', owed: 5_000, refundable: 0 }, 'capture'],
  ['an unpaid order waits for its money', { paymentState: 'pending', owed: 5_000, refundable: 0 }, 'mark-paid'],
  ['a shipped and paid order needs nobody', { fulfilmentState: 'fulfilled' }, undefined],
  ['a cancelled order owes its money back', { cancelled: true }, 'refund'],
  ['a cancelled order without money needs nobody', { cancelled: true, refundable: 0 }, undefined],
  ['an order whose payment failed is not shipped', { paymentState: 'failed', owed: 5_000, refundable: 0 }, undefined],
] as const)('%s', (_title, difference, expected) => {
  expect(nextAction({ ...fresh, ...difference })).toBe(expected);
});

test('what was shipped cannot be cancelled any more, only refunded', () => {
  expect(possibleActions({ ...fresh, fulfilmentState: 'partial' })).toEqual(['fulfil', 'refund']);
  expect(possibleActions({ ...fresh, fulfilmentState: 'fulfilled' })).toEqual(['refund']);
});

test('every pair of states has an answer and none offers to ship after the money went back', () => {
  for (const paymentState of ['pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'failed', 'voided'])
    for (const fulfilmentState of ['unfulfilled', 'partial', 'fulfilled'])
      for (const cancelled of [true, false]) {
        const actions = possibleActions({ paymentState, fulfilmentState, cancelled, owed: 0, refundable: 0 });
        if (cancelled || paymentState === 'refunded') expect(actions).not.toContain('fulfil');
      }
});
