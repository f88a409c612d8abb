import * as z from 'zod';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { countChanged } from './events.ts';
import { COUNT_STATES } from './stock-paper-tables.ts';

export const CountView = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(COUNT_STATES),
  blind: z.boolean().meta({ description: 'what should be there is hidden until the count is handed in' }),
  location: z.object({ id: z.uuid(), name: z.string() }),
  note: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  lines: z.array(
    z.object({
      variantId: z.uuid(), product: z.string(), variant: z.string(), sku: z.string(), counted: z.int().nullable(),
      expected: z.int().nullable().meta({ description: 'on hand when it was counted, else now; null where hidden' }),
      variance: z.int().nullable(), countedBy: z.string().nullable(),
    }),
  ),
});
export type CountView = z.infer<typeof CountView>;
type Line = CountView['lines'][number];

interface Row extends Omit<CountView, 'createdAt' | 'submittedAt' | 'approvedAt'> {
  createdAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
}

/** A count with its sheet, as those may see it who count. One statement. */
export async function readCount(r: Reader, id: string): Promise<CountView> {
  const [row] = await r.sql<Row>`
    select c.id, c.number, c.state, c.blind, c.note, c.created_by as "createdBy", c.created_at as "createdAt", c.submitted_at as "submittedAt",
      c.approved_by as "approvedBy", c.approved_at as "approvedAt", json_build_object('id', o.id, 'name', o.name) as location,
      coalesce((select json_agg(json_build_object('variantId', l.variant_id, 'product', p.title, 'variant', v.title, 'sku', coalesce(v.sku, ''), 'counted', l.counted,
          'expected', coalesce(l.expected, s.on_hand, 0), 'variance', l.counted - l.expected, 'countedBy', l.counted_by) order by p.title, v.position, l.id)
        from stock_count_lines l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
        left join stock_levels s on s.variant_id = l.variant_id and s.location_id = c.location_id where l.count_id = c.id), '[]') as lines
    from stock_counts c join locations o on o.id = c.location_id where c.id = ${id}`;
  if (!row) throw notFound('The count');
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  const lines = row.blind && row.state === 'open' ? row.lines.map(hidden) : row.lines;
  return { ...row, lines, createdAt: row.createdAt.toISOString(), submittedAt: iso(row.submittedAt), approvedAt: iso(row.approvedAt) };
}

function hidden(line: Line): Line {
  return { ...line, expected: null, variance: null };
}

export interface LockedCount {
  id: string;
  number: number;
  state: CountView['state'];
  locationId: string;
}

/** Locks a count that is in this state; every change of one begins here. */
export async function lockCount(tx: Tx, id: string, state: CountView['state'], otherwise: string): Promise<LockedCount> {
  const [found] = await tx.sql<LockedCount>`select id, number, state, location_id as "locationId" from stock_counts where id = ${id} for update`;
  if (!found) throw notFound('The count');
  if (found.state !== state) throw new Refusal('wrong_state', otherwise, { state: found.state });
  return found;
}

export function tellCount(tx: Tx, { id, number }: { id: string; number: number }, state: CountView['state']): void {
  tx.tell(countChanged, { countId: id, number, state });
  tx.changed({ record: 'stock count', id, after: { number, state } });
}
