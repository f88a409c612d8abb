import { describe, expect, test } from 'vitest';
import { nextAction, possibleActions, type OrderAction, type Standing } from './next-action.ts';

const fresh: Standing = { paymentState: 'paid', fulfilmentState: 'unfulfilled', returnState: 'none', cancelled: false, owed: 0, due: 0, refundable: 5_000, undecided: false, expected: false, unitsOut: 0 };

const PAYMENTS = ['pending', 'authorized', 'paid', 'partially_refunded', 'refunded', 'charged_back', 'failed', 'voided'] as const;
const FULFILMENTS = ['unfulfilled', 'partial', 'fulfilled'] as const;

/** An order in these states, with the money and units that belong to them. */
function standing(paymentState: string, fulfilmentState: string, more: Partial<Standing> = {}): Standing {
  const came = ['paid', 'partially_refunded'].includes(paymentState);
  const owed = ['pending', 'authorized', 'failed', 'voided'].includes(paymentState) ? 5_000 : 0;
  return { ...fresh, paymentState, fulfilmentState, owed, refundable: came ? 5_000 : 0, unitsOut: fulfilmentState === 'unfulfilled' ? 0 : 1, ...more };
}

/** What comes next for every pair of payment and fulfilment, on a living order without returns. */
const expected: Record<(typeof PAYMENTS)[number], [OrderAction?, OrderAction?, OrderAction?]> = {
  //                   unfulfilled  partial      fulfilled
  pending: ['mark-paid', 'mark-paid', 'mark-paid'],
  authorized: ['capture', 'capture', 'capture'],
  paid: ['fulfil', 'fulfil', undefined],
  partially_refunded: ['fulfil', 'fulfil', undefined],
  refunded: [undefined, undefined, undefined],
  charged_back: [undefined, undefined, undefined],
  failed: [undefined, undefined, undefined],
  voided: [undefined, undefined, undefined],
};

const pairs = PAYMENTS.flatMap((payment) => FULFILMENTS.map((fulfilment, i) => [payment, fulfilment, expected[payment][i]] as const));

describe('every pair of states has its one next action', () => {
  test.each(pairs)('%s and %s: %s', (payment, fulfilment, action) => {
    expect(nextAction(standing(payment, fulfilment))).toBe(action);
  });

  test.each(pairs)('%s and %s, cancelled: only what is due goes back', (payment, fulfilment) => {
    expect(nextAction(standing(payment, fulfilment, { cancelled: true }))).toBeUndefined();
    expect(nextAction(standing(payment, fulfilment, { cancelled: true, due: 100, refundable: 100 }))).toBe('refund');
  });

  test.each(pairs)('%s and %s, with a return: the customer is answered when money and parcels are settled', (payment, fulfilment, action) => {
    const asked = standing(payment, fulfilment, { returnState: 'requested', undecided: true });
    expect(nextAction(asked)).toBe(action ?? 'decide-return');
    expect(nextAction({ ...asked, undecided: false, expected: true })).toBe(action ?? 'receive-return');
    expect(possibleActions({ ...asked, expected: true })).toEqual(expect.arrayContaining(['decide-return', 'receive-return']));
  });

  test.each(pairs)('%s and %s, with a refund due: it comes before parcels', (payment, fulfilment, action) => {
    const next = nextAction(standing(payment, fulfilment, { due: 100, refundable: 100 }));
    expect(next).toBe(action === 'capture' || action === 'mark-paid' ? action : 'refund');
  });

  test.each(['partial', 'returned'] as const)('a %s return that is over needs nobody', (returnState) => {
    for (const [payment, fulfilment, action] of pairs) expect(nextAction(standing(payment, fulfilment, { returnState }))).toBe(action);
  });
});

test('what was shipped cannot be cancelled any more, only refunded or returned', () => {
  expect(possibleActions(standing('paid', 'partial'))).toEqual(['fulfil', 'refund', 'edit', 'return']);
  expect(possibleActions(standing('paid', 'fulfilled'))).toEqual(['refund', 'edit', 'return']);
  expect(possibleActions(fresh)).toEqual(['fulfil', 'refund', 'edit', 'cancel']);
});

test('a held order is looked at before anything of it is shipped', () => {
  expect(nextAction({ ...fresh, held: true })).toBe('approve');
  expect(possibleActions({ ...fresh, held: true })).toEqual(['approve', 'refund', 'edit', 'cancel']);
});

test('an exchange for something dearer waits for the difference before it is shipped', () => {
  expect(nextAction(standing('partially_refunded', 'partial', { owed: 500 }))).toBe('mark-paid');
  expect(nextAction(standing('refunded', 'partial', { owed: 500 }))).toBe('mark-paid');
});

test('an order whose last units were taken off needs no parcel', () => {
  expect(nextAction(standing('paid', 'unfulfilled', { unitsToSend: 0 }))).toBeUndefined();
});

test('after the money went back nothing is offered to be shipped', () => {
  for (const [payment, fulfilment] of pairs) {
    expect(possibleActions(standing(payment, fulfilment, { cancelled: true }))).not.toContain('fulfil');
    if (['refunded', 'charged_back', 'failed', 'voided'].includes(payment)) expect(possibleActions(standing(payment, fulfilment))).not.toContain('fulfil');
  }
});
