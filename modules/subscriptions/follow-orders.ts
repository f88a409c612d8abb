import { reaction } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { orderCancelled, orderPaid } from '#modules/orders/index.ts';
import { cancelAs, giveCreditBack, onwards } from './actions.ts';
import { recordFailure } from './dunning.ts';
import { subscriptionRenewed } from './events.ts';
import { takeOverMethod } from './method.ts';
import { amongSubscribed } from './start.ts';
import { lockSubscription, moved, save, saveChange, writeEntry, type SubscriptionRow } from './subscription.ts';

interface Renewal {
  id: string;
  subscriptionId: string;
  cycle: number;
  state: string;
  amount: number;
  credit: number;
  byCustomer: boolean;
}

async function renewalOf(tx: Tx, orderId: string): Promise<{ s: SubscriptionRow; renewal: Renewal } | undefined> {
  const [found] = await tx.sql<{ id: string }>`select subscription_id as id from subscription_renewals where order_id = ${orderId}`;
  if (!found) return undefined;
  const s = await lockSubscription(tx, found.id);
  const [renewal] = await tx.sql<Renewal>`
    select id, subscription_id as "subscriptionId", cycle, state, amount, credit, by_customer as "byCustomer" from subscription_renewals where order_id = ${orderId}`;
  return { s, renewal: renewal! };
}

/** The order of a renewal was paid: the cycle is done, and a subscription that was behind goes on. */
export const renewalPaid = reaction({
  name: 'subscriptions.renewal-paid',
  on: orderPaid,
  among: amongSubscribed,
  async apply(tx, { orderId, number }) {
    const found = await renewalOf(tx, orderId);
    if (!found) return firstOrderPaid(tx, orderId);
    const { s, renewal } = found;
    if (renewal.state !== 'open') return;
    await tx.sql`update subscription_renewals set state = 'paid' where id = ${renewal.id}`;
    const behind = s.status === 'past_due' || s.status === 'unpaid';
    const paid = { ...(await takeOverMethod(tx, s, orderId)), status: moved(s, 'paid'), ...CLEAR, ...(renewal.cycle === s.cycle && { periodPaid: renewal.amount }) };
    await save(tx, behind ? onwards(paid, tx.now) : paid);
    await writeEntry(tx, s, { kind: 'renewed', says: `Renewed with order #${number}.`, orderId });
    tx.tell(subscriptionRenewed, { subscriptionId: s.id, orderId, cycle: renewal.cycle });
  },
});

const CLEAR = { failingSince: null, failures: 0, retryAt: null, failure: '' };

// A transfer for the order it began with has arrived.
async function firstOrderPaid(tx: Tx, orderId: string): Promise<void> {
  await tx.sql`
    update subscriptions s set period_paid = l.total - l.discount, updated_at = ${tx.now} from order_lines l
    where s.order_id = ${orderId} and l.id = s.order_line_id and s.cycle = 0`;
}

/** The order of a renewal came to nothing: a declined card begins the tries, an order the shop called off counts as skipped. */
export const renewalCancelled = reaction({
  name: 'subscriptions.renewal-cancelled',
  on: orderCancelled,
  among: amongSubscribed,
  async apply(tx, { orderId, reason }) {
    const found = await renewalOf(tx, orderId);
    if (!found) return firstOrderCancelled(tx, orderId);
    const { s, renewal } = found;
    if (renewal.state !== 'open') return;
    if (s.status === 'cancelled') return cameToNothing(tx, s, { renewal, orderId });
    const before = { ...s, credit: s.credit + renewal.credit };
    if (reason !== 'payment_failed') return calledOff(tx, before, { renewal, orderId });
    const sentence = await whyDeclined(tx, orderId);
    await tx.sql`update subscription_renewals set state = 'failed', sentence = ${sentence} where id = ${renewal.id}`;
    await recordFailure(tx, before, { sentence, orderId, byCustomer: renewal.byCustomer });
  },
});

// It had ended before the answer came: nothing is tried again, and the credit this renewal had used is the customer's.
async function cameToNothing(tx: Tx, s: SubscriptionRow, { renewal, orderId }: { renewal: Renewal; orderId: string }): Promise<void> {
  await tx.sql`update subscription_renewals set state = 'failed' where id = ${renewal.id}`;
  await giveCreditBack(tx, s, { amount: renewal.credit, key: `renewal-credit-${renewal.id}` });
  await writeEntry(tx, s, { kind: 'failed', says: 'The last renewal came to nothing.', orderId });
}

async function calledOff(tx: Tx, s: SubscriptionRow, { renewal, orderId }: { renewal: Renewal; orderId: string }): Promise<void> {
  await tx.sql`update subscription_renewals set state = 'skipped' where id = ${renewal.id}`;
  const status = s.status === 'past_due' || s.status === 'unpaid' ? moved(s, 'paid') : s.status;
  await saveChange(tx, s, onwards({ ...s, status, ...CLEAR }, tx.now), { kind: 'skipped', says: 'The order of this renewal was called off.', orderId });
}

async function whyDeclined(tx: Tx, orderId: string): Promise<string> {
  const [payment] = await tx.sql<{ sentence: string }>`select sentence from payments where order_id = ${orderId} and sentence <> '' order by created_at desc limit 1`;
  return payment?.sentence ?? 'The payment was declined.';
}

async function firstOrderCancelled(tx: Tx, orderId: string): Promise<void> {
  const begun = await tx.sql<{ id: string }>`select id from subscriptions where order_id = ${orderId} and status <> 'cancelled' and cycle = 0 order by id`;
  for (const { id } of begun) await cancelAs(tx, await lockSubscription(tx, id), 'The order it began with was cancelled.');
}
