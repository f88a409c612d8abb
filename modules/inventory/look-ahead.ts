import { reaction, schedule } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { stockBack, stockLow, stockOut, stockRunningOut } from './events.ts';

export const SPAN = 28;
// One sale says nothing about a speed.
const LEAST_SOLD = 2;

interface RunningOut {
  variantId: string;
  productId: string;
  sku: string;
  available: number;
  cover: number;
  sold: number;
}

// Sold is what left less what came back, and what is promised to orders and has not left yet. A young product is measured by its own age.
const LOOK = `
with sold as (
  select variant_id, sum(units) as units from (
    select variant_id, -on_hand_change as units from stock_movements where reason in ('shipped', 'unshipped', 'returned') and at > $1::timestamptz - interval '${SPAN} days'
    union all select variant_id, open from reservations where open > 0 and state = 'committed'
  ) each_one group by variant_id
), standing as (
  select v.id as variant_id, v.product_id, coalesce(v.sku, '') as sku, coalesce(s.available, 0) as available, coalesce(s.cover_at, 14) as cover_at, greatest(0, coalesce(sold.units, 0))::int as units,
    least(${SPAN}, greatest(1, ceil(extract(epoch from $1::timestamptz - p.created_at) / 86400))) as days, before.running_out as warned
  from variants v join products p on p.id = v.product_id
  left join sold on sold.variant_id = v.id left join stock_outlooks before on before.variant_id = v.id
  left join lateral (select sum(available)::int as available, max(cover_at) as cover_at from stock_levels l join locations p on p.id = l.location_id and p.active where l.variant_id = v.id) s on true
  where v.track_inventory and (sold.variant_id is not null or before.variant_id is not null)
), ahead as (
  select *, case when units < ${LEAST_SOLD} then null else greatest(0, floor(available * days / units))::int end as cover from standing
), written as (
  insert into stock_outlooks as o (variant_id, sold, cover, running_out, counted_at)
  select variant_id, units, cover, available > 0 and coalesce(cover < cover_at, false), $1 from ahead
  on conflict (workspace_id, variant_id) do update set sold = excluded.sold, cover = excluded.cover, running_out = excluded.running_out, counted_at = excluded.counted_at
)
select variant_id as "variantId", product_id as "productId", sku, available, cover, units as sold from ahead
where available > 0 and cover < cover_at and warned is not true`;

/** Counts how fast everything sells and warns, once, of what will be gone soon. */
export async function lookAhead(tx: Tx): Promise<void> {
  for (const warning of await tx.query<RunningOut>(LOOK, [tx.now])) tx.tell(stockRunningOut, warning);
}

export const lookAheadRegularly = schedule({
  name: 'inventory.look-ahead',
  everySeconds: 30 * 60,
  run: (ctx) => ctx.transaction(lookAhead),
});

const kinds = { [stockLow.name]: 'low', [stockOut.name]: 'out', [stockBack.name]: 'back', [stockRunningOut.name]: 'running_out' };

/** Keeps what the merchant was warned of, for the list of alerts. */
export const keepAlerts = reaction<{ variantId: string; available: number }>({
  name: 'inventory.keep-alerts',
  on: [stockLow, stockOut, stockBack, stockRunningOut] as never,
  async apply(tx, { variantId, available }, told) {
    await tx.sql`insert into stock_alerts (variant_id, kind, available, at) values (${variantId}, ${kinds[told.event]}, ${available}, ${told.at})`;
  },
});
