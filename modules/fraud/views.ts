import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { orderApproved, orderRejected, orderScored } from './events.ts';
import { CHECK_STATES, fraudChecks } from './tables.ts';

const changesWith = [orderScored, orderApproved, orderRejected] as never;

export const fraudCheckList = listView({
  name: 'fraud.checks',
  route: 'GET /fraud/checks',
  says: 'Orders by how they look',
  needs: 'fraud:read',
  from: fraudChecks,
  search: [{ text: sql`${fraudChecks.orderNumber}::text`, key: fraudChecks.id }],
  columns: {
    order: column(fraudChecks.orderNumber, { says: 'Order', search: true, filter: 'range', sort: true }),
    state: column(fraudChecks.state, { says: 'State', filter: 'any of', values: CHECK_STATES }),
    score: column(fraudChecks.score, { says: 'Score', filter: 'range', sort: true }),
    why: column(sql<string>`coalesce(${fraudChecks.reasons} -> 0 ->> 'says', '')`, { says: 'Why' }),
    total: moneyColumn(fraudChecks.total, fraudChecks.currency, { says: 'Total', filter: 'range', sort: true }),
    decidedBy: column(fraudChecks.decidedBy, { says: 'Decided by' }),
    orderId: column(fraudChecks.orderId, { says: 'Order id', filter: 'any of' }),
    placedAt: column(fraudChecks.placedAt, { says: 'Placed', filter: 'dates', sort: 'newest first' }),
  },
  changesWith,
});

const Check = z.object({
  state: z.enum(CHECK_STATES),
  score: z.int(),
  reasons: z.array(z.object({ code: z.string(), points: z.int(), says: z.string() })),
  decidedBy: z.string(),
  note: z.string(),
  decidedAt: z.string().nullable(),
});

export const orderCheck = view({
  name: 'fraud.for-order',
  route: 'GET /orders/:orderId/check',
  says: 'How an order looks, and why',
  needs: 'fraud:read',
  input: z.object({ orderId: z.uuid() }),
  output: z.object({ check: Check.nullable().meta({ description: 'null: nobody has looked yet, or the shop wrote the order itself' }) }),
  changesWith,
  async read(r, { orderId }) {
    const [row] = await r.sql<Omit<z.infer<typeof Check>, 'decidedAt'> & { decidedAt: Date | null }>`
      select state, score, reasons, decided_by as "decidedBy", note, decided_at as "decidedAt" from fraud_checks where order_id = ${orderId}`;
    return { check: row ? { ...row, decidedAt: row.decidedAt?.toISOString() ?? null } : null };
  },
});
