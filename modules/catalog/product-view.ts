import * as z from 'zod';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { MEDIA_KINDS } from './tables.ts';

const PriceView = z.object({ currency: z.string(), amount: z.int(), compareAt: z.int().nullable() });

export const VariantView = z.object({
  id: z.uuid(),
  title: z.string(),
  options: z.record(z.string(), z.string()),
  sku: z.string(),
  barcode: z.string(),
  position: z.int(),
  weightGrams: z.int(),
  requiresShipping: z.boolean(),
  taxable: z.boolean(),
  taxCode: z.string(),
  inventoryPolicy: z.enum(['deny', 'continue']),
  trackInventory: z.boolean(),
  prices: z.array(PriceView),
});

export const MediaView = z.object({
  id: z.uuid(),
  kind: z.enum(MEDIA_KINDS),
  url: z.string(),
  posterUrl: z.string().nullable(),
  fileId: z.uuid().nullable(),
  alt: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  variantId: z.uuid().nullable(),
  focal: z.object({ x: z.int(), y: z.int() }),
  position: z.int(),
});

export const ProductView = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  brand: z.string(),
  productType: z.string(),
  status: z.enum(['draft', 'active', 'archived']),
  publishAt: z.string().nullable(),
  unpublishAt: z.string().nullable(),
  seo: z.object({ title: z.string(), description: z.string() }),
  tags: z.array(z.string()),
  customFields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(VariantView),
  media: z.array(MediaView),
  categories: z.array(z.object({ id: z.uuid(), name: z.string() })),
  collections: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type ProductView = z.output<typeof ProductView>;

interface Row extends Omit<ProductView, 'publishAt' | 'unpublishAt' | 'createdAt' | 'updatedAt'> {
  publishAt: Date | null;
  unpublishAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The whole product as the dashboard edits it. Refuses with not_found. One statement. */
export async function productById(r: Reader, id: string): Promise<ProductView> {
  const [row] = await r.sql<Row>`
    select p.id, p.slug, p.title, p.description_html as "descriptionHtml", p.brand, p.product_type as "productType", p.status,
      p.publish_at as "publishAt", p.unpublish_at as "unpublishAt", json_build_object('title', p.seo_title, 'description', p.seo_description) as seo, p.tags,
      p.custom_fields as "customFields", p.version, p.created_at as "createdAt", p.updated_at as "updatedAt",
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]')
         from product_options o where o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('id', v.id, 'title', v.title, 'options', v.options, 'sku', v.sku, 'barcode', v.barcode,
           'position', v.position, 'weightGrams', v.weight_grams, 'requiresShipping', v.requires_shipping, 'taxable', v.taxable,
           'taxCode', v.tax_code, 'inventoryPolicy', v.inventory_policy, 'trackInventory', v.track_inventory,
           'prices', (select coalesce(json_agg(json_build_object('currency', c.currency, 'amount', c.amount, 'compareAt', c.compare_at) order by c.currency), '[]')
              from prices c where c.variant_id = v.id)) order by v.position), '[]')
         from variants v where v.product_id = p.id) as variants,
      (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'url', m.url, 'posterUrl', m.poster_url, 'fileId', m.file_id, 'alt', m.alt, 'width', m.width,
           'height', m.height, 'variantId', m.variant_id,
           'focal', json_build_object('x', m.focal_x, 'y', m.focal_y), 'position', m.position) order by m.position), '[]')
         from media m where m.product_id = p.id and m.position < 1000000) as media,
      (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) order by g.name), '[]')
         from product_categories pg join categories g on g.id = pg.category_id where pg.product_id = p.id) as categories,
      (select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title) order by l.title), '[]')
         from product_collections pl join collections l on l.id = pl.collection_id where pl.product_id = p.id) as collections
    from products p where p.id = ${id}`;
  if (!row) throw notFound('This product');
  return present(row);
}

function present(row: Row): ProductView {
  return { ...row, publishAt: row.publishAt?.toISOString() ?? null, unpublishAt: row.unpublishAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
