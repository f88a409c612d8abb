import { paymentProviders, type PaymentChoice } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { lockAccount, lockKnown, readAccount, type Account, type KeptWay } from './account.ts';
import { billingChanged, billingStarted, type Change } from './events.ts';
import { chargeable, openInvoiceOf, requireQuiet, writeCharge, writeInvoice } from './invoice.ts';
import { currencyFor, planFor, tierLadder, type Wish } from './offers.ts';
import type { Seller, Shop } from './seller.ts';
import { saveChange, settleEnded, settlePaid } from './settle.ts';
import { firstBill, runs, trialOf, upgradeBill, whenOf, type Bill, type Plan, type Standing, type When } from './standing.ts';

/** Begins a subscription, or its trial. Answers the charge that follows, if one does. */
export async function subscribeAs(tx: Tx, { seller, book }: Shop, { payment, ...wish }: Wish & { payment: PaymentChoice }): Promise<string | undefined> {
  const currency = await currencyFor(tx, await readAccount(tx), book);
  const account = { ...(await lockAccount(tx, { currency })), currency };
  await requireQuiet(tx);
  if (runs(account.standing)) throw new Refusal('wrong_state', 'This workspace pays for a tier already. Change that instead.', { status: account.standing.status });
  const plan = planFor(book, wish, currency);
  return beginPlan(tx, account, { plan, way: wayFrom(payment, seller), trialDays: book.settings.trialDays });
}

interface Beginning {
  plan: Plan;
  way: KeptWay;
  /** For who had none yet. */
  trialDays: number;
}

/** The plan, or its trial, of a locked account in which none runs. Answers the charge that follows, if one does. */
export async function beginPlan(tx: Tx, account: Account, { plan, way, trialDays }: Beginning): Promise<string | undefined> {
  const days = account.trialUsedAt ? 0 : trialDays;
  if (days === 0) return pay(tx, account, firstBill(account.standing, plan, tx.now), way);
  await saveChange(tx, account, { ...account, way, trialUsedAt: tx.now, standing: trialOf(account.standing, plan, { at: tx.now, days }) });
  tx.tell(billingStarted, { workspaceId: tx.workspaceId, tier: plan.tier, invoiceId: null });
  return undefined;
}

/** What the provider makes of what somebody filled in; it refuses what cannot be used. */
function wayFrom(payment: PaymentChoice, { id, providerName }: Seller): KeptWay {
  return { ...paymentProviders.get(providerName).source({ ...payment, provider: providerName }), sellerId: id, provider: providerName, keptId: null };
}

async function pay(tx: Tx, account: Account, bill: Bill, way: KeptWay): Promise<string | undefined> {
  const invoice = await writeInvoice(tx, bill, account.currency);
  if (invoice.amount === 0) return void (await settlePaid(tx, account, invoice, way));
  return writeCharge(tx, invoice, way, 'by hand');
}

/** Another plan: more at once, less when the period is over. Answers the charge that follows, if one does. */
export async function changeAs(tx: Tx, { seller, book }: Shop, wish: Wish): Promise<string | undefined> {
  const account = await lockRunning(tx);
  const { standing } = account;
  if (standing.status === 'past_due') throw new Refusal('wrong_state', 'The last renewal is not paid yet. Pay it first, then change.', { status: standing.status });
  if (wish.tier === standing.tier && wish.interval === standing.interval) return staysAsIs(tx, account);
  const plan = planFor(book, wish, account.currency);
  const when = whenOf(standing, plan, await tierLadder());
  if (when !== 'now') return void (await changed(tx, account, when === 'trial' ? { ...standing, ...plan, ends: false } : { ...standing, next: plan, ends: false }, when === 'trial' ? 'changed in the trial' : 'changes later'));
  return pay(tx, account, upgradeBill(standing, plan, tx.now), keptWay(account, seller));
}

function keptWay(account: Account, seller: Seller): KeptWay {
  const way = chargeable(account, seller);
  if (!way) throw new Refusal('no_card', 'The card that was kept cannot be charged any more. Give one again first.');
  return way;
}

async function staysAsIs(tx: Tx, account: Account): Promise<undefined> {
  if (!account.standing.next) throw new Refusal('conflict', 'The workspace has this plan already.');
  await changed(tx, account, { ...account.standing, next: null }, 'no longer changes');
}

async function changed(tx: Tx, account: Account, standing: Standing, change: Change): Promise<void> {
  await saveChange(tx, account, { ...account, standing });
  tx.tell(billingChanged, { workspaceId: tx.workspaceId, tier: standing.tier, change, invoiceId: null });
}

/** The account while a plan of ours runs and no payment is on its way; anything else is refused. */
export async function lockRunning(tx: Tx): Promise<Account> {
  const account = await lockKnown(tx);
  if (!account || !runs(account.standing)) throw new Refusal('wrong_state', 'This workspace pays for no tier.', { status: account?.standing.status ?? 'none' });
  if (account.outside?.id) throw new Refusal('wrong_way', 'Somebody else sells this plan: cards, payments and changes are theirs.');
  await requireQuiet(tx);
  return account;
}

/** It ends with what is paid for; one whose renewal is not paid ends at once. */
export async function cancelAs(tx: Tx): Promise<void> {
  const account = await lockRunning(tx);
  const { standing } = account;
  if (standing.status === 'past_due') return void (await settleEnded(tx, account, { reason: 'cancelled', invoice: await openInvoiceOf(tx), sentence: standing.failure }));
  if (standing.ends) throw new Refusal('conflict', 'It ends with this period already.');
  await changed(tx, account, { ...standing, ends: true, next: null }, 'ends later');
}

/** It goes on after all. */
export async function keepAs(tx: Tx): Promise<void> {
  const account = await lockRunning(tx);
  if (!account.standing.ends) throw new Refusal('conflict', 'It is not going to end.');
  await changed(tx, account, { ...account.standing, ends: false }, 'no longer ends');
}

/** Another card that is typed in here. Answers the charge that follows, if one does. */
export async function changeCardAs(tx: Tx, { seller }: Shop, payment: PaymentChoice): Promise<string | undefined> {
  return takeCard(tx, await lockRunning(tx), wayFrom(payment, seller));
}

/** Another card pays from now on; what is owed is tried with it at once. Answers the charge that follows, if one does. */
export async function takeCard(tx: Tx, account: Account, way: KeptWay): Promise<string | undefined> {
  await saveChange(tx, account, { ...account, way });
  tx.tell(billingChanged, { workspaceId: tx.workspaceId, tier: account.standing.tier, change: 'card changed', invoiceId: null });
  const owed = await openInvoiceOf(tx);
  return owed && writeCharge(tx, owed, way, 'by hand');
}

/** Tries what is owed again now instead of on its day. */
export async function payAs(tx: Tx, { seller }: Shop): Promise<string> {
  const account = await lockRunning(tx);
  const owed = await openInvoiceOf(tx);
  if (!owed) throw new Refusal('conflict', 'Nothing is owed.');
  const way = keptWay(account, seller);
  tx.changed({ record: 'billing', id: tx.workspaceId, after: { triedAgain: true } });
  return writeCharge(tx, owed, way, 'by hand');
}

/** What a plan would cost: what is charged at once, or nothing and when it begins. */
export function quoteOf(account: Account | undefined, plan: Plan, { at, ladder, trialDays }: { at: Date; ladder: readonly string[]; trialDays: number }): { when: When; bill: Bill | null; begins: Date } {
  const standing = account?.standing;
  if (!standing || !runs(standing)) {
    const days = account?.trialUsedAt ? 0 : trialDays;
    return days > 0 ? { when: 'trial', bill: null, begins: at } : { when: 'now', bill: firstBill(standing ?? { cycle: 0, credit: 0 }, plan, at), begins: at };
  }
  const when = whenOf(standing, plan, ladder);
  return { when, bill: when === 'now' ? upgradeBill(standing, plan, at) : null, begins: when === 'later' ? standing.periodEnd : at };
}
