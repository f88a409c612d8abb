import { schedule } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { now } from '#platform/time.ts';
import { lockKnown, readAccount, type Account } from './account.ts';
import { carryOutCharge } from './charge.ts';
import { houseContext, onRecord } from './inside.ts';
import { chargeable, chargeOnItsWay, openInvoiceOf, writeCharge, writeInvoice, type Invoice } from './invoice.ts';
import { priceBook } from './price-book.ts';
import { sellerNow, type Seller } from './seller.ts';
import { settleDeclined, settleEnded, settlePaid } from './settle.ts';
import { dueOf, renewalBill, type Due, type Patience } from './standing.ts';
import { setTier } from './set-tier.ts';

const PART = 200;

/** Workspaces something has to be done for now, a part at a time. Nobody who is suspended or leaves is charged; what is on its way is followed for all. */
async function dueWorkspaces(after: string): Promise<string[]> {
  const at = now();
  const rows = await platformRead('billing', (q) => q.sql<{ id: string }>`
    select id from (
      select b.workspace_id as id from workspace_billing b join workspaces w on w.id = b.workspace_id
      where w.suspended_at is null and w.delete_after is null and b.outside_id is null
        and ((b.status in ('trialing', 'active') and b.period_end <= ${at}) or (b.status = 'past_due' and least(b.retry_at, b.grace_ends_at) <= ${at}))
      union select workspace_id from billing_charges where state = 'asked' and next_try <= ${at}) due
    where id > ${after} order by id limit ${PART}`);
  return rows.map(({ id }) => id);
}

/** Every minute: what is due is charged, tried again, ended or followed up. One that cannot be done does not keep the others waiting. */
export const renewTiers = schedule({
  name: 'billing.renew',
  everySeconds: 60,
  async runForAll() {
    const failed: unknown[] = [];
    let due: string[] = [];
    let after = '00000000-0000-0000-0000-000000000000';
    do {
      due = await dueWorkspaces(after);
      for (const id of due) await renewWorkspace(id).catch((error: unknown) => failed.push(error));
      after = due.at(-1) ?? after;
    } while (due.length === PART);
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} workspaces could not be renewed`);
  },
});

/** Does what is due for one workspace, if anything is. Any number of times, also at once in several processes. */
export async function renewWorkspace(workspaceId: string): Promise<void> {
  const ctx = houseContext(workspaceId);
  const waiting = await ctx.read(chargeOnItsWay);
  const chargeId = waiting ?? (await doWhatIsDue(ctx));
  await faultPoint('billing.after-commit');
  if (chargeId) await carryOutCharge(ctx, chargeId);
  await setTier(ctx);
}

const NOTHING_DUE = 'nothing_due';

/** Answers the charge that follows, if one does. The invoice and the step from one period to the next are one transaction each. */
async function doWhatIsDue(ctx: Context): Promise<string | undefined> {
  const book = await priceBook();
  const seller = await sellerNow(book);
  const account = await ctx.read(readAccount);
  const due = account && ownDue(account, now());
  if (!due || !mayBeDone(due, seller)) return undefined;
  const says = { name: 'billing.renew', says: 'Do what is due for the tier' };
  return onRecord(ctx, says, (tx) => act(tx, seller, book.settings)).catch((error: unknown) => {
    // Somebody else was faster; their entry stands in the log, ours was taken back.
    if (error instanceof Refusal && error.code === NOTHING_DUE) return undefined;
    throw error;
  });
}

// What an outside seller sells it renews itself.
function ownDue({ standing, outside }: Account, at: Date): Due | undefined {
  return outside?.id ? undefined : dueOf(standing, at);
}

// While nobody sells, nobody is charged and nobody loses anything for not being charged.
function mayBeDone(due: Due, seller: Seller | undefined): boolean {
  return seller !== undefined || due === 'end';
}

async function act(tx: Tx, seller: Seller | undefined, patience: Patience): Promise<string | undefined> {
  const account = await lockKnown(tx);
  const due = account && !(await chargeOnItsWay(tx)) ? ownDue(account, tx.now) : undefined;
  if (!account || !due || !mayBeDone(due, seller)) throw new Refusal(NOTHING_DUE, 'Nothing is due.');
  const invoice = await openInvoiceOf(tx);
  const chargeId = await step(tx, { account, due, seller, patience, invoice });
  await faultPoint('billing.before-commit');
  return chargeId;
}

interface Work {
  account: Account;
  due: Due;
  seller: Seller | undefined;
  patience: Patience;
  invoice: Invoice | undefined;
}

async function step(tx: Tx, { account, due, seller, patience, invoice }: Work): Promise<string | undefined> {
  if (due === 'end') return void (await settleEnded(tx, account, { reason: 'cancelled' }));
  if (due === 'give up') return void (await settleEnded(tx, account, { reason: 'not paid', invoice, sentence: account.standing.failure }));
  const owed = invoice ?? (await writeInvoice(tx, renewalBill(account.standing, tx.now), account.currency));
  if (owed.amount === 0) return void (await settlePaid(tx, account, owed, null));
  const way = chargeable(account, seller!);
  if (way) return writeCharge(tx, owed, way, 'by schedule');
  const sentence = seller!.outside ? `Plans are sold by ${seller!.says} now. Please choose yours again there.` : 'The card that was kept cannot be charged any more. Please give one again.';
  return void (await settleDeclined(tx, account, owed, { ...patience, sentence, byHand: false }));
}
