import { reaction } from '#platform/events/reaction.ts';
import { sendMail } from '#platform/mail/send-mail.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { publicUrl } from '#modules/accounts/index.ts';
import { shopBrand } from '#modules/storefronts/index.ts';
import { addToCustomerTotals } from '#modules/customers/index.ts';
import { followPayments, paymentRefunded } from '#modules/payments/index.ts';
import { confirmationMail, type Sender } from './confirmation-mail.ts';
import { orderCancelled, orderConfirmed, orderOwesMoney, orderPlaced } from './events.ts';
import { giveMoneyBack } from './give-money-back.ts';
import { orderPath } from './order-link.ts';
import { readOrder } from './order-record.ts';
import { settlePayment } from './settle-payment.ts';

followPayments(settlePayment);

/** Sent once, and never for a declined order. A sale at the counter may have no address to write to. */
export const confirmByMail = reaction({
  name: 'orders.confirmation-mail',
  on: orderConfirmed,
  async run(ctx, { orderId }) {
    const order = await ctx.read((r) => readOrder(r, orderId));
    if (order.cancelledAt || !order.email) return;
    const sender = await senderOf(ctx, order.storefrontId);
    const link = sender.url + orderPath(ctx.workspaceId, order);
    await sendMail(ctx, confirmationMail(order, sender, link), { once: `order-confirmation:${orderId}`, about: orderId });
  },
});

export async function senderOf(ctx: Context, storefrontId: string | null): Promise<Sender> {
  const brand = await ctx.read((r) => shopBrand(r, storefrontId));
  const [shop] = await ctx.read((r) => r.sql<{ name: string; slug: string; domain: string | null; locale: string }>`
    select name, slug, domain, locale from storefronts order by id is distinct from ${storefrontId}, created_at limit 1`);
  if (!shop) return { shop: 'Your shop', locale: 'en-AU', url: publicUrl(), brand };
  return { shop: shop.name, locale: shop.locale, brand, url: shop.domain ? `https://${shop.domain}` : `${publicUrl()}/shops/${shop.slug}` };
}

/** Gives back what a cancelled order took, also what arrives after it was cancelled. */
export const giveBack = reaction<{ orderId: string }>({
  name: 'orders.give-money-back',
  on: [orderCancelled, orderOwesMoney] as never,
  run: (ctx, { orderId }) => giveMoneyBack(ctx, orderId),
});

/** Keeps the customer's number of orders and sum spent: cancelled orders count nothing, refunds less. */
export const countForCustomer = reaction<{ orderId: string }>({
  name: 'orders.count-for-customer',
  on: [orderPlaced, orderCancelled, paymentRefunded] as never,
  apply: (tx, { orderId }) => countOrder(tx, orderId),
});

interface Counted {
  customerId: string | null;
  currency: string;
  orders: number;
  spent: number;
}

// The order remembers what it added, so the difference is right in whatever order the facts arrive. An order that was placed
// while its customer was merged into another goes to the one that stayed.
async function countOrder(tx: Tx, orderId: string): Promise<void> {
  const [change] = await tx.sql<Counted>`
    with before as (
      select id, customer_counted, customer_spent, (cancelled_at is null)::int as counts,
        case when cancelled_at is null then total - refunded_total else 0 end as spends
      from orders where id = ${orderId} for no key update
    )
    update orders o set customer_counted = before.counts, customer_spent = before.spends,
      customer_id = coalesce((select m.into_id from customer_merges m where m.from_id = o.customer_id), o.customer_id)
    from before where o.id = before.id
    returning o.customer_id as "customerId", o.currency, before.counts - before.customer_counted as orders, before.spends - before.customer_spent as spent`;
  if (!change?.customerId || (change.orders === 0 && change.spent === 0)) return;
  const { customerId, ...totals } = change;
  await addToCustomerTotals(tx, customerId, totals);
}
