import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { mayOpenOrder, readAdminOrder, type AdminOrder } from '#modules/orders/index.ts';
import { drawDocuments, drawPackingSlips } from './draw.ts';
import { issueCreditNotes, issuedOf, issueInvoice, nameOf, type Issued } from './issue.ts';
import { sellerOf } from './seller.ts';

const Paper = z.object({
  name: z.string().meta({ description: 'of the file' }),
  documents: z.array(z.object({ id: z.uuid(), name: z.string(), orderId: z.uuid() })),
  pdf: z.string().meta({ description: 'the file, base64' }),
});
type Paper = z.infer<typeof Paper>;

const MOST = 100;
const Ids = z.array(z.uuid()).min(1).max(MOST).transform((ids) => [...new Set(ids)]);

/** Invoices, credit notes or packing slips of orders as one PDF. Documents that were not issued yet are issued now. */
export const printPapers = operation({
  name: 'invoices.print',
  route: 'POST /invoices/papers',
  says: 'Print invoices, credit notes and packing slips',
  needs: 'orders:write',
  input: z.object({ kind: z.enum(['invoice', 'credit-note', 'packing-slip']), orderIds: Ids }),
  output: Paper,
  async run(tx, { kind, orderIds }) {
    if (kind === 'packing-slip') return { name: `packing-slips.pdf`, documents: [], pdf: '' };
    // In one order everywhere, so that two people who print the same orders at once do not block each other.
    const documents: Issued[] = [];
    for (const id of orderIds.toSorted()) documents.push(...(kind === 'invoice' ? [await issueInvoice(tx, id)] : await issueCreditNotes(tx, id)));
    return paperOf(documents);
  },
  // The file is made anew for a repeated request; only what was issued is kept with the first answer.
  async afterCommit(ctx, answer, { kind, orderIds }) {
    const file = kind === 'packing-slip' ? await slips(ctx, orderIds) : await drawIssued(ctx, answer.documents);
    return { ...answer, pdf: file.toString('base64') };
  },
});

/** Issues the invoice of one order, for bulk runs: an order that has a valid one keeps it. */
export const issueInvoiceOf = operation({
  name: 'invoices.issue',
  route: 'POST /orders/:id/invoice',
  says: 'Issue the invoice of an order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), name: z.string() }),
  async run(tx, { id }) {
    const issued = await issueInvoice(tx, id);
    return { id: issued.id, name: nameOf(issued) };
  },
});

/** The customer's own invoice, by the signed link of their order. */
export const shopperInvoice = operation({
  name: 'storefront.orders.invoice',
  on: 'storefront',
  route: 'POST /orders/:id/invoice',
  says: 'Get the invoice of an order',
  needs: 'storefront:orders',
  input: z.object({ id: z.uuid(), token: z.string().max(200).optional() }),
  output: Paper,
  async run(tx, { id, token }) {
    if (!(await mayOpenOrder(tx, id, token))) throw notFound('This order');
    return paperOf([await issueInvoice(tx, id)]);
  },
  afterCommit: async (ctx, answer) => ({ ...answer, pdf: (await drawIssued(ctx, answer.documents)).toString('base64') }),
});

function paperOf(issued: readonly Issued[]): Paper {
  const documents = issued.map((each) => ({ id: each.id, name: nameOf(each), orderId: each.orderId }));
  return { name: `${documents.length === 1 ? documents[0]!.name : `${documents[0]!.name}-and-${documents.length - 1}-more`}.pdf`, documents, pdf: '' };
}

async function drawIssued(ctx: Context, documents: Paper['documents']): Promise<Buffer> {
  const wanted = new Set(documents.map(({ id }) => id));
  const all: Issued[] = [];
  for (const orderId of new Set(documents.map(({ orderId: id }) => id))) all.push(...(await ctx.read((r) => issuedOf(r, orderId))).filter(({ id }) => wanted.has(id)));
  if (all.length === 0) throw new Refusal('not_found', 'There is nothing to print.');
  return drawDocuments(all);
}

async function slips(ctx: Context, orderIds: readonly string[]): Promise<Buffer> {
  const orders: AdminOrder[] = [];
  for (const id of orderIds) orders.push(await ctx.read((r) => readAdminOrder(r, id)));
  return drawPackingSlips(orders, await ctx.read((r) => sellerOf(r, orders[0]!.storefrontId)));
}
