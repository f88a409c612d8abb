import type { Queries } from '#platform/db/query.ts';
import { reaction, type Heard } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { issueGiftCard, keepGiftCards } from '#modules/gift-cards/index.ts';
import { paymentRefunded } from '#modules/payments/index.ts';
import { orderCancelled, orderPaid } from './events.ts';

interface SoldCards {
  lineId: string;
  units: number;
  value: number;
  currency: string;
  email: string;
  cancelled: boolean;
}

// What was paid for counts: units that were taken off or refunded are no cards.
function soldIn(tx: Tx, orderId: string): Promise<SoldCards[]> {
  return tx.sql<SoldCards>`
    select l.id as "lineId", greatest(0, l.quantity - l.removed - l.credited) as units, l.unit_price as value, o.currency, o.email, o.cancelled_at is not null as cancelled
    from orders o join order_lines l on l.order_id = o.id and l.kind = 'gift_card' where o.id = ${orderId} order by l.position`;
}

// Few orders have any; the relay never gets past this for the others.
async function amongWithCards(q: Queries, facts: readonly Heard[]): Promise<readonly Heard[]> {
  const rows = await q.sql<{ id: string }>`
    select distinct l.order_id as id from unnest(${facts.map((fact) => fact.workspace_id)}::uuid[], ${facts.map((fact) => fact.data['orderId'])}::uuid[]) as f(workspace_id, order_id)
    join order_lines l on l.workspace_id = f.workspace_id and l.order_id = f.order_id and l.kind = 'gift_card'`;
  const known = new Set<unknown>(rows.map(({ id }) => id));
  return facts.filter((fact) => known.has(fact.data['orderId']));
}

/** A paid order's gift cards are made, one for each unit, and mailed to the buyer. */
export const issueSoldCards = reaction({
  name: 'orders.issue-gift-cards',
  on: orderPaid,
  among: amongWithCards,
  async apply(tx, { orderId }) {
    for (const { lineId, units, value, currency, email, cancelled } of await soldIn(tx, orderId)) {
      if (cancelled || value === 0) continue;
      for (let unit = 0; unit < units; unit++) await issueGiftCard(tx, { amount: value, currency, email, sold: { orderId, lineId, unit } });
    }
  },
});

/** Gift cards whose price was given back can no longer be spent. */
export const voidRefundedCards = reaction<{ orderId: string }>({
  name: 'orders.void-gift-cards',
  on: [orderCancelled, paymentRefunded] as never,
  among: amongWithCards,
  async apply(tx, { orderId }) {
    for (const { lineId, units, cancelled } of await soldIn(tx, orderId)) await keepGiftCards(tx, lineId, cancelled ? 0 : units);
  },
});
