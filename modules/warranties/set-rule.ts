import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { warrantyRuleChanged } from './events.ts';

const OfProduct = z.object({ productId: z.uuid() });

/** Holds for what is sold from now on. */
export const setWarranty = operation({
  name: 'warranties.set',
  route: 'PUT /products/:productId/warranty',
  says: 'Set the warranty of a product',
  needs: 'products:write',
  input: OfProduct.extend({ months: z.int().min(1, 'should be at least a month').max(600, 'should be at most 50 years'), terms: z.string().trim().max(2_000).default('') }),
  output: OfProduct.extend({ months: z.int() }),
  async run(tx, { productId, months, terms }) {
    const [product] = await tx.sql`select 1 from products where id = ${productId}`;
    if (!product) throw notFound('The product');
    const [before] = await tx.sql`select months, terms from warranty_rules where product_id = ${productId}`;
    await tx.sql`insert into warranty_rules (product_id, months, terms, updated_at) values (${productId}, ${months}, ${terms}, ${tx.now})
      on conflict (workspace_id, product_id) do update set months = excluded.months, terms = excluded.terms, updated_at = excluded.updated_at`;
    tx.changed({ record: 'warranty', id: productId, before, after: { months, terms } });
    tx.tell(warrantyRuleChanged, { productId, months });
    return { productId, months };
  },
});

/** Cards that were given stay. */
export const removeWarranty = operation({
  name: 'warranties.remove',
  route: 'DELETE /products/:productId/warranty',
  says: 'Take the warranty of a product away',
  needs: 'products:write',
  input: OfProduct,
  output: OfProduct,
  async run(tx, { productId }) {
    const removed = await tx.sql`delete from warranty_rules where product_id = ${productId} returning id`;
    if (removed.length === 0) throw notFound('The warranty');
    tx.changed({ record: 'warranty', id: productId, after: null });
    tx.tell(warrantyRuleChanged, { productId, months: null });
    return { productId };
  },
});
