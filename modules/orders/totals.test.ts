import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { Refusal } from '#platform/refusal.ts';
import { refundable, requireRefundable, totalOf } from './totals.ts';

const amount = fc.nat(10_000_000);

describe('the sums of an order', () => {
  test('prices that carry their tax: the tax is shown, not added', () => {
    expect(totalOf({ subtotal: 4_400, discount: 0, shipping: 1_100, tax: 500, taxInclusive: true }).total).toBe(5_500);
  });

  test('prices without tax: it comes on top', () => {
    expect(totalOf({ subtotal: 4_000, discount: 500, shipping: 1_000, tax: 450, taxInclusive: false }).total).toBe(4_950);
  });

  test('lines less discount, plus shipping, plus tax by its rule, is the total', () => {
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.boolean(), (subtotal, discount, shipping, tax, taxInclusive) => {
        const sums = totalOf({ subtotal, discount, shipping, tax, taxInclusive });
        expect(sums.total - sums.shipping + sums.discount - (taxInclusive ? 0 : tax)).toBe(subtotal);
      }),
    );
  });
});

describe('giving money back', () => {
  test('never more than came in, however often it is asked', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 5_000_000 }), { maxLength: 12 }), (captured, asked) => {
        let refunded = 0;
        for (const wish of asked) {
          const sums = { total: captured, captured, refunded, disputed: 0 };
          if (wish > refundable(sums)) expect(() => requireRefundable(sums, wish)).toThrow(Refusal);
          else {
            requireRefundable(sums, wish);
            refunded += wish;
          }
        }
        expect(refunded).toBeLessThanOrEqual(captured);
      }),
    );
  });
});
