import * as z from 'zod';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { removeVariants } from './change-options.ts';
import { onePerCurrency } from './create-product.ts';
import { requireRoom } from './options.ts';
import { optionKey, type Combination, type Option } from './plan-variants.ts';
import { Price, VariantFields } from './product-input.ts';
import { insertParts, noParts, variantRow } from './product-rows.ts';

export const PriceChange = Price.extend({ amount: Price.shape.amount.nullable().meta({ description: 'null takes the price away' }) });

/** What changes of one variant of a product. Named by its id, or by its combination when it is new. */
export const VariantChange = VariantFields.extend({
  id: z.uuid().optional(),
  options: z.record(z.string(), z.string()).optional(),
  prices: z.array(PriceChange).max(200).optional(),
});
export type VariantChange = z.output<typeof VariantChange>;

/** Removes, adds and changes variants of one product. Only what is given changes. */
export async function saveVariants(tx: Tx, productId: string, changes: readonly VariantChange[]): Promise<void> {
  if (changes.length === 0) return;
  const named = await withIds(tx, productId, changes);
  await patchVariants(tx, named);
  await patchPrices(tx, named.flatMap(({ id, prices = [] }) => onePerCurrency(prices).map((price) => ({ ...price, variantId: id }))));
}

type Named = VariantChange & { id: string };

async function withIds(tx: Tx, productId: string, changes: readonly VariantChange[]): Promise<Named[]> {
  const rows = await tx.sql<{ id: string; key: string }>`select id, option_key as key from variants where product_id = ${productId}`;
  const byKey = new Map(rows.map((row) => [row.key, row.id]));
  const known = new Set(rows.map((row) => row.id));
  const missing = changes.filter((change) => !change.id && !byKey.has(optionKey(change.options ?? {})));
  if (missing.length > 0) for (const [key, id] of await addVariants(tx, productId, missing, rows.length)) byKey.set(key, id);
  return changes.map((change) => {
    const id = change.id ?? byKey.get(optionKey(change.options ?? {}))!;
    if (change.id && !known.has(change.id)) throw notFound(`The variant ${change.id}`);
    return { ...change, id };
  });
}

async function addVariants(tx: Tx, productId: string, changes: readonly VariantChange[], from: number): Promise<[string, string][]> {
  const options = await tx.sql<Option>`select name, values from product_options where product_id = ${productId} order by position`;
  for (const change of changes) requireChoice(options, change.options ?? {});
  requireRoom(from + changes.length);
  const variants = changes.map((change, i) => variantRow(productId, options, from + i, { ...given(change), options: change.options ?? {} }));
  await insertParts(tx, { ...noParts(), variants });
  return variants.map((row) => [row.optionKey, row.id]);
}

function given({ id: _id, prices: _prices, ...fields }: VariantChange): object {
  return fields;
}

/** Refuses a combination that the options do not make. */
export function requireChoice(options: readonly Option[], choice: Combination): void {
  const fits = options.every((o) => o.values.includes(choice[o.name] ?? '')) && Object.keys(choice).length === options.length;
  if (!fits) throw new Refusal('invalid', 'A variant chooses exactly one value of each option.', { fields: { options: 'does not fit the options of the product' } });
}

/** Changes the given fields of these variants; the caller has locked their products. */
export async function patchVariants(tx: Tx, variants: readonly Named[]): Promise<void> {
  await tx.sql`
    update variants v set sku = coalesce(x.sku, v.sku), barcode = coalesce(x.barcode, v.barcode),
      weight_grams = coalesce(x."weightGrams", v.weight_grams), requires_shipping = coalesce(x."requiresShipping", v.requires_shipping),
      taxable = coalesce(x.taxable, v.taxable), tax_code = coalesce(x."taxCode", v.tax_code),
      inventory_policy = coalesce(x."inventoryPolicy", v.inventory_policy), track_inventory = coalesce(x."trackInventory", v.track_inventory)
    from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) as x(id uuid, sku text, barcode text, "weightGrams" int,
      "requiresShipping" bool, taxable bool, "taxCode" text, "inventoryPolicy" text, "trackInventory" bool)
    where v.id = x.id`;
}

/** Sets or takes away prices; what is not named stays, also a former price that is not spoken of. */
export async function patchPrices(tx: Tx, prices: readonly (z.output<typeof PriceChange> & { variantId: string })[]): Promise<void> {
  if (prices.length === 0) return;
  const rows = JSON.stringify(prices.map((p) => ({ ...p, keep: p.compareAt === undefined })));
  await tx.sql`
    with x as (select * from jsonb_to_recordset(${rows}::jsonb) as x("variantId" uuid, currency text, amount bigint, "compareAt" bigint, keep bool)),
    gone as (delete from prices c using x where x.amount is null and c.variant_id = x."variantId" and c.currency = x.currency)
    insert into prices as c (variant_id, currency, amount, compare_at)
    select x."variantId", x.currency, x.amount, coalesce(x."compareAt", case when x.keep then old.compare_at end)
    from x left join prices old on old.variant_id = x."variantId" and old.currency = x.currency where x.amount is not null
    on conflict (workspace_id, variant_id, currency) do update set amount = excluded.amount, compare_at = excluded.compare_at`;
}

/** Removes combinations somebody took out by hand. The last variant stays: a product without variants cannot be bought. */
export async function dropVariants(tx: Tx, productId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql<{ id: string }>`select id from variants where product_id = ${productId}`;
  const own = new Set(rows.map((row) => row.id));
  if (!ids.every((id) => own.has(id))) throw notFound('This variant');
  await removeVariants(tx, ids);
}

/** Refuses to leave a product with nothing to buy. */
export async function requireAVariant(tx: Tx, productId: string): Promise<void> {
  const [row] = await tx.sql`select 1 from variants where product_id = ${productId} limit 1`;
  if (!row) throw new Refusal('last_variant', 'This is the last variant of the product. Archive or delete the product instead.');
}
