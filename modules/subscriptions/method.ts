import { reaction } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { followPayments, keptMethod, letGoOfMethod, methodBegunBy, methodOfPayment, paymentMethodGone, paymentProviders, type KeptMethod, type Payment } from '#modules/payments/index.ts';
import { subscriptionChanged, subscriptionMethodGone } from './events.ts';
import { lockSubscription, save, writeEntry, type SubscriptionRow } from './subscription.ts';

/** From now on it is charged to another way to pay; the former one is let go of. */
export async function changeMethod(tx: Tx, s: SubscriptionRow, method: KeptMethod): Promise<SubscriptionRow> {
  const after = { ...s, methodId: method.id };
  await save(tx, after);
  await writeEntry(tx, s, { kind: 'method', says: method.cardLast4 ? `Paid with the card ending in ${method.cardLast4} from now on.` : 'Another way to pay from now on.' });
  await leaveMethod(tx, s);
  return after;
}

/** What the customer paid a renewal with, and agreed to be charged with again, takes over. */
export async function takeOverMethod(tx: Tx, s: SubscriptionRow, orderId: string): Promise<SubscriptionRow> {
  const begun = await methodBegunBy(tx, orderId);
  if (begun === undefined || begun === s.methodId) return s;
  if (s.status !== 'cancelled') return changeMethod(tx, s, await keptMethod(tx, begun));
  letGoOfMethod(tx, begun);
  return s;
}

followPayments(takeOverKept);

/** What the customer agreed to be charged with, while nothing was to pay, takes over as soon as the provider keeps it. */
async function takeOverKept(tx: Tx, { id, state, orderId: forId }: Payment): Promise<void> {
  if (state !== 'kept') return;
  const [mine] = await tx.sql<{ id: string }>`select id from subscriptions where id = ${forId}`;
  const method = mine && (await methodOfPayment(tx, id));
  if (!method) return;
  const s = await lockSubscription(tx, forId);
  if (s.methodId === method.id) return;
  if (s.status === 'cancelled') return letGoOfMethod(tx, method.id);
  await changeMethod(tx, s, method);
  tx.tell(subscriptionChanged, { subscriptionId: s.id, change: 'method' });
}

/** What subscriptions are charged to was taken back at its provider: their customers and the shop hear of it before a renewal fails. */
export const methodGone = reaction({
  name: 'subscriptions.method-gone',
  on: paymentMethodGone,
  async apply(tx, { methodId }) {
    const charged = await tx.sql<{ id: string }>`select id from subscriptions where method_id = ${methodId} and status <> 'cancelled' order by id`;
    for (const { id } of charged) await sayItIsGone(tx, id, methodId);
  },
});

async function sayItIsGone(tx: Tx, id: string, methodId: string): Promise<void> {
  const s = await lockSubscription(tx, id);
  if (s.methodId !== methodId || s.status === 'cancelled') return;
  const { provider } = await keptMethod(tx, methodId);
  await writeEntry(tx, s, { kind: 'method-gone', says: `What it is paid with was taken back at ${paymentProviders.get(provider).says}.` });
  tx.tell(subscriptionMethodGone, { subscriptionId: id, methodId });
}

/** The way to pay of a subscription that has ended, or is paid in another way, is let go of; unless another one is charged to it. */
export async function leaveMethod(tx: Tx, { id, methodId }: Pick<SubscriptionRow, 'id' | 'methodId'>): Promise<void> {
  // Two that leave the same one at once go one after the other; the last one sees that nobody is left.
  await tx.sql`select id from payment_methods where id = ${methodId} for update`;
  const others = await tx.sql`select 1 from subscriptions where method_id = ${methodId} and id <> ${id} and status <> 'cancelled' limit 1`;
  if (others.length === 0) letGoOfMethod(tx, methodId);
}
