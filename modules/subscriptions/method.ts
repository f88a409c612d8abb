import type { Tx } from '#platform/tenancy/context.ts';
import { keptMethod, letGoOfMethod, methodBegunBy, type KeptMethod } from '#modules/payments/index.ts';
import { save, writeEntry, type SubscriptionRow } from './subscription.ts';

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

/** The way to pay of a subscription that has ended, or is paid in another way, is let go of; unless another one is charged to it. */
export async function leaveMethod(tx: Tx, { id, methodId }: Pick<SubscriptionRow, 'id' | 'methodId'>): Promise<void> {
  // Two that leave the same one at once go one after the other; the last one sees that nobody is left.
  await tx.sql`select id from payment_methods where id = ${methodId} for update`;
  const others = await tx.sql`select 1 from subscriptions where method_id = ${methodId} and id <> ${id} and status <> 'cancelled' limit 1`;
  if (others.length === 0) letGoOfMethod(tx, methodId);
}
