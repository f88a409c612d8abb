import type { Tx } from '#platform/tenancy/context.ts';
import { saveAccount, type Account, type KeptWay } from './account.ts';
import { billingChanged, billingEnded, billingFailed, billingRenewed, billingStarted } from './events.ts';
import { closeUnpaid, markPaid, type Invoice } from './invoice.ts';
import { letGoOfKept } from './keeping.ts';
import { declined, ended, paid, tierSold, type Patience, type Standing } from './standing.ts';

// What becomes of a locked account when an invoice is paid or is not. Each leaves before and after for the audit log.

/** The invoice is paid, with this way to pay: its period runs. */
export async function settlePaid(tx: Tx, account: Account, invoice: Invoice, way: KeptWay | null): Promise<Account> {
  await markPaid(tx, invoice, way);
  const after = { ...account, standing: paid(account.standing, invoice), currency: invoice.currency, way: way ?? account.way, outside: account.outside && { ...account.outside, id: null } };
  await saveChange(tx, account, after);
  const about = { workspaceId: tx.workspaceId, tier: invoice.tier, invoiceId: invoice.id };
  if (invoice.kind === 'start') tx.tell(billingStarted, about);
  else if (invoice.kind === 'renewal') tx.tell(billingRenewed, about);
  else tx.tell(billingChanged, { ...about, change: 'upgraded' });
  return after;
}

interface Refused extends Patience {
  sentence: string;
  byHand: boolean;
}

/** The invoice could not be paid: a wish is forgotten, a renewal is tried again or given up. */
export async function settleDeclined(tx: Tx, account: Account, invoice: Invoice, refused: Refused): Promise<Account> {
  const standing = declined(account.standing, invoice, { ...refused, at: tx.now });
  if (standing.status === 'ended') return settleEnded(tx, account, { reason: 'cancelled', invoice, sentence: refused.sentence });
  if (invoice.kind !== 'renewal') {
    await closeUnpaid(tx, invoice, 'declined', refused.sentence);
    return account;
  }
  await tx.sql`update billing_invoices set sentence = ${refused.sentence} where id = ${invoice.id}`;
  const after = { ...account, standing };
  await saveChange(tx, account, after);
  tx.tell(billingFailed, { workspaceId: tx.workspaceId, tier: standing.tier, retryAt: standing.retryAt?.toISOString() ?? null, lastDay: standing.graceEndsAt!.toISOString(), byHand: refused.byHand });
  return after;
}

interface End {
  reason: 'cancelled' | 'not paid';
  /** What was still to be paid; nobody asks for it any more. */
  invoice?: Invoice | undefined;
  sentence?: string;
}

/** It is over: the way to pay is forgotten, the tier falls back, and nothing else changes. */
export async function settleEnded(tx: Tx, account: Account, { reason, invoice, sentence = '' }: End): Promise<Account> {
  if (invoice) await closeUnpaid(tx, invoice, 'given_up', sentence);
  const after = { ...account, standing: ended(account.standing), way: null };
  await saveChange(tx, account, after);
  tx.tell(billingEnded, { workspaceId: tx.workspaceId, tier: account.standing.tier, reason });
  return after;
}

/** Stores an account and notes for the audit log what is different. A card that pays no more is let go of. */
export async function saveChange(tx: Tx, before: Account, after: Account): Promise<void> {
  await saveAccount(tx, after);
  const left = before.way?.keptId;
  if (left && left !== after.way?.keptId) await letGoOfKept(tx, left);
  tx.changed({ record: 'billing', id: tx.workspaceId, before: audited(before), after: audited(after) });
}

function audited({ standing, way, outside }: Account): object {
  const { status, tier, interval, price, periodEnd, next, ends, retryAt, credit }: Standing = standing;
  return { status, tier: tierSold(standing), plan: tier, interval, price, periodEnd, next, ends, retryAt, credit, paysWith: outside?.id ? outside.provider : way && `${way.provider} ${way.last4 ?? ''}`.trim() };
}
