import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { sumLines, type Line, type Take } from './allocate.ts';
import { lockStock, type StockOf } from './levels.ts';
import { moveStock, type Move } from './move-stock.ts';
import { requireWithinReach } from './within-reach.ts';

interface OpenRow {
  id: string;
  variant_id: string;
  location_id: string;
  open: number;
  state: string;
}

interface Parcel {
  for: string;
  lines?: readonly Line[];
  locationId?: string;
  /** `shipped` unless told. */
  because?: 'shipped' | 'damaged' | 'lost';
}

/**
 * Goods that were promised to `for` leave the house: on hand and reserved go down together, all lines or none. Without `lines`
 * everything that is still open. Lines of variants that were never reserved (untracked) are passed over; more of a reserved
 * variant than is open is refused with `not_reserved`. With a location the goods leave from there, whatever was promised where;
 * what does not lie there is refused with `out_of_stock`. Answers what left from where.
 */
export async function shipStock(tx: Tx, parcel: Parcel): Promise<Take[]> {
  await requireWithinReach(tx, parcel.for);
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
  const moves = sumMoves(leaving.flatMap(({ row, quantity }) => movesOf(row, quantity, parcel.locationId)));
  refuseWhatIsNotThere(stock, moves, leaving);
  await moveStock(tx, stock, moves, { reason: parcel.because ?? 'shipped', reference: parcel.for });
  return moves.filter((move) => move.onHand < 0).map(({ variantId, locationId, onHand }) => ({ variantId, locationId, quantity: -onHand }));
}

// The promise ends where it was made; the goods leave from where they lie.
function movesOf(row: OpenRow, quantity: number, from: string | undefined): Move[] {
  const ended = { variantId: row.variant_id, locationId: row.location_id, onHand: 0, reserved: -quantity };
  if (!from || from === row.location_id) return [{ ...ended, onHand: -quantity }];
  return [ended, { variantId: row.variant_id, locationId: from, onHand: -quantity, reserved: 0 }];
}

function sumMoves(moves: Move[]): Move[] {
  const sums = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.variantId} ${move.locationId}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, onHand: sum.onHand + move.onHand, reserved: sum.reserved + move.reserved } : move);
  }
  return [...sums.values()];
}

function refuseWhatIsNotThere(stock: StockOf, moves: Move[], leaving: Leaving[]): void {
  for (const move of moves) {
    const own = stock.get(move.variantId)!;
    const level = own.levels.find((each) => each.locationId === move.locationId);
    const free = (level?.onHand ?? 0) - (level?.reserved ?? 0);
    if (move.onHand >= move.reserved || (level && (own.canOversell || free + move.onHand - move.reserved >= 0))) continue;
    const wanted = leaving.filter(({ row }) => row.variant_id === move.variantId).reduce((sum, each) => sum + each.quantity, 0);
    throw new Refusal('out_of_stock', `Not enough of ${own.sku || 'this product'} lies at that location.`, { lines: [{ variantId: move.variantId, wanted, available: Math.max(0, free) }] });
  }
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
