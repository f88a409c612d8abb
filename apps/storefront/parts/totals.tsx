import type { JSX } from 'preact';
import type { Money } from '#platform/money.ts';
import { moment } from './moment.ts';
import type { Visit } from '../visit/visit.ts';

interface Sums {
  subtotal: Money;
  discount: Money;
  shipping: Money | null;
  tax: Money;
  taxIncluded?: boolean;
  total: Money;
  discounts?: { title: string; code: string | null; class: string; amount: Money; endsAt?: string | null }[];
  tender?: { kind: string; last4: string | null; amount: Money }[];
  due?: Money;
}

/** The sums of a checkout or an order, always in this order and always adding up. */
export function Totals({ visit, sums }: { visit: Visit; sums: Sums }): JSX.Element {
  const { subtotal, discount, shipping, tax, taxIncluded, total, discounts = [], tender = [], due } = sums;
  const named = discounts.filter((each) => each.class !== 'shipping');
  const byHand = discount.amount - named.reduce((sum, each) => sum + each.amount.amount, 0);
  return (
    <dl class="totals">
      <div><dt>Subtotal</dt><dd>{visit.money(subtotal)}</dd></div>
      {named.map((each) => <div><dt>{each.title}{each.endsAt && <> <time class="until" dateTime={each.endsAt} data-until={each.endsAt}>until {moment(each.endsAt, visit.shop)}</time></>}</dt><dd>−{visit.money(each.amount)}</dd></div>)}
      {byHand > 0 && <div><dt>Discount</dt><dd>−{visit.money({ ...discount, amount: byHand })}</dd></div>}
      <div><dt>{discounts.find((each) => each.class === 'shipping')?.title ?? 'Delivery'}</dt><dd>{shipping === null ? 'after the address' : shipping.amount === 0 ? 'Free' : visit.money(shipping)}</dd></div>
      {!taxIncluded && <div><dt>Tax</dt><dd>{visit.money(tax)}</dd></div>}
      <div class="grand"><dt>Total</dt><dd>{visit.money(total)}</dd></div>
      {taxIncluded && tax.amount > 0 && <div class="quiet"><dt>Includes tax of</dt><dd>{visit.money(tax)}</dd></div>}
      {tender.filter((each) => each.amount.amount > 0).map((each) => <div><dt>{each.kind === 'gift_card' ? `Gift card ···· ${each.last4}` : 'Store credit'}</dt><dd>−{visit.money(each.amount)}</dd></div>)}
      {due && tender.length > 0 && <div class="grand"><dt>Left to pay</dt><dd>{visit.money(due)}</dd></div>}
    </dl>
  );
}
