import type { Reader } from '#platform/tenancy/context.ts';
import { variantsForSale } from '#modules/catalog/index.ts';
import { availability } from '#modules/inventory/index.ts';
import type { CartHead, Facts } from './cart.ts';

/** Two statements: what these variants cost and how many are left, now. */
export async function factsFor(r: Reader, currency: CartHead['currency'], variantIds: Iterable<string>): Promise<Facts> {
  const ids = [...new Set(variantIds)];
  if (ids.length === 0) return { forSale: new Map(), stock: new Map() };
  const forSale = await variantsForSale(r, ids, currency);
  return { forSale, stock: await availability(r, ids) };
}
