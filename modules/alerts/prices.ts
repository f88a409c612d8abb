import type { Reader } from '#platform/tenancy/context.ts';

/** The lowest price of a product in a currency, in minor units; null when it is not for sale. */
export async function lowestPrice(r: Reader, productId: string, currency: string): Promise<number | null> {
  const [row] = await r.sql<{ price: number | null }>`
    select min(c.amount) as price from products p join variants v on v.product_id = p.id join prices c on c.variant_id = v.id and c.currency = ${currency}
    where p.id = ${productId} and p.live_since is not null`;
  return row?.price ?? null;
}
