import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { isInUse } from './in-use.ts';
import { requireRoom } from './options.ts';
import { optionKey, planVariants, roomFor, variantTitle, type Combination, type Option } from './plan-variants.ts';
import { refuseUsed } from './variant-uses.ts';
import { insertParts, noParts, priceRows, variantRow, type PriceRow } from './product-rows.ts';

interface Existing {
  id: string;
  options: Combination;
  prices: { currency: string; amount: number; compareAt: number | null }[];
}

/** Replaces a product's options: variants that still fit are kept with everything they have, missing ones are made. */
export async function changeOptions(tx: Tx, productId: string, options: readonly Option[], leaveOut: readonly Combination[] = []): Promise<void> {
  const before = await tx.sql<Option>`select name, values from product_options where product_id = ${productId} order by position`;
  const existing = await variantsOf(tx, productId);
  requireRoom(roomFor(options));
  const plan = planVariants(before, options, existing);
  const unwanted = new Set(leaveOut.map(optionKey));
  const create = plan.create.filter((c) => !unwanted.has(optionKey(c)));
  requireRoom(plan.keep.length + create.length);
  await removeVariants(tx, plan.drop.map((v) => v.id));
  await renameVariants(tx, options, plan.keep.map(({ variant, options: choice }) => ({ id: variant.id, choice })));
  await replaceOptions(tx, productId, options);
  await addVariants(tx, productId, options, create, existing);
  await orderVariants(tx, productId, options);
}

function variantsOf(tx: Tx, productId: string): Promise<Existing[]> {
  return tx.sql<Existing>`
    select v.id, v.options, coalesce((select json_agg(json_build_object('currency', c.currency, 'amount', c.amount, 'compareAt', c.compare_at))
      from prices c where c.variant_id = v.id), '[]') as prices
    from variants v where v.product_id = ${productId} order by v.position`;
}

/** Deletes variants; those that stock or orders speak of stay, and the change is refused. */
export async function removeVariants(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await refuseUsed(tx, ids);
  try {
    await tx.sql`update media set variant_id = null where variant_id = any(${ids}::uuid[])`;
    await tx.sql`delete from variants where id = any(${ids}::uuid[])`;
  } catch (error) {
    if (!isInUse(error)) throw error;
    throw new Refusal('in_use', 'A variant that would disappear has stock or orders. Keep its option value, or archive the product.', { variantIds: ids });
  }
}

// Two steps, because a kept variant may take the combination that another kept one is just leaving.
async function renameVariants(tx: Tx, options: readonly Option[], kept: { id: string; choice: Combination }[]): Promise<void> {
  const rows = JSON.stringify(kept.map(({ id, choice }) => ({ id, options: choice, key: optionKey(choice), title: variantTitle(options, choice) })));
  await tx.sql`update variants v set option_key = v.id::text from jsonb_to_recordset(${rows}::jsonb) as x(id uuid) where v.id = x.id`;
  await tx.sql`
    update variants v set options = x.options, option_key = x.key, title = x.title
    from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, options jsonb, key text, title text) where v.id = x.id`;
}

async function replaceOptions(tx: Tx, productId: string, options: readonly Option[]): Promise<void> {
  await tx.sql`delete from product_options where product_id = ${productId}`;
  const rows = options.map((o, position) => ({ productId, name: o.name, values: o.values, position }));
  await insertParts(tx, { ...noParts(), options: rows });
}

// A new variant costs what its nearest sibling costs: the first one there was.
async function addVariants(tx: Tx, productId: string, options: readonly Option[], create: Combination[], existing: Existing[]): Promise<void> {
  const variants = create.map((choice, i) => variantRow(productId, options, existing.length + i, { options: choice }));
  const prices: PriceRow[] = variants.flatMap((v) => priceRows(v.id, existing[0]?.prices ?? []));
  await insertParts(tx, { ...noParts(), variants, prices });
}

async function orderVariants(tx: Tx, productId: string, options: readonly Option[]): Promise<void> {
  const rows = await tx.sql<{ id: string; options: Combination }>`select id, options from variants where product_id = ${productId} order by position, id`;
  const place = ({ options: choice }: { options: Combination }) => options.reduce((sum, o) => sum * 1_000 + o.values.indexOf(choice[o.name]!), 0);
  const ids = rows.toSorted((a, b) => place(a) - place(b)).map((r) => r.id);
  await tx.sql`
    update variants v set position = x.place - 1 from unnest(${ids}::uuid[]) with ordinality as x(id, place)
    where v.id = x.id and v.position <> x.place - 1`;
}
