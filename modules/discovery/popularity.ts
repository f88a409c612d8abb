import type { Tx } from '#platform/tenancy/context.ts';

/** What one product sold: pieces in the last quarter, and its trend, in which recent sales weigh most. */
export interface Popularity {
  productId: string;
  sold: number;
  trend: number;
}

/** Writes how much products are bought, for the bestselling and trending orders. Products not named were not bought lately. */
export async function recordPopularity(tx: Tx, bought: readonly Popularity[]): Promise<void> {
  await tx.sql`
    with bought as (select * from unnest(${bought.map((b) => b.productId)}::uuid[], ${bought.map((b) => b.sold)}::int[], ${bought.map((b) => b.trend)}::real[]) as b(product_id, sold, trend))
    update listings l set sold = coalesce(b.sold, 0), trend = coalesce(b.trend, 0)
    from listings old left join bought b on b.product_id = old.product_id
    where l.id = old.id and (old.sold, old.trend) is distinct from (coalesce(b.sold, 0), coalesce(b.trend, 0)::real)`;
}
