import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { sumLines, type Line, type Take } from './allocate.ts';
import { lockStock } from './levels.ts';
import { moveStock } from './move-stock.ts';

interface OpenRow {
  id: string;
  variant_id: string;
  location_id: string;
  open: number;
  state: string;
}

/**
 * Goods that were promised to `for` leave the house: on hand and reserved go down together, all lines or none. Without `lines`
 * everything that is still open. Lines of variants that were never reserved (untracked) are passed over; more of a reserved
 * variant than is open is refused with `not_reserved`. Answers what left from where.
 */
export async function shipStock(tx: Tx, parcel: { for: string; lines?: readonly Line[] }): Promise<Take[]> {
  const rows = await tx.sql<OpenRow & { id: string }>`
    select id, variant_id, location_id, open, state from reservations
    where held_for = ${parcel.for} and state <> 'released' order by variant_id, location_id, id for update`;
  const leaving = parcel.lines ? leavingRows(rows, sumLines(parcel.lines)) : rows.filter((r) => r.open > 0).map((row) => ({ row, quantity: row.open }));
  if (leaving.length === 0) return [];
  const stock = await lockStock(tx, leaving.map(({ row }) => row.variant_id));
  await tx.sql`
    update reservations r set open = r.open - l.quantity, expires_at = null,
      state = case when r.open = l.quantity then 'shipped' else 'committed' end
    from unnest(${leaving.map(({ row }) => row.id)}::uuid[], ${leaving.map((l) => l.quantity)}::int[]) as l(id, quantity) where r.id = l.id`;
  const takes = leaving.map(({ row, quantity }) => ({ variantId: row.variant_id, locationId: row.location_id, quantity }));
  const moves = takes.map(({ quantity, ...key }) => ({ ...key, onHand: -quantity, reserved: -quantity }));
  await moveStock(tx, stock, moves, { reason: 'shipped', reference: parcel.for });
  return takes;
}

interface Leaving {
  row: OpenRow;
  quantity: number;
}

function leavingRows(rows: OpenRow[], lines: Line[]): Leaving[] {
  return lines.flatMap((line) => {
    const own = rows.filter((r) => r.variant_id === line.variantId);
    return own.length === 0 ? [] : takeFromOpen(own, line);
  });
}

function takeFromOpen(rows: OpenRow[], line: Line): Leaving[] {
  let missing = line.quantity;
  const parts = rows.map((row) => {
    const quantity = Math.min(missing, row.open);
    missing -= quantity;
    return { row, quantity };
  });
  if (missing > 0)
    throw new Refusal('not_reserved', `Only ${line.quantity - missing} of these are still waiting to be shipped.`, { variantId: line.variantId, wanted: line.quantity });
  return parts.filter((part) => part.quantity > 0);
}
