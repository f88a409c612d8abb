import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { beforeShipping, holdOrder, lockOrder } from '#modules/orders/index.ts';
import { assess, type Assessed, type Policy } from './assess.ts';
import { orderScored } from './events.ts';
import { mailMark, placeMark } from './marks.ts';
import { readSignals, type Subject } from './read-signals.ts';

// What was placed a moment ago may be shipped before anything was said of it.
beforeShipping(async (tx, orderId) => {
  const known = await tx.sql`select 1 from fraud_checks where order_id = ${orderId}`;
  if (known.length === 0) await checkOrder(tx, orderId);
});

/**
 * Scores an order and holds it when the merchant wants that. May be done again whenever more is known; what a person decided stays.
 * Orders the shop's own people wrote are not looked at.
 */
export async function checkOrder(tx: Tx, orderId: string): Promise<void> {
  // Whoever ships locks the order first, and so do we.
  await lockOrder(tx, orderId);
  const [subject] = await tx.sql<Subject>`
    select o.id, o.number, o.source, o.email, o.total, o.currency, o.customer_id as "customerId", o.placed_at as "placedAt", coalesce(o.placed_from, '') as network,
      o.shipping_address as "shippingAddress", o.billing_address as "billingAddress", o.cancelled_at is not null as cancelled, c.state
    from orders o left join fraud_checks c on c.order_id = o.id where o.id = ${orderId}`;
  if (!subject || subject.source !== 'storefront' || subject.state === 'approved' || subject.state === 'rejected') return;
  const marks = { mail: mailMark(subject.email), place: placeMark(subject.shippingAddress), network: subject.network };
  const found = assess(await readSignals(tx, subject, marks), marks.place, await policyOf(tx));
  const held = found.hold && !subject.cancelled && (subject.state === 'held' || (await holdOrder(tx, orderId, found.because)) === 'held');
  await write(tx, subject, marks, { ...found, hold: held || subject.state === 'held' });
}

async function write(tx: Tx, { id, number, total, currency, placedAt }: Subject, marks: { mail: string; place: string; network: string }, { score, reasons, hold }: Assessed): Promise<void> {
  await tx.sql`
    insert into fraud_checks (order_id, order_number, total, currency, score, reasons, state, mail, place, network, placed_at)
    values (${id}, ${number}, ${total}, ${currency}, ${score}, ${JSON.stringify(reasons)}::jsonb, ${hold ? 'held' : 'passed'}, ${marks.mail}, ${marks.place}, ${marks.network}, ${placedAt})
    on conflict (workspace_id, order_id) do update set score = excluded.score, reasons = excluded.reasons, state = excluded.state`;
  tx.tell(orderScored, { orderId: id, number, score, held: hold });
}

/** What the merchant has decided beforehand. One statement. */
export async function policyOf(r: Reader): Promise<Policy> {
  const [row] = await r.sql<Policy>`
    select (select hold_at from fraud_settings) as "holdAt",
      coalesce((select json_agg(json_build_object('name', name, 'rules', rules, 'action', action, 'points', points) order by created_at, id) from fraud_rules where active and jsonb_typeof(rules -> 'conditions') = 'array'), '[]') as rules,
      coalesce((select json_agg(json_build_object('kind', kind, 'value', value, 'verdict', verdict)) from fraud_list), '[]') as list`;
  return row!;
}
