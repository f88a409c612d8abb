import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { orderDrafts } from '../tables.ts';
import { Draft, presentDraft, quoteDraft, readDraft } from './draft.ts';

export const draftList = listView({
  name: 'orders.drafts',
  route: 'GET /order-drafts',
  says: 'Draft orders',
  needs: 'orders:read',
  opens: '/orders/drafts/:id',
  from: orderDrafts,
  search: [{ text: orderDrafts.searchText, key: orderDrafts.id }],
  columns: {
    customer: column(orderDrafts.customerName, { says: 'Customer', search: true, sort: true }),
    email: column(orderDrafts.email, { says: 'Email', search: true }),
    items: column(sql<number>`jsonb_array_length(${orderDrafts.lines})`, { says: 'Lines', type: 'number' }),
    completed: column(sql<boolean>`(${orderDrafts.orderId} is not null)`, { says: 'Completed', type: 'boolean', filter: 'yes or no' }),
    createdBy: column(orderDrafts.createdBy, { says: 'By', filter: 'text' }),
    updatedAt: column(orderDrafts.updatedAt, { says: 'Changed', filter: 'dates', sort: 'newest first' }),
  },
});

/** A draft at today's prices. */
export const draftView = view({
  name: 'orders.get-draft',
  route: 'GET /order-drafts/:id',
  says: 'A draft order',
  needs: 'orders:read',
  input: z.object({ id: z.uuid() }),
  output: Draft,
  async read(r, { id }) {
    const row = await readDraft(r, id);
    return presentDraft(row, await quoteDraft(r, row));
  },
});
