import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { lockOrder, readAdminOrder, type AdminOrder } from '#modules/orders/index.ts';
import { creditText, invoiceText, reversalText, saysTheSame, type Around, type DocumentText } from './document.ts';
import { sellerOf } from './seller.ts';

export type Kind = 'invoice' | 'credit_note';

/** A document as it was issued. */
export interface Issued {
  id: string;
  kind: Kind;
  number: number;
  orderId: string;
  invoiceId: string | null;
  creditId: string | null;
  document: DocumentText;
  issuedAt: Date;
}

const prefixes: Record<Kind, string> = { invoice: 'INV', credit_note: 'CN' };

/** "INV-1001". */
export function nameOf({ kind, number }: { kind: Kind; number: number }): string {
  return `${prefixes[kind]}-${number}`;
}

/** The documents of an order, oldest first. One statement. */
export function issuedOf(r: Reader, orderId: string): Promise<Issued[]> {
  return r.sql<Issued>`
    select id, kind, number, order_id as "orderId", invoice_id as "invoiceId", credit_id as "creditId", document, issued_at as "issuedAt"
    from invoices where order_id = ${orderId} order by issued_at, number`;
}

/** The invoice of an order as it is now. An order that changed since gets a new one, and a credit note takes the old one back. */
export async function issueInvoice(tx: Tx, orderId: string): Promise<Issued> {
  await lockOrder(tx, orderId);
  const order = await readAdminOrder(tx, orderId);
  const around = { ...(await sellerOf(tx, order.storefrontId)), issuedAt: tx.now };
  const valid = validInvoice(await issuedOf(tx, orderId));
  const text = invoiceText(order, around);
  if (valid && saysTheSame(valid.document, text)) return valid;
  if (order.cancelledAt) return valid ?? refuseCancelled();
  if (valid) await takeBack(tx, valid, 'The order was changed.', around);
  return write(tx, { kind: 'invoice', orderId, invoiceId: null, creditId: null, document: text });
}

function refuseCancelled(): never {
  throw new Refusal('order_cancelled', 'This order was cancelled; there is nothing to invoice.');
}

/** A credit note for everything given back that has none yet; of a cancelled order, for the whole invoice. */
export async function issueCreditNotes(tx: Tx, orderId: string): Promise<Issued[]> {
  await lockOrder(tx, orderId);
  const order = await readAdminOrder(tx, orderId);
  const around = { ...(await sellerOf(tx, order.storefrontId)), issuedAt: tx.now };
  if (order.cancelledAt) await creditCancelled(tx, order, around);
  else await creditEach(tx, order, around);
  const notes = (await issuedOf(tx, orderId)).filter(({ kind }) => kind === 'credit_note');
  if (notes.length === 0) throw new Refusal('nothing_credited', 'Nothing of this order was given back.');
  return notes;
}

async function creditCancelled(tx: Tx, order: AdminOrder, around: Around): Promise<void> {
  const valid = validInvoice(await issuedOf(tx, order.id));
  if (valid && !order.moneyKept) await takeBack(tx, valid, 'The order was cancelled.', around);
}

interface CreditRow {
  id: string;
  lines: { title: string; quantity: number; amount: number; tax: number }[];
  shipping: number;
  amount: number;
  tax: number;
  reason: string;
}

async function creditEach(tx: Tx, order: AdminOrder, around: Around): Promise<void> {
  const credits = await tx.sql<CreditRow>`
    select id, lines, shipping, amount, tax, reason from order_credits c where order_id = ${order.id} and amount > 0
      and not exists (select 1 from invoices i where i.credit_id = c.id) order by at, id`;
  if (credits.length === 0) return;
  const invoice = await issueInvoice(tx, order.id);
  for (const credit of credits)
    await write(tx, { kind: 'credit_note', orderId: order.id, invoiceId: invoice.id, creditId: credit.id, document: creditText(order, credit, nameOf(invoice), around) });
}

// The newest invoice that no credit note has taken back as a whole.
function validInvoice(issued: readonly Issued[]): Issued | undefined {
  const back = new Set(issued.filter(({ kind, creditId }) => kind === 'credit_note' && creditId === null).map(({ invoiceId }) => invoiceId));
  return issued.filter(({ kind, id }) => kind === 'invoice' && !back.has(id)).at(-1);
}

function takeBack(tx: Tx, invoice: Issued, reason: string, around: Around): Promise<Issued> {
  const document = reversalText(invoice.document, nameOf(invoice), reason, around);
  return write(tx, { kind: 'credit_note', orderId: invoice.orderId, invoiceId: invoice.id, creditId: null, document });
}

type New = Omit<Issued, 'id' | 'number' | 'issuedAt'>;

// The number is drawn and used in one transaction: a rolled-back document leaves no gap.
async function write(tx: Tx, { kind, orderId, invoiceId, creditId, document }: New): Promise<Issued> {
  const id = newId();
  const [row] = await tx.sql<{ number: number }>`
    with next as (
      insert into invoice_counters (kind, last_number) values (${kind}, 1001)
      on conflict (workspace_id, kind) do update set last_number = invoice_counters.last_number + 1 returning last_number
    )
    insert into invoices (id, kind, number, order_id, invoice_id, credit_id, currency, total, document, issued_at)
    select ${id}, ${kind}, last_number, ${orderId}, ${invoiceId}, ${creditId}, ${document.currency}, ${document.total}, ${JSON.stringify(document)}::jsonb, ${tx.now} from next
    returning number`;
  return { id, kind, number: row!.number, orderId, invoiceId, creditId, document, issuedAt: tx.now };
}
