import type { Context } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { outsideSellers } from './outside-seller.ts';
import { priceBook, priceBookChanged, productsAt } from './price-book.ts';

/** A product of the outside seller changed at the account of the workspace whose context it is: names and prices of those that stand for tiers are read anew. Answers whether any does. */
export async function refreshProducts(ctx: Context, provider: string): Promise<boolean> {
  const book = await priceBook();
  if (productsAt(book, { sellerId: ctx.workspaceId, provider }).length === 0) return false;
  const known = await outsideSellers.get(provider).products(ctx);
  await platformTransaction('billing', async (q) => {
    for (const { id, name, price, currency } of known) await q.sql`update tier_products set name = ${name}, price = ${price} where seller_id = ${ctx.workspaceId} and provider = ${provider} and product_id = ${id} and currency = ${currency}`;
  });
  priceBookChanged();
  return true;
}
