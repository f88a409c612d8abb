import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { productCreated, productDeleted, productUpdated } from './events.ts';
import { ProductView, productById } from './product-view.ts';
import { products } from './tables.ts';

const CHANGES = [productCreated, productUpdated, productDeleted];

// The search text holds the tags too; few rows pass it, and only their tags are put together.
const tagged = (like: string) => sql`(${products.searchText} like lower(${like}) and tags_text(products.tags) ilike ${like})`;

/** The products of the workspace, for the dashboard. */
export const productList = listView({
  name: 'products.list',
  route: 'GET /products',
  says: 'Products',
  needs: 'products:read',
  opens: '/products/:id',
  from: products,
  search: [{ text: products.searchText, key: products.id }],
  columns: {
    title: column(products.title, { says: 'Product', sort: true, search: true }),
    slug: column(products.slug, { says: 'Address', search: true }),
    imageUrl: column(sql<string | null>`(select m.url from media m where m.product_id = products.id and m.kind = 'picture' order by m.position limit 1)`, { says: 'Picture' }),
    status: column(products.status, { says: 'Status', filter: 'any of', values: ['draft', 'active', 'archived'], sort: true }),
    brand: column(products.brand, { says: 'Brand', filter: 'any of', sort: true, search: true }),
    productType: column(products.productType, { says: 'Type', filter: 'any of', sort: true }),
    price: moneyColumn(products.priceFrom, sql`coalesce(${products.priceCurrency}, 'XXX')`, { says: 'Price from', filter: 'range', sort: true }),
    variantCount: column(sql<number>`(select count(*)::int from variants v where v.product_id = products.id)`, { says: 'Variants', type: 'number' }),
    skus: column(products.skus, { says: 'SKUs', search: true }),
    tags: column(sql<string>`tags_text(products.tags)`, { says: 'Tags', filter: 'text', search: true, searchIn: tagged }),
    publishAt: column(products.publishAt, { says: 'Published from', filter: 'dates' }),
    createdAt: column(products.createdAt, { says: 'Created', filter: 'dates', sort: true }),
    updatedAt: column(products.updatedAt, { says: 'Changed', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: CHANGES,
});

/** One product with everything that can be edited. */
export const productGet = view({
  name: 'products.get',
  route: 'GET /products/:id',
  says: 'A product',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: ProductView,
  changesWith: CHANGES,
  read: (r, { id }) => productById(r, id),
});
