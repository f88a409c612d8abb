import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { checkedFields, fieldDefinitions } from './field-values.ts';
import { requireKnown } from './known-ids.ts';
import { combinationsOf } from './options.ts';
import { optionKey } from './plan-variants.ts';
import { NewProduct, type VariantInput } from './product-input.ts';
import { requireRightFiles } from './media-files.ts';
import { insertParts, mediaRows, noParts, priceRows, variantRow, type Parts, type ProductRow } from './product-rows.ts';
import { ProductView, productById } from './product-view.ts';
import { productsChanged } from './products-changed.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { refuseAWrongPeriod } from './publish-period.ts';
import { slugOf } from './slug.ts';
import { insertProducts, requireFreeSlug } from './take-slug.ts';

/** Creates a product with its options, variants, prices and media; variants are made from the options unless listed. */
export const createProduct = operation({
  name: 'products.create',
  route: 'POST /products',
  says: 'Create a product',
  needs: 'products:write',
  input: NewProduct,
  output: ProductView,
  async run(tx, request) {
    refuseAWrongPeriod(request, tx.now);
    if (request.slug) await requireFreeSlug(tx, request.slug, null);
    await requireKnown(tx, request);
    await requireRightFiles(tx, request.media);
    const product = await headOf(tx, request);
    const parts = partsOf(product.id, request);
    await insertProducts(tx, [product]);
    await insertParts(tx, parts);
    await productsChanged(tx, [product.id], 'created');
    tx.changed({ record: 'product', id: product.id, after: { title: product.title, slug: product.slug } });
    return productById(tx, product.id);
  },
});

async function headOf(tx: Tx, request: NewProduct): Promise<ProductRow> {
  const productType = request.productType ?? '';
  const customFields = checkedFields(await fieldDefinitions(tx), { productType, before: {}, changes: request.customFields ?? {} });
  return {
    id: newId(),
    slug: request.slug ?? slugOf(request.title),
    title: request.title,
    descriptionHtml: sanitizeHtml(request.descriptionHtml ?? ''),
    brand: request.brand ?? '',
    productType,
    status: request.status ?? 'draft',
    publishAt: request.publishAt ?? null,
    unpublishAt: request.unpublishAt ?? null,
    seoTitle: request.seo?.title ?? '',
    seoDescription: request.seo?.description ?? '',
    tags: [...new Set(request.tags ?? [])],
    customFields,
    carried: {},
  };
}

function partsOf(productId: string, request: NewProduct): Parts {
  const rows = variantsOf(request).map((given, i) => ({ row: variantRow(productId, request.options, i, given), prices: given.prices ?? request.prices }));
  return {
    ...noParts(),
    options: request.options.map((o, position) => ({ productId, name: o.name, values: o.values, position })),
    variants: rows.map((r) => r.row),
    prices: rows.flatMap((r) => priceRows(r.row.id, onePerCurrency(r.prices))),
    media: mediaRows(productId, request.media, 0, new Map(rows.map((r) => [r.row.optionKey, r.row.id]))),
    categories: [...new Set(request.categoryIds ?? [])].map((categoryId) => ({ productId, categoryId })),
    collections: [...new Set(request.collectionIds ?? [])].map((collectionId) => ({ productId, collectionId })),
  };
}

function variantsOf(request: NewProduct): VariantInput[] {
  const all = combinationsOf(request.options);
  if (!request.variants) return all.map((options) => ({ options }));
  const possible = new Set(all.map(optionKey));
  const seen = new Set<string>();
  for (const [i, v] of request.variants.entries()) {
    const key = optionKey(v.options);
    const problem = !possible.has(key) ? "does not choose exactly one value of each option" : seen.has(key) ? 'is the same as one before it' : undefined;
    if (problem) throw new Refusal('invalid', `Variant ${i + 1} ${problem}.`, { fields: { [`variants.${i}.options`]: problem } });
    seen.add(key);
  }
  return request.variants;
}

/** Two prices in one currency are a slip, not a choice. */
export function onePerCurrency<P extends { currency: string }>(list: readonly P[]): readonly P[] {
  const twice = list.find((p, i) => list.findIndex((q) => q.currency === p.currency) !== i);
  if (twice) throw new Refusal('invalid', `There are two prices in ${twice.currency} for one variant.`, { fields: { prices: 'has a currency twice' } });
  return list;
}
