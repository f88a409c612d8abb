import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { applyRules, RulesInput } from './collection-rules.ts';
import { collectionChanged } from './events.ts';
import { Slug, WebAddress } from './product-input.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { slugCandidates, slugOf } from './slug.ts';

const Fields = z.object({
  title: z.string().trim().min(1).max(255),
  slug: Slug,
  descriptionHtml: z.string().max(100_000),
  imageUrl: z.union([WebAddress, z.literal('')]),
  rules: RulesInput.nullable().meta({ description: 'null = products are put in by hand' }),
});
type Fields = z.output<typeof Fields>;

export const CollectionView = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  imageUrl: z.string(),
  rules: z.object({ match: z.enum(['all', 'any']), conditions: z.array(z.object({ field: z.string(), is: z.string(), value: z.string() })) }).nullable(),
  productCount: z.int(),
});
type CollectionView = z.output<typeof CollectionView>;

export const collectionList = view({
  name: 'collections.list',
  route: 'GET /collections',
  says: 'Collections',
  needs: 'products:read',
  input: z.object({}),
  output: z.object({ data: z.array(CollectionView) }),
  changesWith: [collectionChanged],
  read: async (r) => ({ data: await collectionRows(r, null) }),
});

export const collectionGet = view({
  name: 'collections.get',
  route: 'GET /collections/:id',
  says: 'A collection',
  needs: 'products:read',
  input: z.object({ id: z.uuid() }),
  output: CollectionView.extend({ productIds: z.array(z.uuid()) }),
  changesWith: [collectionChanged],
  async read(r, { id }) {
    const found = await collectionById(r, id);
    const rows = await r.sql<{ id: string }>`select product_id as id from product_collections where collection_id = ${id} order by position, product_id`;
    return { ...found, productIds: rows.map((row) => row.id) };
  },
});

function collectionRows(r: Reader, id: string | null): Promise<CollectionView[]> {
  return r.sql<CollectionView>`
    select c.id, c.slug, c.title, c.description_html as "descriptionHtml", c.image_url as "imageUrl", c.rules,
      (select count(*) from product_collections p where p.collection_id = c.id) as "productCount"
    from collections c where ${id}::uuid is null or c.id = ${id} order by c.position, c.title`;
}

async function collectionById(r: Reader, id: string): Promise<CollectionView> {
  const [row] = await collectionRows(r, id);
  if (!row) throw notFound('This collection');
  return row;
}

export const createCollection = operation({
  name: 'collections.create',
  route: 'POST /collections',
  says: 'Create a collection',
  needs: 'products:write',
  input: Fields.partial().extend({ title: Fields.shape.title }),
  output: CollectionView,
  async run(tx, request) {
    const id = newId();
    const slug = await freeSlug(tx, request.slug, request.title);
    const [stored] = await tx.sql`
      insert into collections (id, slug, title, description_html, image_url, rules)
      values (${id}, ${slug}, ${request.title}, ${sanitizeHtml(request.descriptionHtml ?? '')}, ${request.imageUrl ?? ''}, ${rulesText(request.rules)}::jsonb)
      on conflict (workspace_id, slug) do nothing returning id`;
    if (!stored) throw slugTaken(slug);
    if (request.rules) await applyRules(tx, null, id);
    tx.tell(collectionChanged, { collectionId: id });
    return collectionById(tx, id);
  },
});

function rulesText(rules: Fields['rules'] | undefined): string | null {
  return rules ? JSON.stringify(rules) : null;
}

async function freeSlug(tx: Tx, asked: string | undefined, title: string): Promise<string> {
  const wanted = asked ? [asked] : slugCandidates(slugOf(title), 500);
  const taken = new Set((await tx.sql<{ slug: string }>`select slug from collections where slug = any(${wanted})`).map((r) => r.slug));
  const free = wanted.find((slug) => !taken.has(slug));
  if (!free) throw slugTaken(wanted[0]!);
  return free;
}

function slugTaken(slug: string): Refusal {
  return new Refusal('conflict', `The address "${slug}" already belongs to another collection.`, { fields: { slug: 'is already used' } });
}

export const updateCollection = operation({
  name: 'collections.update',
  route: 'PATCH /collections/:id',
  says: 'Change a collection',
  needs: 'products:write',
  input: Fields.partial().extend({ id: z.uuid() }),
  output: CollectionView,
  async run(tx, { id, ...changes }) {
    await tx.sql`select 1 from collections where id = ${id} for no key update`;
    const before = await collectionById(tx, id);
    const slug = changes.slug && changes.slug !== before.slug ? await freeSlug(tx, changes.slug, before.title) : before.slug;
    const rules = changes.rules === undefined ? before.rules : changes.rules;
    await tx.sql`
      update collections set title = ${changes.title ?? before.title}, slug = ${slug}, image_url = ${changes.imageUrl ?? before.imageUrl}, rules = ${rulesText(rules as Fields['rules'])}::jsonb,
        description_html = ${changes.descriptionHtml === undefined ? before.descriptionHtml : sanitizeHtml(changes.descriptionHtml)} where id = ${id}`;
    if (changes.rules) await applyRules(tx, null, id);
    tx.tell(collectionChanged, { collectionId: id });
    tx.changed({ record: 'collection', id, before, after: changes });
    return collectionById(tx, id);
  },
});

/** Puts exactly these products into a collection, in this order. Collections with rules fill themselves. */
export const setCollectionProducts = operation({
  name: 'collections.set-products',
  route: 'PUT /collections/:id/products',
  says: 'Choose the products of a collection',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), productIds: z.array(z.uuid()).max(10_000) }),
  output: CollectionView,
  async run(tx, { id, productIds }) {
    await tx.sql`select 1 from collections where id = ${id} for no key update`;
    const before = await collectionById(tx, id);
    if (before.rules) throw new Refusal('invalid', `The collection "${before.title}" fills itself by rules.`);
    await requireProducts(tx, productIds);
    await tx.sql`delete from product_collections where collection_id = ${id} and product_id <> all(${productIds}::uuid[])`;
    await tx.sql`
      insert into product_collections as m (product_id, collection_id, position)
      select x.id, ${id}::uuid, min(x.place) - 1 from unnest(${productIds}::uuid[]) with ordinality as x(id, place) group by x.id
      on conflict (workspace_id, product_id, collection_id) do update set position = excluded.position`;
    tx.tell(collectionChanged, { collectionId: id });
    return collectionById(tx, id);
  },
});

async function requireProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = new Set((await tx.sql<{ id: string }>`select id from products where id = any(${ids}::uuid[])`).map((r) => r.id));
  const missing = ids.find((id) => !known.has(id));
  if (missing) throw notFound(`The product ${missing}`);
}

export const deleteCollection = operation({
  name: 'collections.delete',
  route: 'DELETE /collections/:id',
  says: 'Delete a collection',
  needs: 'products:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), deleted: z.literal(true) }),
  async run(tx, { id }) {
    const before = await collectionById(tx, id);
    await tx.sql`delete from collections where id = ${id}`;
    tx.tell(collectionChanged, { collectionId: id });
    tx.changed({ record: 'collection', id, before });
    return { id, deleted: true as const };
  },
});
