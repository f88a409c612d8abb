import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { lockProduct } from './lock-product.ts';
import { ProductView, productById } from './product-view.ts';
import { productsChanged } from './products-changed.ts';

const Tags = z.array(z.string().trim().min(1).max(100)).max(250).default([]);

/** Puts tags on and takes tags off; the others stay. A tag that is there already is not put twice. */
export const tagProduct = operation({
  name: 'products.tag',
  route: 'POST /products/:id/tags',
  says: 'Tag a product',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), add: Tags, remove: Tags }),
  output: ProductView,
  async run(tx, { id, add, remove }) {
    await lockProduct(tx, id);
    const before = await productById(tx, id);
    const tags = [...new Set([...before.tags, ...add])].filter((tag) => !remove.includes(tag)).slice(0, 250);
    await tx.sql`update products set tags = ${tags}, version = version + 1, updated_at = ${tx.now} where id = ${id}`;
    await productsChanged(tx, [id]);
    tx.changed({ record: 'product', id, before: { tags: before.tags }, after: { tags } });
    return productById(tx, id);
  },
});
