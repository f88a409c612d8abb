import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { later, SECOND } from '#platform/time.ts';
import type { Account, KeptWay } from './account.ts';
import type { Bill } from './standing.ts';

export interface Invoice extends Bill {
  id: string;
  state: 'open' | 'paid' | 'declined' | 'given_up';
  currency: string;
  createdAt: Date;
}

const COLUMNS = `id, state, kind, cycle, tier, interval, currency, price, credit, credit_left as "creditLeft", amount, anchor_at as "anchorAt", times, period_start as "periodStart",
  period_end as "periodEnd", created_at as "createdAt"`;

export async function openInvoiceOf(r: Reader): Promise<Invoice | undefined> {
  const [found] = await r.query<Invoice>(`select ${COLUMNS} from billing_invoices where state = 'open'`, []);
  return found;
}

export async function invoiceOf(r: Reader, id: string): Promise<Invoice> {
  const [found] = await r.query<Invoice>(`select ${COLUMNS} from billing_invoices where id = $1`, [id]);
  return found!;
}

/** A charge whose answer is not known yet; while there is one, nothing else happens to the account. */
export async function chargeOnItsWay(r: Reader): Promise<string | undefined> {
  const [found] = await r.sql<{ id: string }>`select id from billing_charges where state = 'asked'`;
  return found?.id;
}

/** Refuses while money is being asked for: only one thing is paid at a time. */
export async function requireQuiet(tx: Tx): Promise<void> {
  if (await chargeOnItsWay(tx)) throw new Refusal('wrong_state', 'A payment is on its way. Please wait a moment until it is known what became of it.');
}

export async function writeInvoice(tx: Tx, bill: Bill, currency: string): Promise<Invoice> {
  const id = newId();
  const { kind, cycle, tier, interval, price, credit, creditLeft, amount, anchorAt, times, periodStart, periodEnd } = bill;
  await tx.sql`
    insert into billing_invoices (id, kind, state, cycle, tier, interval, currency, price, credit, credit_left, amount, anchor_at, times, period_start, period_end, created_at)
    values (${id}, ${kind}, 'open', ${cycle}, ${tier}, ${interval}, ${currency}, ${price}, ${credit}, ${creditLeft}, ${amount}, ${anchorAt}, ${times}, ${periodStart}, ${periodEnd}, ${tx.now})`;
  return { ...bill, id, state: 'open', currency, createdAt: tx.now };
}

/** The number is the next one of the workspace; its account is locked, so there is no gap and none twice. */
export async function markPaid(tx: Tx, { id }: Invoice, way: Pick<KeptWay, 'last4'> | null): Promise<void> {
  await tx.sql`
    update billing_invoices set state = 'paid', paid_at = ${tx.now}, card_last4 = ${way?.last4 ?? null}, sentence = '', number = (select coalesce(max(number), 0) + 1 from billing_invoices) where id = ${id}`;
}

export async function closeUnpaid(tx: Tx, { id }: Invoice, state: 'declined' | 'given_up', sentence: string): Promise<void> {
  await tx.sql`update billing_invoices set state = ${state}, sentence = ${sentence} where id = ${id}`;
}

/** How long whoever wrote a charge down has it for themselves. Longer than a provider's time-out. */
export const LEASE = 15 * SECOND;

/** How every key of ours begins; those of orders begin otherwise. */
export const KEYS = 'billing-';

/** Writes down that an invoice is to be charged. Nothing is asked yet: call `carryOutCharge` after commit; should the process die, the schedule does. */
export async function writeCharge(tx: Tx, { id: invoiceId, amount, currency }: Invoice, way: KeptWay, byHand: 'by hand' | 'by schedule'): Promise<string> {
  const id = newId();
  await tx.sql`
    insert into billing_charges (id, invoice_id, attempt, key, state, seller_id, provider, token, kept_id, card_brand, card_last4, amount, currency, by_hand, next_try, created_at)
    select ${id}, ${invoiceId}, coalesce(max(attempt), 0) + 1, ${KEYS + id}, 'asked', ${way.sellerId}, ${way.provider}, ${way.token}, ${way.keptId}, ${way.brand}, ${way.last4}, ${amount}, ${currency},
      ${byHand === 'by hand'}, ${later(tx.now, LEASE)}, ${tx.now} from billing_charges where invoice_id = ${invoiceId}`;
  return id;
}

/** The kept way to pay, as long as it can be charged: the seller is the one it is known to. */
export function chargeable({ way }: Account, seller: { id: string; providerName: string }): KeptWay | undefined {
  return way?.sellerId === seller.id && way.provider === seller.providerName ? way : undefined;
}
