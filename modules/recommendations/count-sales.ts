import { recordPopularity, type Popularity } from '#modules/discovery/index.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';

const SOLD_LATELY = 90 * DAY;
/** After so many days a sale weighs half in the trend. */
const HALF_LIFE_DAYS = 7;

/** Pieces sold in the last quarter, and the trend, from orders that were not cancelled; returned and removed pieces do not count. */
export async function countSales(tx: Tx): Promise<void> {
  const bought = await tx.sql<Popularity>`
    select l.product_id as "productId", least(sum(l.quantity - l.removed - l.returned), 2000000000)::int as sold,
      sum((l.quantity - l.removed - l.returned) * 0.5 ^ (greatest(extract(epoch from ${tx.now}::timestamptz - o.placed_at), 0) / 86400 / ${HALF_LIFE_DAYS}::int))::real as trend
    from order_lines l join orders o on o.id = l.order_id
    where o.cancelled_at is null and o.placed_at > ${later(tx.now, -SOLD_LATELY)} group by 1 having sum(l.quantity - l.removed - l.returned) > 0`;
  await recordPopularity(tx, bought);
}
