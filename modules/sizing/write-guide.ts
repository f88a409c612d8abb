import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { sizeGuideChanged } from './events.ts';
import { FullGuide, Guide } from './shapes.ts';

const needs = 'products:write';

export async function readGuide(r: Reader, id: string): Promise<FullGuide> {
  const [row] = await r.sql<FullGuide>`
    select g.id, g.name, g.note, g.unit, g.measures, g.sizes,
      coalesce((select json_agg(json_build_object('id', p.id, 'title', p.title, 'status', p.status, 'imageUrl', (select m.url from media m where m.product_id = p.id order by m.position limit 1)) order by p.title)
        from size_guide_uses u join products p on p.id = u.product_id where u.guide_id = g.id), '[]') as products,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name) from size_guide_uses u join categories c on c.id = u.category_id where u.guide_id = g.id), '[]') as categories
    from size_guides g where g.id = ${id}`;
  if (!row) throw notFound('The size guide');
  return row;
}

export const createSizeGuide = operation({
  name: 'size-guides.create',
  route: 'POST /size-guides',
  says: 'Add a size guide',
  needs,
  input: Guide,
  output: FullGuide,
  async run(tx, guide) {
    checkSizes(guide);
    const [row] = await tx.sql<{ id: string }>`insert into size_guides (name, note, unit, measures, sizes) values (${guide.name}, ${guide.note}, ${guide.unit}, ${JSON.stringify(guide.measures)}, ${JSON.stringify(guide.sizes)})
      on conflict (workspace_id, name) do nothing returning id`;
    if (!row) throw taken(guide.name);
    await useFor(tx, row.id, guide);
    return done(tx, row.id, undefined);
  },
});

/** What is given replaces what was there. */
export const updateSizeGuide = operation({
  name: 'size-guides.update',
  route: 'PUT /size-guides/:id',
  says: 'Change a size guide',
  needs,
  input: Guide.extend({ id: z.uuid() }),
  output: FullGuide,
  async run(tx, { id, ...guide }) {
    checkSizes(guide);
    const locked = await tx.sql`select 1 from size_guides where id = ${id} for update`;
    if (locked.length === 0) throw notFound('The size guide');
    const [other] = await tx.sql`select 1 from size_guides where name = ${guide.name} and id <> ${id}`;
    if (other) throw taken(guide.name);
    const before = await readGuide(tx, id);
    await tx.sql`update size_guides set name = ${guide.name}, note = ${guide.note}, unit = ${guide.unit}, measures = ${JSON.stringify(guide.measures)}, sizes = ${JSON.stringify(guide.sizes)}, updated_at = ${tx.now} where id = ${id}`;
    await useFor(tx, id, guide);
    return done(tx, id, before);
  },
});

export const deleteSizeGuide = operation({
  name: 'size-guides.delete',
  route: 'DELETE /size-guides/:id',
  says: 'Delete a size guide',
  needs,
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const before = await readGuide(tx, id);
    await tx.sql`delete from size_guides where id = ${id}`;
    tx.changed({ record: 'size guide', id, before });
    tx.tell(sizeGuideChanged, { guideId: id });
    return { id };
  },
});

function taken(name: string): Refusal {
  return new Refusal('conflict', `There is a size guide called “${name}” already.`, { fields: { name: 'is in use' } });
}

function checkSizes({ measures, sizes }: Guide): void {
  const keys = new Set(measures.map((each) => each.key));
  if (keys.size < measures.length) throw new Refusal('invalid', 'Two measures have the same name.', { fields: { measures: 'are there twice' } });
  if (new Set(sizes.map((each) => each.size)).size < sizes.length) throw new Refusal('invalid', 'A size stands there twice.', { fields: { sizes: 'are there twice' } });
  const strange = sizes.find((row) => Object.keys(row.ranges).some((key) => !keys.has(key)));
  if (strange) throw new Refusal('invalid', `Size ${strange.size} has a measure that the guide does not have.`, { fields: { sizes: 'have an unknown measure' } });
}

// A product or category that had another guide now has this one.
async function useFor(tx: Tx, id: string, { productIds, categoryIds }: Guide): Promise<void> {
  await tx.sql`delete from size_guide_uses where guide_id = ${id} or product_id = any(${productIds}::uuid[]) or category_id = any(${categoryIds}::uuid[])`;
  const products = await tx.sql`insert into size_guide_uses (guide_id, product_id) select ${id}::uuid, id from products where id = any(${productIds}::uuid[]) returning id`;
  const categories = await tx.sql`insert into size_guide_uses (guide_id, category_id) select ${id}::uuid, id from categories where id = any(${categoryIds}::uuid[]) returning id`;
  if (products.length < new Set(productIds).size) throw notFound('One of the products');
  if (categories.length < new Set(categoryIds).size) throw notFound('One of the categories');
}

async function done(tx: Tx, id: string, before: FullGuide | undefined): Promise<FullGuide> {
  const after = await readGuide(tx, id);
  tx.changed({ record: 'size guide', id, ...(before && { before }), after });
  tx.tell(sizeGuideChanged, { guideId: id });
  return after;
}
