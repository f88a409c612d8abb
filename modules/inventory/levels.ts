import type { Tx } from '#platform/tenancy/context.ts';

/** A variant's counter at one location. */
export interface Level {
  locationId: string;
  onHand: number;
  reserved: number;
  active: boolean;
  lowAt: number;
}

/** A variant with all its counters, locked until the transaction ends; best location first. */
export interface VariantStock {
  variantId: string;
  productId: string;
  sku: string;
  tracked: boolean;
  canOversell: boolean;
  levels: Level[];
}

export type StockOf = Map<string, VariantStock>;

interface Row {
  variant_id: string;
  product_id: string;
  sku: string;
  tracked: boolean;
  can_oversell: boolean;
  location_id: string | null;
  on_hand: number;
  reserved: number;
  active: boolean;
  low_at: number;
}

/**
 * Locks every counter of these variants and reads them. One statement. Rows are locked in key order, everywhere, so two
 * transactions that want the same rows queue up and never deadlock. Unknown variants are missing from the answer.
 */
export async function lockStock(tx: Tx, variantIds: Iterable<string>): Promise<StockOf> {
  const ids = [...new Set(variantIds)].toSorted();
  const rows = await tx.sql<Row>`
    with locked as materialized (
      select variant_id, location_id, on_hand, reserved, low_at from stock_levels
      where variant_id = any(${ids}::uuid[]) order by variant_id, location_id for update)
    select v.id as variant_id, v.product_id, v.sku, v.track_inventory as tracked, v.inventory_policy = 'continue' as can_oversell,
           s.location_id, s.on_hand, s.reserved, s.low_at, l.active
    from variants v left join locked s on s.variant_id = v.id left join locations l on l.id = s.location_id
    where v.id = any(${ids}::uuid[])
    order by v.id, l.is_default desc, l.position, l.id`;
  return gather(rows);
}

function gather(rows: Row[]): StockOf {
  const found: StockOf = new Map();
  for (const row of rows) {
    const stock = found.get(row.variant_id) ?? emptyStock(row);
    found.set(row.variant_id, stock);
    if (row.location_id) stock.levels.push({ locationId: row.location_id, onHand: row.on_hand, reserved: row.reserved, active: row.active, lowAt: row.low_at });
  }
  return found;
}

function emptyStock(row: Row): VariantStock {
  return { variantId: row.variant_id, productId: row.product_id, sku: row.sku, tracked: row.tracked, canOversell: row.can_oversell, levels: [] };
}

/** What can be sold: the sum over active locations. */
export function availableOf(stock: VariantStock): number {
  return stock.levels.filter((l) => l.active).reduce((sum, l) => sum + l.onHand - l.reserved, 0);
}

interface Key {
  variantId: string;
  locationId: string;
}

/** Makes the counters that do not exist yet, at zero. Safe when two do it at once. */
export async function ensureLevels(tx: Tx, keys: Key[]): Promise<void> {
  const sorted = keys.toSorted((a, b) => `${a.variantId}${a.locationId}`.localeCompare(`${b.variantId}${b.locationId}`));
  await tx.sql`
    insert into stock_levels (variant_id, location_id)
    select * from unnest(${sorted.map((k) => k.variantId)}::uuid[], ${sorted.map((k) => k.locationId)}::uuid[])
    on conflict (workspace_id, variant_id, location_id) do nothing`;
}
