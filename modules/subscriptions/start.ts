import { amongWorkspaces, reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { orderConfirmed, type Address } from '#modules/orders/index.ts';
import { keptMethodOf } from '#modules/payments/index.ts';
import { lasting, renewalAt, type LinePlan } from '#modules/plans/index.ts';
import { subscriptionStarted } from './events.ts';
import { writeEntry } from './subscription.ts';

/** Most workspaces sell nothing on plans; the relay never gets past this for them. */
export const amongSubscribed = amongWorkspaces(`
  select distinct workspace_id as id from subscription_plans where workspace_id = any($1::uuid[])
  union select distinct workspace_id from subscriptions where workspace_id = any($1::uuid[])`);

/** A certain order with lines bought on plans begins their subscriptions, each line exactly one. */
export const startSubscriptions = reaction({
  name: 'subscriptions.start',
  on: orderConfirmed,
  among: amongSubscribed,
  async apply(tx, { orderId }) {
    const lines = await plannedLines(tx, orderId);
    const method = lines.length > 0 ? await keptMethodOf(tx, orderId) : undefined;
    if (!method) return;
    const { timeZone } = await workspaceSettings(tx);
    for (const line of lines) await start(tx, { ...line, methodId: method.id, zone: timeZone });
  },
});

interface PlannedLine {
  orderId: string;
  number: number;
  lineId: string;
  plan: LinePlan;
  productId: string;
  variantId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  /** What was paid for it already. */
  paid: number;
  storefrontId: string | null;
  customerId: string | null;
  customerName: string;
  email: string;
  currency: string;
  shippingAddress: Address;
  billingAddress: Address | null;
  shippingMethodId: string | null;
  placedAt: Date;
}

function plannedLines(tx: Tx, orderId: string): Promise<PlannedLine[]> {
  return tx.sql<PlannedLine>`
    select o.id as "orderId", o.number, l.id as "lineId", l.plan, l.product_id as "productId", l.variant_id as "variantId", l.title, l.variant_title as "variantTitle", l.quantity,
      case when o.payment_state = 'paid' then l.total - l.discount else 0 end as paid, o.storefront_id as "storefrontId", o.customer_id as "customerId",
      o.customer_name as "customerName", o.email, o.currency, o.shipping_address as "shippingAddress", o.billing_address as "billingAddress",
      o.shipping_method_id as "shippingMethodId", o.placed_at as "placedAt"
    from orders o join order_lines l on l.order_id = o.id
    where o.id = ${orderId} and o.cancelled_at is null and o.source = 'storefront' and jsonb_typeof(l.plan) = 'object' order by l.position`;
}

async function start(tx: Tx, line: PlannedLine & { methodId: string; zone: string }): Promise<void> {
  const { plan, zone } = line;
  const pace = plan.perPiece ? lasting(plan, line.quantity) : plan;
  const trial = plan.trialDays > 0;
  const anchor = trial ? later(line.placedAt, plan.trialDays * DAY) : line.placedAt;
  const next = trial ? anchor : renewalAt(anchor, pace, 1, zone);
  const id = newId();
  const [made] = await tx.sql`
    insert into subscriptions (id, storefront_id, customer_id, customer_name, email, status, plan_id, plan_name, unit, count, lasts, min_cycles, product_id, variant_id, title, variant_title,
      quantity, unit_price, currency, anchor_at, zone, times, next_renewal_at, period_start, period_paid, method_id, shipping_address, billing_address, shipping_method_id,
      order_id, order_line_id, created_at, updated_at)
    values (${id}, ${line.storefrontId}, ${line.customerId}, ${line.customerName}, ${line.email}, ${trial ? 'trialing' : 'active'}, ${plan.id}, ${plan.name}, ${plan.unit}, ${pace.count}, ${plan.perPiece ? plan.count : null},
      ${plan.minCycles}, ${line.productId}, ${line.variantId}, ${line.title}, ${line.variantTitle}, ${line.quantity}, ${plan.unitPrice}, ${line.currency}, ${anchor}, ${zone},
      ${trial ? 0 : 1}, ${next}, ${line.placedAt}, ${line.paid}, ${line.methodId}, ${JSON.stringify(line.shippingAddress)}::jsonb, ${JSON.stringify(line.billingAddress)}::jsonb,
      ${line.shippingMethodId}, ${line.orderId}, ${line.lineId}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, order_line_id) do nothing returning id`;
  if (!made) return;
  await writeEntry(tx, { id }, { kind: 'started', says: trial ? `Subscribed with order #${line.number}; the trial runs for ${plan.trialDays} days.` : `Subscribed with order #${line.number}.`, orderId: line.orderId });
  tx.tell(subscriptionStarted, { subscriptionId: id, orderId: line.orderId, email: line.email, planName: plan.name });
}
