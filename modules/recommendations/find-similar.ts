import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';

const KEPT = 12;
/** Found again after a week even if the product itself stayed the same: its neighbours may have changed. */
const GOOD_FOR = 7 * DAY;

/** Finds similar products for those that are new, changed or have waited longest; answers how many. */
export async function findSimilar(tx: Tx, atOnce = 500): Promise<number> {
  const rows = await tx.sql<{ id: string }>`
    select p.id from products p left join recommended_products r on r.product_id = p.id
    where p.status = 'active' and p.live_since is not null and (r.alike_at is null or r.alike_at < p.updated_at or r.alike_at < ${later(tx.now, -GOOD_FOR)})
    order by r.alike_at nulls first, p.id limit ${atOnce}`;
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  await tx.sql`
    insert into recommended_products (product_id, alike, alike_at)
    select p.id, coalesce(s.others, '{}'), ${tx.now} from unnest(${ids}::uuid[]) p(id) left join similar_products(${ids}::uuid[], ${KEPT}::int) s on s.product_id = p.id order by p.id
    on conflict (workspace_id, product_id) do update set alike = excluded.alike, alike_at = excluded.alike_at`;
  return ids.length;
}
