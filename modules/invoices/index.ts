/**
 * Invoices: what is printed of an order. Words: document (an invoice or a credit note as it was issued), seller, packing slip.
 * Invariants: numbers of each kind run without gaps per workspace; an issued document never changes: an order that was changed
 * gets a new invoice, and a credit note takes the old one back; one credit note for each credit of an order.
 */
import { module } from '#platform/module.ts';
import { issueInvoiceOf, printPapers, shopperInvoice } from './print.ts';
import { sellerView, setSeller } from './seller.ts';
import * as tables from './tables.ts';
import { invoiceList } from './views.ts';

export const invoices = module({
  name: 'invoices',
  uses: ['accounts', 'orders'],
  tables,
  operations: [printPapers, issueInvoiceOf, shopperInvoice, setSeller],
  views: [invoiceList, sellerView],
});

export { Sheet, type SheetPicture } from './pdf.ts';
export { sellerOf } from './seller.ts';
export { printPapers, issueInvoiceOf, shopperInvoice, setSeller, sellerView, invoiceList };
