import { sql } from 'drizzle-orm';
import { bigint, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { appendOnly, scopedBy, tenantTable } from '#platform/db/tables.ts';
import type { DocumentText } from './document.ts';

const KINDS = ['invoice', 'credit_note'] as const;

/** The next number of each kind of document. Locked from the moment a number is drawn until commit, so none is missing. */
export const invoiceCounters = tenantTable(
  'invoice_counters',
  { kind: text('kind', { enum: KINDS }).notNull(), lastNumber: integer('last_number').notNull() },
  (t) => [uniqueIndex('invoice_counters_kind').on(t.workspaceId, t.kind)],
);

/** Documents as they were issued; nothing of them changes any more. */
export const invoices = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, appendOnly(
  tenantTable(
    'invoices',
    {
      kind: text('kind', { enum: KINDS }).notNull(),
      number: integer('number').notNull(),
      orderId: uuid('order_id').notNull(),
      /** Of a credit note: the invoice it corrects. */
      invoiceId: uuid('invoice_id'),
      /** Of a credit note: the credit of the order it is about; empty when it takes the whole invoice back. */
      creditId: uuid('credit_id'),
      currency: char('currency', { length: 3 }).notNull(),
      total: bigint('total', { mode: 'number' }).notNull(),
      document: jsonb('document').$type<DocumentText>().notNull(),
      issuedAt: timestamp('issued_at', { withTimezone: true }).notNull().defaultNow(),
    },
    (t) => [
      uniqueIndex('invoices_number').on(t.workspaceId, t.kind, t.number),
      uniqueIndex('invoices_of_credit').on(t.workspaceId, t.creditId).where(sql`credit_id is not null`),
      index('invoices_of_order').on(t.workspaceId, t.orderId, t.issuedAt),
      check('invoices_kind', sql`kind in ('invoice', 'credit_note')`),
    ],
  ),
));

/** Who sells, as printed on every document. One row a workspace. */
export const invoiceSellers = tenantTable(
  'invoice_sellers',
  {
    company: text('company').notNull().default(''),
    address: text('address').notNull().default(''),
    taxNumber: text('tax_number').notNull().default(''),
    email: text('email').notNull().default(''),
    footer: text('footer').notNull().default(''),
    paper: text('paper', { enum: ['auto', 'A4', 'LETTER'] }).notNull().default('auto'),
  },
  (t) => [uniqueIndex('invoice_sellers_one').on(t.workspaceId)],
);
