import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  FULFILMENT_STATES,
  PAYMENT_STATES,
  RETURN_STATES,
  fulfilmentMoves,
  fulfilmentStateOf,
  mayPaymentMove,
  paymentMoves,
  paymentStateOf,
  returnMoves,
  statusSentence,
  type PaymentState,
} from './order-state.ts';

const allowed: [PaymentState, string][] = [
  ['pending', 'authorized paid partially_refunded refunded charged_back failed voided'],
  ['authorized', 'pending paid partially_refunded refunded charged_back failed voided'],
  ['paid', 'pending partially_refunded refunded charged_back'],
  ['partially_refunded', 'paid refunded charged_back'],
  ['refunded', 'paid partially_refunded charged_back'],
  ['charged_back', 'pending paid partially_refunded refunded'],
  ['failed', 'paid partially_refunded refunded charged_back'],
  ['voided', 'paid partially_refunded refunded charged_back'],
];

describe('which way an order may go', () => {
  test.each(allowed)('payment: from %s', (from, to) => {
    const may = PAYMENT_STATES.filter((state) => mayPaymentMove(from, state));
    expect(may.toSorted()).toEqual(to.split(' ').filter(Boolean).toSorted());
  });

  test('every state has its row, and no state moves to itself', () => {
    expect(Object.keys(paymentMoves)).toEqual([...PAYMENT_STATES]);
    expect(Object.keys(fulfilmentMoves)).toEqual([...FULFILMENT_STATES]);
    expect(Object.keys(returnMoves)).toEqual([...RETURN_STATES]);
    for (const map of [paymentMoves, fulfilmentMoves, returnMoves]) for (const [from, to] of Object.entries(map)) expect(to).not.toContain(from);
  });

  test('goods go back a step when a parcel did not leave or an item is added; money that came in never un-arrives', () => {
    expect(fulfilmentMoves.fulfilled).toEqual(['unfulfilled', 'partial']);
    for (const state of ['paid', 'partially_refunded', 'refunded'] as const) for (const gone of ['authorized', 'failed', 'voided'] as const) expect(paymentMoves[state]).not.toContain(gone);
  });
});

const none = { total: 100, authorized: 0, captured: 0, refunded: 0, open: false, declined: false, voided: false };

describe('the payment state follows from the money', () => {
  test.each([
    ['a request on its way', { open: true }, 'pending'],
    ['an authorization', { authorized: 100, open: true }, 'authorized'],
    ['all of it', { captured: 100 }, 'paid'],
    ['a part of it', { captured: 40 }, 'pending'],
    ['a refund of a part', { captured: 100, refunded: 30 }, 'partially_refunded'],
    ['a refund of all', { captured: 100, refunded: 100 }, 'refunded'],
    ['a decline', { declined: true }, 'failed'],
    ['a decline, and another try on its way', { declined: true, open: true }, 'pending'],
    ['a decline, then another card that worked', { declined: true, captured: 100 }, 'paid'],
    ['a void', { voided: true }, 'voided'],
    ['a way to pay that is to be kept, and nothing to pay', { total: 0, keeping: 'open' }, 'pending'],
    ['one that was not kept', { total: 0, keeping: 'refused' }, 'failed'],
    ['a gift card for all of it, and a way to pay that is to be kept', { captured: 100, own: 100, keeping: 'open' }, 'pending'],
    ['nothing to pay', { total: 0 }, 'paid'],
  ] as const)('%s', (_title, part, state) => {
    expect(paymentStateOf({ ...none, ...part })).toBe(state);
  });

  test('whatever order facts arrive in, each step is an arrow of the map', () => {
    const fact = fc.record({ captured: fc.constantFrom(0, 100), refunded: fc.nat(100), authorized: fc.constantFrom(0, 100), declined: fc.boolean(), voided: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 6 }), (facts) => {
        let sums = { ...none, open: true };
        let state: PaymentState = 'pending';
        for (const next of facts) {
          sums = grown(sums, next);
          const to = paymentStateOf(sums);
          if (to !== state) expect(paymentMoves[state], `${state} -> ${to}`).toContain(to);
          state = to;
        }
      }),
    );
  });
});

// Money facts only ever add up; an authorization ends when it is captured, declined or voided.
function grown(sums: typeof none, next: { captured: number; refunded: number; authorized: number; declined: boolean; voided: boolean }): typeof none {
  const captured = Math.max(sums.captured, next.captured);
  const ended = sums.declined || sums.voided || next.declined || next.voided;
  return {
    ...sums,
    captured,
    refunded: Math.max(sums.refunded, Math.min(captured, next.refunded)),
    authorized: ended ? 0 : Math.max(sums.authorized, next.authorized),
    declined: sums.declined || (next.declined && !sums.voided),
    voided: sums.voided || (next.voided && !sums.declined),
    open: sums.open && !ended && captured === 0,
  };
}

describe('how much has been sent', () => {
  test.each([
    [[[2, 0], [1, 0]], 'unfulfilled'],
    [[[2, 1], [1, 0]], 'partial'],
    [[[2, 2], [1, 0]], 'partial'],
    [[[2, 2], [1, 1]], 'fulfilled'],
    [[[2, 2], [1, 0, 1]], 'fulfilled'],
    [[[2, 0], [1, 0, 1]], 'unfulfilled'],
  ] as const)('%j', (lines, state) => {
    expect(fulfilmentStateOf(lines.map(([quantity, fulfilled, removed = 0]) => ({ quantity, fulfilled, removed })))).toBe(state);
  });
});

describe('where an order stands, in words', () => {
  test('paid, one of three sent', () => {
    const order = { paymentState: 'paid', fulfilmentState: 'partial', returnState: 'none', cancelled: false, units: 3, unitsSent: 1 } as const;
    expect(statusSentence(order)).toBe('Paid. 2 of 3 items to ship.');
  });

  test('one item reads as one item', () => {
    const order = { paymentState: 'pending', fulfilmentState: 'unfulfilled', returnState: 'none', cancelled: false, units: 1, unitsSent: 0 } as const;
    expect(statusSentence(order)).toBe('Waiting for payment. 1 item to ship.');
  });

  test('a declined card', () => {
    const order = { paymentState: 'failed', fulfilmentState: 'unfulfilled', returnState: 'none', cancelled: true } as const;
    expect(statusSentence(order)).toBe('Cancelled. The payment did not go through.');
  });

  const every = PAYMENT_STATES.flatMap((paymentState) =>
    FULFILMENT_STATES.flatMap((fulfilmentState) =>
      RETURN_STATES.flatMap((returnState) => [true, false].map((cancelled) => ({ paymentState, fulfilmentState, returnState, cancelled }))),
    ),
  );

  test('every combination of states has sentences that begin large and end with a full stop', () => {
    for (const standing of every) expect(statusSentence(standing), JSON.stringify(standing)).toMatch(/^([A-Z][a-z ]+\.)( [A-Z][a-z ]+\.)*$/);
  });

  test('orders that stand differently, and are not cancelled, read differently', () => {
    const living = every.filter((standing) => !standing.cancelled);
    expect(new Set(living.map((standing) => statusSentence(standing))).size).toBe(living.length);
  });
});
