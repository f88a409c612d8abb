import type { JSX } from 'preact';
import type { Money } from '#platform/money.ts';
import type { Visit } from '../visit/visit.ts';

interface Sums {
  subtotal: Money;
  discount: Money;
  shipping: Money | null;
  tax: Money;
  taxIncluded?: boolean;
  total: Money;
}

/** The sums of a checkout or an order, always in this order and always adding up. */
export function Totals({ visit, sums }: { visit: Visit; sums: Sums }): JSX.Element {
  const { subtotal, discount, shipping, tax, taxIncluded, total } = sums;
  return (
    <dl class="totals">
      <div><dt>Subtotal</dt><dd>{visit.money(subtotal)}</dd></div>
      {discount.amount > 0 && <div><dt>Discount</dt><dd>−{visit.money(discount)}</dd></div>}
      <div><dt>Delivery</dt><dd>{shipping === null ? 'after the address' : shipping.amount === 0 ? 'Free' : visit.money(shipping)}</dd></div>
      {!taxIncluded && <div><dt>Tax</dt><dd>{visit.money(tax)}</dd></div>}
      <div class="grand"><dt>Total</dt><dd>{visit.money(total)}</dd></div>
      {taxIncluded && tax.amount > 0 && <div class="quiet"><dt>Includes tax of</dt><dd>{visit.money(tax)}</dd></div>}
    </dl>
  );
}
