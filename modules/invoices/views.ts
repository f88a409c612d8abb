import { sql } from 'drizzle-orm';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { invoices } from './tables.ts';

export const invoiceList = listView({
  name: 'invoices.list',
  route: 'GET /invoices',
  says: 'Invoices and credit notes',
  needs: 'orders:read',
  from: invoices,
  search: [{ text: sql`${invoices.number}::text`, key: invoices.id }],
  columns: {
    number: column(invoices.number, { says: 'Number', sort: true, search: true, filter: 'range' }),
    kind: column(invoices.kind, { says: 'Kind', filter: 'any of', values: ['invoice', 'credit_note'] }),
    issuedAt: column(invoices.issuedAt, { says: 'Issued', filter: 'dates', sort: 'newest first' }),
    total: moneyColumn(invoices.total, invoices.currency, { says: 'Total', filter: 'range', sort: true }),
    orderId: column(invoices.orderId, { says: 'Order id', filter: 'any of' }),
  },
});
