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
  /** Of a bundle with counted components: how many whole ones they make. */
  bundles: number | null;
  available: number;
  oversell: boolean;
  tracked: boolean;
}

/** What can be sold now; of a bundle as many as its scarcest component makes. One statement. Unknown variants are missing from the answer. */
export async function availability(r: Reader, variantIds: readonly string[]): Promise<Map<string, Availability>> {
  const rows = await r.sql<Row>`
    select v.id, bundle.whole as bundles, v.inventory_policy = 'continue' as oversell, v.track_inventory as tracked,
      coalesce((select sum(s.on_hand - s.reserved) from stock_levels s join locations l on l.id = s.location_id and l.active where s.variant_id = v.id), 0)::int as available
    from variants v left join lateral (
      select min(floor(greatest(0, (select coalesce(sum(s.on_hand - s.reserved), 0) from stock_levels s join locations l on l.id = s.location_id and l.active where s.variant_id = b.component_id)) / b.quantity))::int as whole
      from bundle_components b join variants part on part.id = b.component_id and part.track_inventory and part.inventory_policy = 'deny' where b.variant_id = v.id
    ) bundle on true
    where v.id = any(${variantIds}::uuid[])`;
  return new Map(rows.map((row) => [row.id, asShown(row)]));
}

function asShown({ bundles, available, oversell, tracked }: Row): Availability {
  if (bundles !== null) return { available: bundles, canOversell: false, tracked: true };
  return { available: tracked ? available : 0, canOversell: oversell || !tracked, tracked };
}
