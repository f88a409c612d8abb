import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { reviewPublished, reviewTakenDown } from '#modules/reviews/index.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { sizeGuideChanged } from './events.ts';
import { adviceOf, recommendSize, toMillimetres, type Advice, type Recommendation } from './recommend-size.ts';
import { FullGuide, ShownGuide } from './shapes.ts';
import { sizeGuides } from './tables.ts';
import { readGuide } from './write-guide.ts';

export const sizeGuideList = listView({
  name: 'size-guides.list',
  route: 'GET /size-guides',
  says: 'Size guides',
  needs: 'products:read',
  opens: '/size-guides/:id',
  from: sizeGuides,
  columns: {
    name: column(sizeGuides.name, { says: 'Name', search: true, sort: 'a to z' }),
    sizes: column(sql<string>`(select string_agg(s ->> 'size', ', ' order by n) from jsonb_array_elements(case when jsonb_typeof(size_guides.sizes) = 'array' then size_guides.sizes else '[]' end) with ordinality as x(s, n))`, { says: 'Sizes' }),
    products: column(sql<number>`(select count(*)::int from size_guide_uses u where u.guide_id = size_guides.id and u.product_id is not null)`, { says: 'Products', type: 'number' }),
    categories: column(sql<number>`(select count(*)::int from size_guide_uses u where u.guide_id = size_guides.id and u.category_id is not null)`, { says: 'Categories', type: 'number' }),
    updatedAt: column(sizeGuides.updatedAt, { says: 'Changed', filter: 'dates', sort: true }),
  },
  changesWith: [sizeGuideChanged],
});

export const sizeGuideGet = view({
  name: 'size-guides.get',
  route: 'GET /size-guides/:id',
  says: 'A size guide',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: FullGuide,
  changesWith: [sizeGuideChanged],
  read: (r, { id }) => readGuide(r, id),
});

const Fit = z.enum(['small', 'large', 'true']).nullable().meta({ description: 'what most reviews say: runs small, runs large, true to size' });
const Sizing = z.object({ guide: ShownGuide.nullable(), fit: Fit, votes: z.object({ small: z.int(), true: z.int(), large: z.int() }) });
type Sizing = z.output<typeof Sizing>;

/** The guide of a product and what reviews say of its fit. */
export const productSizing = view({
  name: 'storefront.sizing.get',
  on: 'storefront',
  route: 'GET /products/:productId/size-guide',
  says: 'Size guide of a product',
  needs: 'storefront:products',
  input: z.object({ productId: z.uuid() }),
  output: Sizing,
  changesWith: [sizeGuideChanged, reviewPublished, reviewTakenDown],
  read: (r, { productId }) => sizingOf(r, productId),
});

// Its own guide first, then that of the deepest of its categories or of one above them.
async function sizingOf(r: Reader, productId: string): Promise<Sizing> {
  const [row] = await r.sql<{ guide: Sizing['guide']; votes: Sizing['votes'] | null }>`
    select (select json_build_object('id', g.id, 'name', g.name, 'note', g.note, 'unit', g.unit, 'measures', g.measures, 'sizes', g.sizes)
        from size_guide_uses u join size_guides g on g.id = u.guide_id
        left join categories c on c.id = u.category_id
        where u.product_id = ${productId} or u.category_id in (
          select unnest(k.path) from product_categories pc join categories k on k.id = pc.category_id where pc.product_id = ${productId})
        order by (u.product_id is not null) desc, cardinality(c.path) desc nulls last, g.id limit 1) as guide,
      (select json_build_object('small', fit_small, 'true', fit_true, 'large', fit_large) from product_ratings where product_id = ${productId}) as votes`;
  const votes = row?.votes ?? { small: 0, true: 0, large: 0 };
  return { guide: row?.guide ?? null, fit: adviceOf(votes), votes };
}

const Told = z.object({ size: z.string().nullable(), how: z.enum(['fits', 'between', 'outside']).nullable(), says: z.string() });

/** The size for somebody with these measures. Nothing of it is kept. */
export const sizeFor = view({
  name: 'storefront.sizing.recommend',
  on: 'storefront',
  route: 'GET /products/:productId/size-recommendation',
  says: 'Which size fits',
  needs: 'storefront:products',
  input: z.object({
    productId: z.uuid(),
    unit: z.enum(['cm', 'in']).default('cm'),
    body: z.record(z.string().max(30), z.coerce.number().positive('should be a length').max(500)).meta({ description: 'body[chest]=96&body[waist]=80' }),
  }),
  output: Told,
  changesWith: [sizeGuideChanged, reviewPublished, reviewTakenDown],
  async read(r, { productId, unit, body }) {
    const { guide, fit } = await sizingOf(r, productId);
    if (!guide) throw new Refusal('not_found', 'There is no size guide for this product.');
    const lengths = Object.fromEntries(Object.entries(body).map(([key, value]) => [key, toMillimetres(value, unit)]));
    const found = recommendSize(guide.sizes, lengths, fit);
    return { size: found?.size ?? null, how: found?.how ?? null, says: sentenceOf(found, fit) };
  },
});

function sentenceOf(found: Recommendation | null, fit: Advice): string {
  if (!found) return 'Enter at least one measure of the table.';
  if (found.how === 'outside') return `Your measures are beyond our sizes. ${found.size} comes nearest.`;
  if (found.how === 'between') return `You are between two sizes. ${found.size} comes nearest.`;
  if (found.moved) return `We recommend ${found.size}, because customers say it runs ${fit === 'small' ? 'small' : 'large'}.`;
  return `We recommend ${found.size}.`;
}
