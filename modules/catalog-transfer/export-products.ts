import * as z from 'zod';
import { stringify } from 'csv-stringify/sync';
import { view } from '#platform/operations/view.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import { workspaceSettings } from '#modules/accounts/index.ts';
import { customFieldsOf } from '#modules/catalog/index.ts';
import { guarded } from './read-csv.ts';
import { carriedColumns, rowsOfProduct, withCarried, type Cells, type ExportProduct } from './rows.ts';
import { COLUMNS } from './shopify-columns.ts';

const AT_ONCE = 250;

export interface ExportChoice {
  status?: 'draft' | 'active' | 'archived' | undefined;
  ids?: string[] | undefined;
  currency?: string | undefined;
}

interface Field {
  key: string;
  says: string;
}

/** All matching products as a Shopify product file, piece by piece; memory holds one step of 250 products. */
export async function* exportProducts(ctx: Context, choice: ExportChoice = {}): AsyncGenerator<string, void> {
  const layout = await ctx.read((r) => layoutOf(r, choice));
  yield lineOf(layout.header);
  for await (const step of steps(ctx, choice, layout.currency)) yield csvOf(step, layout);
}

/** The same as JSON lines: one product a line. */
export async function* exportProductsAsJson(ctx: Context, choice: ExportChoice = {}): AsyncGenerator<string, void> {
  const { currency } = await ctx.read((r) => layoutOf(r, choice));
  for await (const step of steps(ctx, choice, currency)) yield jsonOf(step, currency);
}

function jsonOf(products: Found[], currency: string): string {
  return products.map((product) => `${JSON.stringify({ ...product, id: undefined, currency })}\n`).join('');
}

async function* steps(ctx: Context, choice: ExportChoice, currency: string): AsyncGenerator<Found[], void> {
  let after: string | null = null;
  do {
    const step: Found[] = await ctx.read((r) => productsAfter(r, choice, currency, after));
    if (step.length > 0) yield step;
    after = step.length === AT_ONCE ? step.at(-1)!.id : null;
  } while (after);
}

interface Layout {
  header: string[];
  fields: Field[];
  currency: string;
}

async function layoutOf(r: Reader, choice: ExportChoice): Promise<Layout> {
  const fields = await customFieldsOf(r);
  const carried = await r.sql<{ name: string }>`
    select name from (
      select jsonb_object_keys(carried) as name from products where carried <> '{}'
      union all select jsonb_object_keys(carried) from variants where carried <> '{}') c group by name order by name`;
  const extra = [...new Set(carriedColumns(Object.fromEntries(carried.map(({ name }) => [name, '']))))];
  return { header: [...COLUMNS, ...fields.map(columnOf), ...extra], fields, currency: choice.currency ?? (await workspaceSettings(r)).currency };
}

function columnOf(field: Field): string {
  return `${field.says} (product.metafields.custom.${field.key})`;
}

function csvOf(step: Found[], layout: Layout): string {
  return step.flatMap((product) => cellsOf(product, layout)).map((cells) => lineOf(layout.header.map((name) => cells[name] ?? ''))).join('');
}

function cellsOf(product: ExportProduct, { fields, currency }: Layout): Cells[] {
  const rows = rowsOfProduct(product, currency).map((cells, i) => withCarried(cells, product.variants[i]?.carried ?? {}));
  for (const field of fields) rows[0]![columnOf(field)] = String(product.customFields[field.key] ?? '');
  return rows;
}

function lineOf(cells: string[]): string {
  return stringify([cells.map(guarded)], { record_delimiter: '\n' });
}

type Found = ExportProduct & { id: string };

function productsAfter(r: Reader, choice: ExportChoice, currency: string, after: string | null): Promise<Found[]> {
  return r.sql<Found>`
    select p.id, p.slug, p.title, p.description_html as "descriptionHtml", p.brand, p.product_type as "productType", p.status, p.seo_title as "seoTitle",
      p.seo_description as "seoDescription", p.tags, p.custom_fields as "customFields", p.carried,
      (select coalesce(json_agg(json_build_object('name', o.name, 'values', o.values) order by o.position), '[]') from product_options o where o.product_id = p.id) as options,
      (select coalesce(json_agg(json_build_object('url', m.url, 'alt', m.alt) order by m.position), '[]') from media m where m.product_id = p.id and m.position < 1000000 and m.kind = 'picture') as media,
      (select coalesce(json_agg(json_build_object('options', v.options, 'sku', v.sku, 'barcode', v.barcode, 'weightGrams', v.weight_grams,
          'requiresShipping', v.requires_shipping, 'taxable', v.taxable, 'taxCode', v.tax_code, 'inventoryPolicy', v.inventory_policy,
          'trackInventory', v.track_inventory, 'amount', c.amount, 'compareAt', c.compare_at, 'carried', v.carried,
          'onHand', (select sum(s.on_hand) from stock_levels s where s.variant_id = v.id),
          'imageUrl', (select m.url from media m where m.variant_id = v.id and m.kind = 'picture' order by m.position limit 1)) order by v.position), '[]')
        from variants v left join prices c on c.variant_id = v.id and c.currency = ${currency} where v.product_id = p.id) as variants
    from products p
    where (${after}::uuid is null or p.id > ${after}) and (${choice.status ?? null}::text is null or p.status = ${choice.status ?? null})
      and (${choice.ids ?? null}::uuid[] is null or p.id = any(${choice.ids ?? null}::uuid[]))
    order by p.id limit ${AT_ONCE}`;
}

const MOST_AT_ONCE = 2_000;

/** For programs that want the file in one answer. Long catalogues are streamed by `exportProducts` instead. */
export const productExport = view({
  name: 'products.export',
  route: 'GET /product-export',
  says: 'Export products',
  needs: 'products:read',
  input: z.object({
    format: z.enum(['csv', 'json']).default('csv'),
    status: z.enum(['draft', 'active', 'archived']).optional(),
    currency: z.string().regex(/^[A-Z]{3}$/).optional(),
    cursor: z.uuid().optional(),
  }),
  output: z.object({ filename: z.string(), text: z.string(), nextCursor: z.uuid().nullable() }),
  async read(r, { format, cursor, ...choice }) {
    const layout = await layoutOf(r, choice);
    const products: Found[] = [];
    let after: string | null = cursor ?? null;
    do {
      const step = await productsAfter(r, choice, layout.currency, after);
      products.push(...step);
      after = step.length === AT_ONCE ? step.at(-1)!.id : null;
    } while (after && products.length < MOST_AT_ONCE);
    const csv = () => (cursor ? '' : lineOf(layout.header)) + csvOf(products, layout);
    return { filename: `products.${format === 'csv' ? 'csv' : 'jsonl'}`, text: format === 'csv' ? csv() : jsonOf(products, layout.currency), nextCursor: after };
  },
});
