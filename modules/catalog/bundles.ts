import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { productUpdated } from './events.ts';
import { lockProduct } from './lock-product.ts';
import { productsChanged } from './products-changed.ts';

const Part = z.object({ variantId: z.uuid(), productId: z.uuid(), title: z.string(), quantity: z.int() });
const Bundle = z.object({
  productId: z.uuid(),
  kind: z.enum(['goods', 'gift_card']),
  variants: z.array(z.object({ variantId: z.uuid(), title: z.string(), components: z.array(Part) })),
});
type Bundle = z.output<typeof Bundle>;

/** What kind of product it is, and what is inside each of its variants. */
export const bundleView = view({
  name: 'products.bundle',
  route: 'GET /products/:id/bundle',
  says: 'What is inside a bundle',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: Bundle,
  changesWith: [productUpdated],
  read: (r, { id }) => readBundle(r, id),
});

async function readBundle(r: Reader, id: string): Promise<Bundle> {
  const [found] = await r.sql<Bundle>`
    select p.id as "productId", p.kind, (select json_agg(json_build_object('variantId', v.id, 'title', v.title, 'components',
      (select coalesce(json_agg(json_build_object('variantId', c.id, 'productId', c.product_id, 'quantity', b.quantity,
          'title', c.product_title || case when c.title = '' then '' else ', ' || c.title end) order by b.position, c.id), '[]')
        from bundle_components b join variants c on c.id = b.component_id where b.variant_id = v.id)) order by v.position)
      from variants v where v.product_id = p.id) as variants
    from products p where p.id = ${id}`;
  if (!found) throw notFound('This product');
  return { ...found, variants: found.variants ?? [] };
}

/**
 * Says what is inside a variant. From then on it is a bundle: sold at its own price, and each one sold takes its components from the
 * stock. No components make it an ordinary variant again.
 */
export const setBundle = operation({
  name: 'products.set-bundle',
  route: 'PUT /variants/:variantId/components',
  says: 'Say what is inside a bundle',
  needs: 'products:write',
  input: z.object({
    variantId: z.uuid(),
    components: z
      .array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(1_000) }))
      .max(50)
      .refine((parts) => new Set(parts.map((part) => part.variantId)).size === parts.length, 'each thing once'),
  }),
  output: Bundle,
  async run(tx, { variantId, components }) {
    const [variant] = await tx.sql<{ productId: string }>`select product_id as "productId" from variants where id = ${variantId}`;
    if (!variant) throw notFound('This variant');
    await lockProduct(tx, variant.productId);
    const before = await readBundle(tx, variant.productId);
    await refuseBoxesInBoxes(tx, variantId, components.map((part) => part.variantId));
    await store(tx, variantId, components);
    await productsChanged(tx, [variant.productId]);
    tx.changed({ record: 'product', id: variant.productId, before: { bundle: before.variants.find((each) => each.variantId === variantId)?.components }, after: { bundle: components } });
    return readBundle(tx, variant.productId);
  },
});

// A bundle holds single things only, so that what it takes from the stock is known in one step. The lock keeps two at once apart.
async function refuseBoxesInBoxes(tx: Tx, variantId: string, parts: readonly string[]): Promise<void> {
  if (parts.length === 0) return;
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('bundles:' || current_workspace(), 0))`;
  const rows = await tx.sql<{ id: string; holds: boolean; card: boolean }>`
    select v.id, exists (select 1 from bundle_components b where b.variant_id = v.id) as holds, p.kind = 'gift_card' as card
    from variants v join products p on p.id = v.product_id where v.id = any(${parts}::uuid[])`;
  if (rows.length < parts.length) throw notFound('Something that should be inside');
  const [inside] = await tx.sql`select 1 from bundle_components where component_id = ${variantId} limit 1`;
  if (inside) throw new Refusal('invalid', 'This is inside a bundle itself; a bundle cannot be inside another.');
  if (parts.includes(variantId)) throw new Refusal('invalid', 'A bundle cannot be inside itself.');
  if (rows.some((row) => row.holds)) throw new Refusal('invalid', 'A bundle cannot be inside another. Put its single things in instead.');
  if (rows.some((row) => row.card)) throw new Refusal('invalid', 'A gift card cannot be inside a bundle.');
}

// The box itself is not counted: what is left of it is what is left of its contents.
async function store(tx: Tx, variantId: string, components: readonly { variantId: string; quantity: number }[]): Promise<void> {
  await tx.sql`delete from bundle_components where variant_id = ${variantId}`;
  await tx.sql`
    insert into bundle_components (variant_id, component_id, quantity, position)
    select ${variantId}::uuid, c.id, c.quantity, c.place from unnest(${components.map((part) => part.variantId)}::uuid[], ${components.map((part) => part.quantity)}::int[]) with ordinality as c(id, quantity, place)`;
  await tx.sql`update variants set track_inventory = ${components.length === 0} where id = ${variantId}`;
}

/** Makes a product a gift card, or goods again. A gift card is neither taxed nor sent nor counted until somebody says otherwise. */
export const setProductKind = operation({
  name: 'products.set-kind',
  route: 'PUT /products/:id/kind',
  says: 'Say what kind a product is',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), kind: z.enum(['goods', 'gift_card']) }),
  output: Bundle,
  async run(tx, { id, kind }) {
    await lockProduct(tx, id);
    const before = await readBundle(tx, id);
    if (before.kind === kind) return before;
    if (before.variants.some(({ components }) => components.length > 0)) throw new Refusal('invalid', 'A bundle cannot be a gift card. Take out what is inside first.');
    await tx.sql`update products set kind = ${kind}, version = version + 1, updated_at = ${tx.now} where id = ${id}`;
    const goods = kind === 'goods';
    await tx.sql`update variants set taxable = ${goods}, requires_shipping = ${goods}, track_inventory = ${goods} where product_id = ${id}`;
    await productsChanged(tx, [id]);
    tx.changed({ record: 'product', id, before: { kind: before.kind }, after: { kind } });
    return readBundle(tx, id);
  },
});
