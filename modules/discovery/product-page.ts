import * as z from 'zod';
import { Money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { categoryChanged, customFieldsChanged, productCreated, productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { stockChanged } from '#modules/inventory/index.ts';
import { Picture } from './cards.ts';
import { currencyFor } from './currency.ts';

const Variant = z.object({
  id: z.uuid(),
  sku: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  price: Money,
  compareAt: Money.nullable(),
  available: z.boolean(),
  stock: z.int().nullable().meta({ description: 'pieces left to sell; null when they are not counted' }),
  low: z.boolean().meta({ description: 'as few are left as the shop itself calls few' }),
  imageUrl: z.string().optional(),
});

const Moving = z.object({
  kind: z.enum(['video', 'model', 'spin']),
  url: z.string(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  posterUrl: z.string().nullable(),
});

export const ProductDetail = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  brand: z.string(),
  images: z.array(Picture),
  moving: z.array(Moving).meta({ description: 'videos, 3D models (GLB), and the pictures of a 360-degree view in their order' }),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(Variant),
  categories: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() })),
  customFields: z.array(z.object({ key: z.string(), says: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), unit: z.string().optional() })),
  seo: z.object({ title: z.string(), description: z.string() }),
});
export type ProductDetail = z.output<typeof ProductDetail>;

/** One product by id or slug, with every variant's price and what is left of it. A former slug still leads here. */
export const storefrontProductGet = view({
  name: 'storefront.products.get',
  on: 'storefront',
  route: 'GET /products/:id',
  says: 'A product',
  needs: 'storefront:products',
  input: z.object({ id: z.string().min(1).max(255).meta({ description: 'id or slug' }), currency: z.string().regex(/^[A-Z]{3}$/).optional() }),
  output: ProductDetail,
  changesWith: [productCreated, productUpdated, productDeleted, categoryChanged, customFieldsChanged, stockChanged],
  async read(r, { id, currency: asked }) {
    const currency = await currencyFor(r, asked);
    const row = UUID.test(id) ? await byId(r, id, currency) : ((await bySlug(r, id, currency)) ?? (await byFormerSlug(r, id, currency)));
    if (!row) throw notFound('This product');
    return present(row);
  },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The stored answer keeps how a variant is counted; the shopper hears the result only. */
type Stored = Omit<ProductDetail, 'variants' | 'moving'> & { moving?: ProductDetail['moving'];  variants: (Omit<z.output<typeof Variant>, 'available' | 'stock' | 'low' | 'imageUrl'> & { tracked: boolean; oversell: boolean; imageUrl: string | null })[] };

interface Row {
  detail: Stored;
  /** Variant id -> pieces available, and from how many on the shop is warned. */
  stock: Record<string, [left: number, lowAt: number]> | null;
}

async function bySlug(r: Reader, slug: string, currency: string): Promise<Row | undefined> {
  const [row] = await r.sql<Row>`
    select d.detail, (select json_object_agg(s.variant_id, json_build_array(s.n, s.low)) from (
        select s.variant_id, sum(s.available) as n, max(s.low_at) as low from stock_levels s join locations l on l.id = s.location_id and l.active
        where s.variant_id = any(d.variant_ids) group by s.variant_id) s) as stock
    from listing_details d where d.slug = ${slug} and d.currency = ${currency}`;
  return row;
}

async function byId(r: Reader, id: string, currency: string): Promise<Row | undefined> {
  const [row] = await r.sql<Row>`
    select d.detail, (select json_object_agg(s.variant_id, json_build_array(s.n, s.low)) from (
        select s.variant_id, sum(s.available) as n, max(s.low_at) as low from stock_levels s join locations l on l.id = s.location_id and l.active
        where s.variant_id = any(d.variant_ids) group by s.variant_id) s) as stock
    from listing_details d where d.product_id = ${id} and d.currency = ${currency}`;
  return row;
}

async function byFormerSlug(r: Reader, slug: string, currency: string): Promise<Row | undefined> {
  const [former] = await r.sql<{ id: string }>`select product_id as id from product_former_slugs where slug = ${slug}`;
  return former && byId(r, former.id, currency);
}

function present({ detail, stock }: Row): ProductDetail {
  const variants = detail.variants.map(({ tracked, oversell, imageUrl, ...variant }) => {
    const [available = 0, lowAt = 0] = stock?.[variant.id] ?? [];
    const left = Math.max(0, available);
    return { ...variant, available: !tracked || oversell || left > 0, stock: tracked ? left : null, low: tracked && left > 0 && left <= lowAt, ...(imageUrl && { imageUrl }) };
  });
  const customFields = detail.customFields.map(({ unit, ...field }) => (unit ? { ...field, unit } : field));
  // Products written before there were any have none until they change.
  return { ...detail, moving: detail.moving ?? [], variants, customFields };
}
