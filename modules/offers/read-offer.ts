import * as z from 'zod';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { PLACES } from './tables.ts';

export const Offer = z.object({
  id: z.uuid(),
  title: z.string(),
  trigger: z.object({ productIds: z.array(z.uuid()), collectionIds: z.array(z.uuid()) }),
  names: z.record(z.string(), z.string()).meta({ description: 'what the products and collections are called' }),
  productId: z.uuid(),
  places: z.array(z.enum(PLACES)),
  percent: z.int().nullable(),
  active: z.boolean(),
  shown: z.int().meta({ description: 'carts and orders it stood beside' }),
  taken: z.int(),
});
export type Offer = z.infer<typeof Offer>;

/** One statement. */
export async function readOffer(r: Reader, id: string): Promise<Offer> {
  const [row] = await r.sql<Omit<Offer, 'names'> & { names: Record<string, string> | null }>`
    select o.id, o.title, o.trigger, o.product_id as "productId", o.places, o.percent, o.active,
      (select count(*)::int from offer_showings s where s.offer_id = o.id) as shown, (select count(s.taken_at)::int from offer_showings s where s.offer_id = o.id) as taken,
      (select json_object_agg(n.id, n.name) from (
        select p.id, p.title as name from products p where p.id = o.product_id or o.trigger -> 'productIds' ? p.id::text
        union all select c.id, c.title from collections c where o.trigger -> 'collectionIds' ? c.id::text) n) as names
    from offers o where o.id = ${id}`;
  if (!row) throw notFound('The offer');
  return { ...row, names: row.names ?? {} };
}
