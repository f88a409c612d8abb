import type { ReactNode } from 'react';
import { StatusBadge } from '#ui/badge.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { DateTime } from '#ui/date-time.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import type { Order, Payment } from './order-shape.ts';

/** How the total comes about, and what of it has been paid. */
export function MoneyCard({ order }: { order: Order }) {
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <Card title="Payment">
      <dl className="flex flex-col gap-1.5">
        <Sum label={units === 1 ? '1 item' : `${units} items`} value={order.subtotal} />
        <Discounts order={order} />
        <Sum label={order.shippingMethod ? `Shipping (${order.shippingMethod})` : 'Shipping'} value={order.shipping} />
        {order.taxParts.map((part) => <Sum key={part.name} label={`${order.taxIncluded ? 'Includes ' : ''}${part.name} ${part.rate} %`} value={part.amount} look={order.taxIncluded ? 'aside' : 'plain'} />)}
        {order.taxParts.length === 0 && order.tax.amount > 0 && <Sum label={order.taxIncluded ? 'Includes tax' : 'Tax'} value={order.tax} look={order.taxIncluded ? 'aside' : 'plain'} />}
        <Sum label="Total" value={order.total} look="strong" />
        {order.credited.amount > 0 && <Sum label="Credited to the customer" value={{ ...order.credited, amount: -order.credited.amount }} />}
        <Sum label="Paid" value={order.captured} />
        {order.refunded.amount > 0 && <Sum label="Refunded" value={{ ...order.refunded, amount: -order.refunded.amount }} />}
        {order.disputed.amount > 0 && <Sum label="Taken back by the bank" value={{ ...order.disputed, amount: -order.disputed.amount }} />}
        {order.owed.amount > 0 && <Sum label="Still owed" value={order.owed} look="strong" />}
        {order.due.amount > 0 && <Sum label="To be refunded" value={order.due} look="strong" />}
      </dl>
      {order.payments.length > 0 && (
        <ul className="mt-4 flex flex-col gap-3 border-t border-line pt-4">
          {order.payments.map((payment) => <PaymentLine key={payment.id} payment={payment} />)}
        </ul>
      )}
    </Card>
  );
}

// What was taken off by hand is in the order's discount and in no named one; free delivery is in what shipping cost.
function Discounts({ order: { discounts, discount } }: { order: Order }) {
  const named = discounts.filter((each) => each.class !== 'shipping');
  const given = named.reduce((sum, each) => sum + each.amount.amount, 0);
  // An edit may have taken units off together with their discount.
  if (given > discount.amount) return discount.amount > 0 ? <Sum label={`Discount (${named.map((each) => each.title).join(', ')})`} value={{ ...discount, amount: -discount.amount }} /> : null;
  return (
    <>
      {named.map((each) => <Sum key={each.title} label={nameOf(each)} value={{ ...each.amount, amount: -each.amount.amount }} />)}
      {discount.amount > given && <Sum label="Discount" value={{ ...discount, amount: given - discount.amount }} />}
      {discounts.filter((each) => each.class === 'shipping').map((each) => <Sum key={each.title} label={nameOf(each)} value={{ ...each.amount, amount: 0 }} look="aside" />)}
    </>
  );
}

function nameOf({ title, code }: Order['discounts'][number]): string {
  return code && code !== title ? `${title} (${code})` : title;
}

function Sum({ label, value, look = 'plain' }: { label: ReactNode; value: MoneyValue; look?: 'plain' | 'strong' | 'aside' }) {
  return (
    <div className={cx('flex items-baseline justify-between gap-4', look === 'strong' && 'border-t border-line pt-2 font-semibold', look === 'aside' && 'text-[13px] text-ink-3')}>
      <dt className={look === 'plain' ? 'text-ink-2' : undefined}>{label}</dt>
      <dd><Money value={value} /></dd>
    </div>
  );
}

function PaymentLine({ payment }: { payment: Payment }) {
  return (
    <li className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2"><span className="font-medium">{providerName(payment)}</span><StatusBadge status={payment.state} /></p>
        <p className="text-[13px] text-ink-3">{payment.sentence ? `${payment.sentence} · ` : ''}<DateTime at={payment.createdAt} /></p>
      </div>
      <Money value={payment.amount} />
    </li>
  );
}

export function providerName({ provider, card }: Payment): string {
  const digits = typeof card === 'string' ? card : card && `${card.brand ?? 'Card'} ···· ${card.last4}`;
  const name = provider === 'manual' ? 'Paid outside the shop' : provider === 'test' ? 'Test payment' : provider === 'gift_card' ? 'Gift card' : provider === 'store_credit' ? 'Store credit' : provider;
  if (provider === 'gift_card' && card && typeof card !== 'string') return `Gift card ···· ${card.last4}`;
  return digits ? `${digits} (${name})` : name;
}
