import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { subscriptionFailed } from './events.ts';
import { cancelAs } from './actions.ts';
import { readSettings } from './settings.ts';
import { moved, save, writeEntry, type SubscriptionRow } from './subscription.ts';

interface Failure {
  /** Why, for the customer. */
  sentence: string;
  orderId: string | null;
  /** A try of the customer's own costs none of the planned ones. */
  byCustomer: boolean;
}

/** When a renewal that has failed so often is tried again; undefined when no more. */
export function retryAfter(failures: number, { since, retryDays }: { since: Date; retryDays: readonly number[] }): Date | undefined {
  const days = retryDays[failures - 1];
  return days === undefined ? undefined : later(since, days * DAY);
}

/** A renewal failed: it is tried again as the workspace has chosen, and given up after the last try. */
export async function recordFailure(tx: Tx, s: SubscriptionRow, { sentence, orderId, byCustomer }: Failure): Promise<void> {
  const settings = await readSettings(tx);
  const first = s.failingSince === null;
  const failures = byCustomer && !first ? s.failures : s.failures + 1;
  const since = s.failingSince ?? tx.now;
  const retryAt = s.status === 'unpaid' ? undefined : retryAfter(failures, { since, retryDays: settings.retryDays });
  const failing = { ...s, status: moved(s, 'failed'), failingSince: since, failures, retryAt: retryAt ?? null, failure: sentence, pausedUntil: null };
  await save(tx, failing);
  await writeEntry(tx, s, { kind: 'failed', says: `The renewal failed: ${sentence}`, orderId });
  tx.tell(subscriptionFailed, { subscriptionId: s.id, sentence, retryAt: retryAt?.toISOString() ?? null, failures, byCustomer });
  if (retryAt || failing.status === 'unpaid') return;
  if (settings.afterwards === 'cancelled') return cancelAs(tx, failing, 'It was not paid.');
  await save(tx, { ...failing, status: moved(failing, 'gave up') });
  await writeEntry(tx, s, { kind: 'unpaid', says: 'It stands still now, because it was not paid.' });
}
