import type { Tx } from '#platform/tenancy/context.ts';
import type { Account } from './account.ts';
import { billingChanged, billingEnded, billingFailed, billingRenewed, billingStarted, type Change } from './events.ts';
import { closeUnpaid, openInvoiceOf } from './invoice.ts';
import { tierLadder } from './offers.ts';
import type { reasonOf } from './outside-standing.ts';
import { saveChange } from './settle.ts';
import { runs, type Standing } from './standing.ts';

/** Writes down how a locked account stands by what its outside seller says, and tells what is different about it. */
export async function settleOutside(tx: Tx, before: Account, after: Account, reason: ReturnType<typeof reasonOf>): Promise<void> {
  const began = after.outside!.id !== null && before.outside!.id === null;
  // What was still owed here is not asked for any more once it is bought there.
  const owed = began ? await openInvoiceOf(tx) : undefined;
  if (owed) await closeUnpaid(tx, owed, 'given_up', 'It is bought from another seller now.');
  await saveChange(tx, before, after);
  const { standing: is } = after;
  const about = { workspaceId: tx.workspaceId, tier: is.tier };
  if (before.outside!.id !== null && after.outside!.id === null) tx.tell(billingEnded, { ...about, tier: before.standing.tier, reason });
  else if (began) tx.tell(billingStarted, { ...about, invoiceId: null });
  else if (runs(is) && after.outside!.id !== null) tellTheDifference(tx, before.standing, is, { ...about, ladder: await tierLadder() });
}

interface About {
  workspaceId: string;
  tier: string;
  ladder: readonly string[];
}

function tellTheDifference(tx: Tx, was: Standing, is: Standing, { ladder, ...about }: About): void {
  const change = changeOf(was, is, ladder);
  if (is.status === 'past_due' && was.status !== 'past_due') tx.tell(billingFailed, { ...about, retryAt: null, lastDay: null, byHand: false });
  else if (change === undefined && (is.cycle !== was.cycle || is.status !== was.status)) tx.tell(billingRenewed, { ...about, invoiceId: null });
  else if (change) tx.tell(billingChanged, { ...about, change, invoiceId: null });
}

function changeOf(was: Standing, is: Standing, ladder: readonly string[]): Change | undefined {
  const steps = ladder.indexOf(is.tier) - ladder.indexOf(was.tier);
  if (steps > 0 || (steps === 0 && was.interval === 'month' && is.interval === 'year')) return 'upgraded';
  if (is.cycle !== was.cycle) return undefined;
  if (steps < 0 || was.interval !== is.interval) return 'lowered';
  if (is.ends !== was.ends) return is.ends ? 'ends later' : 'no longer ends';
  if (JSON.stringify(is.next) === JSON.stringify(was.next)) return undefined;
  return is.next ? 'changes later' : 'no longer changes';
}
