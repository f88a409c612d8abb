import type { Reader } from '#platform/tenancy/context.ts';

export interface Availability {
  /** Over all active locations; 0 for what is not tracked. */
  available: number;
  /** True when it may be bought whatever `available` says: not tracked, or sold beyond stock. */
  canOversell: boolean;
  tracked: boolean;
}

interface Row {
  id: string;
  available: number;
  oversell: boolean;
  tracked: boolean;
}

/** What can be sold now. One statement. Unknown variants are missing from the answer. */
export async function availability(r: Reader, variantIds: readonly string[]): Promise<Map<string, Availability>> {
  const rows = await r.sql<Row>`
    select v.id, v.inventory_policy = 'continue' as oversell, v.track_inventory as tracked,
      coalesce((select sum(s.on_hand - s.reserved) from stock_levels s join locations l on l.id = s.location_id and l.active where s.variant_id = v.id), 0)::int as available
    from variants v where v.id = any(${variantIds}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { available: row.tracked ? row.available : 0, canOversell: row.oversell || !row.tracked, tracked: row.tracked }]));
}
