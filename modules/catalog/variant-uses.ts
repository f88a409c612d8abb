import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { productUpdated } from './events.ts';

/** What holds on to a variant: "3 in stock", "2 promised to orders". `keeps` = the variant cannot be deleted because of it. */
export interface VariantUse {
  variantId: string;
  count: number;
  says: string;
  keeps: boolean;
}

type Asker = (r: Reader, variantIds: readonly string[]) => Promise<VariantUse[]>;
const askers: Asker[] = [];

/** Rooms above (stock) say here what speaks of a variant, so that deleting can be answered for in numbers. */
export function tellVariantUses(asker: Asker): void {
  askers.push(asker);
}

// A bundle would be short of a part.
tellVariantUses(async (r, variantIds) => {
  const rows = await r.sql<{ variantId: string; count: number }>`
    select component_id as "variantId", count(*)::int as count from bundle_components where component_id = any(${variantIds}::uuid[]) group by component_id`;
  return rows.map((row) => ({ ...row, says: row.count === 1 ? 'bundle it is inside' : 'bundles it is inside', keeps: true }));
});

async function usesOf(r: Reader, variantIds: readonly string[]): Promise<VariantUse[]> {
  const all = await Promise.all(askers.map((ask) => ask(r, variantIds)));
  return all.flat().filter((use) => use.count > 0);
}

/** Refuses, with the reason in numbers, when one of these variants cannot be deleted. */
export async function refuseUsed(r: Reader, variantIds: readonly string[]): Promise<void> {
  const keeping = (await usesOf(r, variantIds)).filter((use) => use.keeps);
  if (keeping.length === 0) return;
  const ids = [...new Set(keeping.map((use) => use.variantId))];
  const [first] = await r.sql<{ title: string }>`select title from variants where id = ${ids[0]!}`;
  const reasons = keeping.filter((use) => use.variantId === ids[0]).map((use) => `${use.count} ${use.says}`);
  const more = ids.length > 1 ? ` ${ids.length - 1} more variants are in use as well.` : '';
  throw new Refusal('in_use', `"${first?.title || 'This variant'}" cannot be removed: it has ${reasons.join(', ')}.${more} Keep its option value, or archive the product.`, { variantIds: ids });
}

const Use = z.object({ count: z.int(), says: z.string(), keeps: z.boolean() });

/** What would go with the product or one of its variants, in numbers: asked before deleting. */
export const productUses = view({
  name: 'products.uses',
  route: 'GET /products/:id/uses',
  says: 'What speaks of a product',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    variants: z.array(z.object({ id: z.uuid(), title: z.string(), uses: z.array(Use) })),
    prices: z.int(),
    pictures: z.int(),
    collections: z.int(),
    formerAddresses: z.int(),
  }),
  changesWith: [productUpdated],
  async read(r, { id }) {
    const [row] = await r.sql<{ prices: number; pictures: number; collections: number; formerAddresses: number; variants: { id: string; title: string }[] }>`
      select (select count(*) from prices c join variants v on v.id = c.variant_id where v.product_id = p.id) as prices,
        (select count(*) from media m where m.product_id = p.id and m.position < 1000000) as pictures,
        (select count(*) from product_collections l where l.product_id = p.id) as collections,
        (select count(*) from product_former_slugs f where f.product_id = p.id) as "formerAddresses",
        (select coalesce(json_agg(json_build_object('id', v.id, 'title', v.title) order by v.position), '[]') from variants v where v.product_id = p.id) as variants
      from products p where p.id = ${id}`;
    if (!row) throw notFound('This product');
    const uses = await usesOf(r, row.variants.map((v) => v.id));
    const of = (variantId: string) => uses.filter((use) => use.variantId === variantId).map(({ count, says, keeps }) => ({ count, says, keeps }));
    return { ...row, variants: row.variants.map((v) => ({ ...v, uses: of(v.id) })) };
  },
});
