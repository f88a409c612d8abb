import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { categoryChanged, productCreated, productDeleted, productUpdated } from '#modules/catalog/index.ts';
import { currencyFor } from './currency.ts';

const Category = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  productCount: z.int().meta({ description: 'visible products here and below' }),
  imageUrl: z.string().optional(),
});

interface Row extends Omit<z.output<typeof Category>, 'imageUrl'> {
  imageUrl: string;
}

/** The category tree, parents before children, each with the number of products a shopper finds there. */
export const storefrontCategoryList = view({
  name: 'storefront.categories.list',
  on: 'storefront',
  route: 'GET /categories',
  says: 'Categories',
  needs: 'storefront:products',
  input: z.object({ currency: z.string().regex(/^[A-Z]{3}$/).optional() }),
  output: z.object({ data: z.array(Category) }),
  changesWith: [categoryChanged, productCreated, productUpdated, productDeleted],
  async read(r, { currency: asked }) {
    const currency = await currencyFor(r, asked);
    const rows = await r.sql<Row>`
      select c.id, c.slug, c.name, c.parent_id as "parentId", coalesce(t.total, 0) as "productCount", c.image_url as "imageUrl"
      from categories c left join listing_totals t on t.scope = c.id and t.currency = ${currency}
      order by cardinality(c.path), c.position, c.name`;
    return { data: rows.map(({ imageUrl, ...row }) => (imageUrl ? { ...row, imageUrl } : row)) };
  },
});
