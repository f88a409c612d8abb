import * as z from 'zod';
import { Money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { categoryChanged, customFieldsChanged, productCreated, productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { stockChanged } from '#modules/inventory/index.ts';
import { Picture } from './cards.ts';
import { currencyFor } from './currency.ts';

const Content = z.object({ variantId: z.uuid(), quantity: z.int(), slug: z.string(), title: z.string(), variantTitle: z.string() });

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
  contents: z.array(Content).optional().meta({ description: 'what is inside, when it is a bundle' }),
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
type Stored = Omit<ProductDetail, 'variants' | 'moving'> & {
  moving?: ProductDetail['moving'];
  variants: (Omit<z.output<typeof Variant>, 'available' | 'stock' | 'low' | 'imageUrl' | 'contents'> & { tracked: boolean; oversell: boolean; imageUrl: string | null; contents?: z.output<typeof Content>[] | null })[];
};

interface Row {
  detail: Stored;
  /** Variant id -> pieces available, and from how many on the shop is warned. */
  stock: Record<string, [left: number, lowAt: number]> | null;
}

// Of bundles what their parts make; nothing is looked up where there are none.
const STOCK = `(select json_object_agg(s.variant_id, json_build_array(s.n, s.low)) from (
  select s.variant_id, sum(s.available) as n, max(s.low_at) as low from stock_levels s join locations l on l.id = s.location_id and l.active
  where s.variant_id = any(d.variant_ids) and not exists (select 1 from bundle_components b where b.variant_id = s.variant_id) group by s.variant_id
  union all
  select b.variant_id, min(floor(greatest(0, (select coalesce(sum(s.available), 0) from stock_levels s join locations l on l.id = s.location_id and l.active where s.variant_id = part.id)) / b.quantity)), 0
  from bundle_components b join variants part on part.id = b.component_id and part.track_inventory and part.inventory_policy = 'deny'
  where b.variant_id = any(d.variant_ids) group by b.variant_id) s) as stock`;

async function bySlug(r: Reader, slug: string, currency: string): Promise<Row | undefined> {
  const [row] = await r.query<Row>(`select d.detail, ${STOCK} from listing_details d where d.slug = $1 and d.currency = $2`, [slug, currency]);
  return row;
}

async function byId(r: Reader, id: string, currency: string): Promise<Row | undefined> {
  const [row] = await r.query<Row>(`select d.detail, ${STOCK} from listing_details d where d.product_id = $1 and d.currency = $2`, [id, currency]);
  return row;
}

async function byFormerSlug(r: Reader, slug: string, currency: string): Promise<Row | undefined> {
  const [former] = await r.sql<{ id: string }>`select product_id as id from product_former_slugs where slug = ${slug}`;
  return former && byId(r, former.id, currency);
}

function present({ detail, stock }: Row): ProductDetail {
  const variants = detail.variants.map(({ tracked, oversell, imageUrl, contents, ...variant }) => {
    const [available, lowAt] = stock?.[variant.id] ?? [0, 0];
    const left = Math.max(0, available);
    return { ...variant, available: !tracked || oversell || left > 0, stock: tracked ? left : null, low: tracked && left > 0 && left <= lowAt, ...(imageUrl && { imageUrl }), ...(contents && { contents }) };
  });
  const customFields = detail.customFields.map(({ unit, ...field }) => (unit ? { ...field, unit } : field));
  // Products written before there were any have none until they change.
  return { ...detail, moving: detail.moving ?? [], variants, customFields };
}
