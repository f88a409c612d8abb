import * as z from 'zod';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { view } from '#platform/operations/view.ts';
import { productUpdated } from './events.ts';
import { differenceOf, factsOf } from './product-diff.ts';
import { productById, type ProductView } from './product-view.ts';

const MOST = 100;
const Facts = z.record(z.string(), z.unknown());

/** Notes in the audit log what a change made different, field by field; answers the product as it is now. */
export async function noteChange(tx: Tx, before: ProductView): Promise<ProductView> {
  const after = await productById(tx, before.id);
  tx.changed({ record: 'product', id: before.id, ...differenceOf(factsOf(before), factsOf(after)) });
  return after;
}

export const HistoryEntry = z.object({
  id: z.uuid(),
  at: z.string(),
  actorName: z.string(),
  actorKind: z.string(),
  operation: z.string(),
  before: Facts,
  after: Facts,
});

/** Who changed a product when, newest first, with every field before and after. */
export const productHistory = view({
  name: 'products.history',
  route: 'GET /products/:id/history',
  says: 'Changes of a product',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(HistoryEntry) }),
  changesWith: [productUpdated],
  async read(r, { id }) {
    const rows = await entriesOf(r, id);
    return { data: rows.map(({ at, change, ...entry }) => ({ ...entry, at: at.toISOString(), before: record(change.before), after: record(change.after) })) };
  },
});

interface Row {
  id: string;
  at: Date;
  actorName: string;
  actorKind: string;
  operation: string;
  change: { before?: unknown; after?: unknown };
}

function entriesOf(r: Reader, id: string): Promise<Row[]> {
  return r.sql<Row>`
    select e.id, e.at, e.actor_name as "actorName", e.actor_kind as "actorKind", e.operation, c as change
    from audit_entries e, jsonb_array_elements(e.changes) c
    where e.record_id = ${id} and e.record = 'product' and c ->> 'id' = ${id} order by e.at desc, e.id desc limit ${MOST}`;
}

function record(side: unknown): Record<string, unknown> {
  return typeof side === 'object' && side !== null && !Array.isArray(side) ? (side as Record<string, unknown>) : {};
}
