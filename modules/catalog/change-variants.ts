import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { removeVariants } from './change-options.ts';
import { onePerCurrency } from './create-product.ts';
import { lockProduct } from './lock-product.ts';
import { MOST_VARIANTS, requireRoom } from './options.ts';
import { optionKey, type Option } from './plan-variants.ts';
import { VariantFields, VariantInput } from './product-input.ts';
import { insertParts, noParts, priceRows, variantRow } from './product-rows.ts';
import { ProductView, productById } from './product-view.ts';
import { lockProducts, productsChanged, touchProducts } from './products-changed.ts';
import { patchPrices, patchVariants, PriceChange, requireChoice } from './save-variants.ts';

const Ids = z.object({ updated: z.array(z.uuid()) });

/** Changes many variants at once, of any products. Only the given fields change; an unknown variant refuses all. */
export const updateVariants = operation({
  name: 'variants.update',
  route: 'PATCH /variants',
  says: 'Change variants',
  needs: 'products:write',
  input: z.object({ variants: z.array(VariantFields.extend({ id: z.uuid() })).min(1).max(MOST_VARIANTS) }),
  output: Ids,
  async run(tx, { variants }) {
    const ids = variants.map((v) => v.id);
    const productIds = await lockOwners(tx, ids);
    await patchVariants(tx, variants);
    await finish(tx, productIds);
    return { updated: ids };
  },
});

/** Locks the products the variants belong to; refuses when one is unknown. */
export async function lockOwners(tx: Tx, variantIds: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string; productId: string }>`select id, product_id as "productId" from variants where id = any(${variantIds}::uuid[])`;
  const known = new Set(rows.map((r) => r.id));
  const missing = variantIds.find((id) => !known.has(id));
  if (missing) throw notFound(`The variant ${missing}`);
  const productIds = [...new Set(rows.map((r) => r.productId))];
  await lockProducts(tx, productIds);
  return productIds;
}

async function finish(tx: Tx, productIds: readonly string[]): Promise<void> {
  await touchProducts(tx, productIds);
  await productsChanged(tx, productIds);
}

const VariantPrice = PriceChange.extend({ variantId: z.uuid() });

/** Sets many prices at once: variant by currency. What is not named stays. */
export const setPrices = operation({
  name: 'prices.set',
  route: 'PUT /prices',
  says: 'Set prices',
  needs: 'products:write',
  input: z.object({ prices: z.array(VariantPrice).min(1).max(5_000) }),
  output: Ids,
  async run(tx, { prices }) {
    refuseTwice(prices);
    const variantIds = [...new Set(prices.map((p) => p.variantId))];
    const productIds = await lockOwners(tx, variantIds);
    await patchPrices(tx, prices);
    await finish(tx, productIds);
    return { updated: variantIds };
  },
});

function refuseTwice(prices: readonly { variantId: string; currency: string }[]): void {
  const keys = prices.map((p) => `${p.variantId} ${p.currency}`);
  const twice = prices[keys.findIndex((key, i) => keys.indexOf(key) !== i)];
  if (twice) throw new Refusal('invalid', `The price in ${twice.currency} of one variant is given twice.`, { fields: { prices: 'has a variant and currency twice' } });
}

/** Adds one combination that is missing, with values the options already have. */
export const addVariant = operation({
  name: 'variants.add',
  route: 'POST /products/:id/variants',
  says: 'Add a variant',
  needs: 'products:write',
  input: VariantInput.extend({ id: z.uuid() }),
  output: ProductView,
  async run(tx, { id, ...given }) {
    await lockProduct(tx, id);
    const options = await tx.sql<Option>`select name, values from product_options where product_id = ${id} order by position`;
    requireChoice(options, given.options);
    const [{ total, twin }] = (await tx.sql<{ total: number; twin: boolean }>`
      select count(*) as total, coalesce(bool_or(option_key = ${optionKey(given.options)}), false) as twin from variants where product_id = ${id}`) as [{ total: number; twin: boolean }];
    if (twin) throw new Refusal('conflict', 'This product already has a variant with these options.');
    requireRoom(total + 1);
    const row = variantRow(id, options, total, given);
    await insertParts(tx, { ...noParts(), variants: [row], prices: priceRows(row.id, onePerCurrency(given.prices ?? [])) });
    await finish(tx, [id]);
    return productById(tx, id);
  },
});

/** Removes one combination. The last variant stays: a product without variants cannot be bought. */
export const removeVariant = operation({
  name: 'variants.remove',
  route: 'DELETE /products/:id/variants/:variantId',
  says: 'Remove a variant',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), variantId: z.uuid() }),
  output: ProductView,
  async run(tx, { id, variantId }) {
    await lockProduct(tx, id);
    const rows = await tx.sql<{ id: string }>`select id from variants where product_id = ${id}`;
    if (!rows.some((r) => r.id === variantId)) throw notFound('This variant');
    if (rows.length === 1) throw new Refusal('last_variant', 'This is the last variant of the product. Archive or delete the product instead.');
    await removeVariants(tx, [variantId]);
    await finish(tx, [id]);
    return productById(tx, id);
  },
});
