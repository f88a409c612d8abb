import { randomInt } from 'node:crypto';
import { orderFulfilled, orderPaid, orderUpdated } from '#modules/orders/index.ts';
import { amongWorkspaces, reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { warrantyIssued } from './events.ts';
import { monthsLater } from './period.ts';

/** A paid order has a card for each line with a warranty; also for a line that an edit adds later. Each once. */
export const issueCards = reaction<{ orderId: string }>({
  name: 'warranties.issue',
  on: [orderPaid, orderFulfilled, orderUpdated] as never,
  among: amongWorkspaces('select distinct workspace_id as id from warranty_rules where workspace_id = any($1::uuid[])'),
  apply: (tx, { orderId }) => issue(tx, orderId),
});

interface Line {
  lineId: string;
  productId: string;
  title: string;
  variantTitle: string;
  months: number;
  terms: string;
  paidAt: Date;
}

async function issue(tx: Tx, orderId: string): Promise<void> {
  const lines = await tx.sql<Line>`
    select l.id as "lineId", l.product_id as "productId", l.title, l.variant_title as "variantTitle", r.months, r.terms, coalesce(o.paid_at, o.placed_at) as "paidAt"
    from orders o join order_lines l on l.order_id = o.id join warranty_rules r on r.product_id = l.product_id
    where o.id = ${orderId} and o.cancelled_at is null and o.payment_state in ('paid', 'partially_refunded') and l.quantity > l.removed
      and not exists (select 1 from warranty_cards c where c.order_line_id = l.id)`;
  let made = 0;
  for (const line of lines) {
    const rows = await tx.sql`
      insert into warranty_cards (id, order_id, order_line_id, product_id, number, title, variant_title, months, terms, begins_at, ends_at)
      values (${newId()}, ${orderId}, ${line.lineId}, ${line.productId}, ${cardNumber()}, ${line.title}, ${line.variantTitle}, ${line.months}, ${line.terms}, ${line.paidAt}, ${monthsLater(line.paidAt, line.months)})
      on conflict (workspace_id, order_line_id) do nothing returning id`;
    made += rows.length;
  }
  if (made > 0) tx.tell(warrantyIssued, { orderId, cards: made });
}

// Crockford's letters: none of them is mistaken for another. 50 bits, so two alike in a shop do not happen.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function cardNumber(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `W-${letters.slice(0, 5)}-${letters.slice(5)}`;
}
