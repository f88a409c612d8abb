import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { allocate, shortagesOf, sumLines, type Line, type Take } from './allocate.ts';
import { lockStockFor, outOfStock } from './hold-stock.ts';
import { lockStock, type StockOf } from './levels.ts';
import { moveStock } from './move-stock.ts';

interface Change {
  /** To whom the stock is promised, say `order:<id>`. */
  for: string;
  more?: readonly Line[];
  less?: readonly Line[];
  /** Goes to the ledger's note of what is given back. */
  reason: string;
}

/**
 * Changes what is promised without end: first what is given back, then what is wanted besides, all or nothing. Refuses with
 * `out_of_stock` like `holdStock`. Of variants that were never reserved (untracked) nothing is given back.
 */
export async function changePromise(tx: Tx, change: Change): Promise<void> {
  const [more, less] = [sumLines(change.more ?? []), sumLines(change.less ?? [])];
  if (more.length + less.length === 0) return;
  const stock = await lockStockFor(tx, [...more, ...less]);
  if (less.length > 0) await giveBack(tx, stock, less, change);
  if (more.length > 0) await promiseMore(tx, stock, more, change.for);
}

/** A parcel did not leave after all: its goods lie where they were and are promised to `for` again. */
export async function unshipStock(tx: Tx, parcel: { for: string; takes: readonly Take[]; note: string }): Promise<void> {
  if (parcel.takes.length === 0) return;
  const stock = await lockStock(tx, parcel.takes.map((take) => take.variantId));
  const takes = parcel.takes.filter((take) => stock.get(take.variantId)?.tracked && stock.get(take.variantId)!.levels.some((level) => level.locationId === take.locationId));
  const moves = takes.map(({ quantity, ...key }) => ({ ...key, onHand: quantity, reserved: quantity }));
  await moveStock(tx, stock, moves, { reason: 'unshipped', reference: parcel.for, note: parcel.note });
  await writePromises(tx, parcel.for, takes);
}

async function promiseMore(tx: Tx, stock: StockOf, lines: Line[], what: string): Promise<void> {
  const missing = shortagesOf(lines, stock);
  if (missing.length > 0) throw await outOfStock(tx, missing);
  const takes = allocate(lines, stock);
  const moves = takes.map(({ quantity, ...key }) => ({ ...key, onHand: 0, reserved: quantity }));
  await moveStock(tx, stock, moves, { reason: 'held', reference: what });
  await writePromises(tx, what, takes);
}

async function writePromises(tx: Tx, what: string, takes: readonly Take[]): Promise<void> {
  await tx.sql`
    with wanted as (
      select * from unnest(${takes.map((t) => t.variantId)}::uuid[], ${takes.map((t) => t.locationId)}::uuid[], ${takes.map((t) => t.quantity)}::int[])
        as w(variant_id, location_id, quantity)
    ), grown as (
      update reservations r set open = r.open + w.quantity, quantity = r.quantity + w.quantity from wanted w
      where r.held_for = ${what} and r.variant_id = w.variant_id and r.location_id = w.location_id and r.open > 0
      returning r.variant_id, r.location_id
    )
    insert into reservations (held_for, variant_id, location_id, quantity, open, state)
    select ${what}, w.variant_id, w.location_id, w.quantity, w.quantity, 'committed' from wanted w
    where not exists (select 1 from grown g where g.variant_id = w.variant_id and g.location_id = w.location_id)`;
}

interface OpenRow {
  id: string;
  variant_id: string;
  location_id: string;
  open: number;
}

async function giveBack(tx: Tx, stock: StockOf, lines: Line[], { for: what, reason }: Change): Promise<void> {
  const rows = await tx.sql<OpenRow>`
    select id, variant_id, location_id, open from reservations where held_for = ${what} and open > 0 and variant_id = any(${lines.map((l) => l.variantId)}::uuid[])
    order by variant_id, location_id, id for update`;
  const parts = lines.flatMap((line) => partsOf(rows.filter((row) => row.variant_id === line.variantId), line, stock));
  if (parts.length === 0) return;
  await tx.sql`
    update reservations r set open = r.open - p.quantity, state = case when r.open = p.quantity then 'released' else r.state end, ended = ${reason}
    from unnest(${parts.map(({ row }) => row.id)}::uuid[], ${parts.map((p) => p.quantity)}::int[]) as p(id, quantity) where r.id = p.id`;
  const moves = parts.map(({ row, quantity }) => ({ variantId: row.variant_id, locationId: row.location_id, onHand: 0, reserved: -quantity }));
  await moveStock(tx, stock, moves, { reason: 'released', reference: what, note: reason });
}

// What was placed before its stock was counted has no promise to give back.
function partsOf(rows: OpenRow[], line: Line, stock: StockOf): { row: OpenRow; quantity: number }[] {
  let missing = line.quantity;
  const parts = rows.map((row) => {
    const quantity = Math.min(missing, row.open);
    missing -= quantity;
    return { row, quantity };
  });
  if (missing > 0 && stock.get(line.variantId)?.tracked && rows.length > 0) throw new Refusal('not_reserved', 'Fewer of these are promised than should be given back.', { variantId: line.variantId });
  return parts.filter((part) => part.quantity > 0);
}
