import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { view } from '#platform/operations/view.ts';
import { categoryChanged } from './events.ts';
import { Slug, WebAddress } from './product-input.ts';
import { productsChanged } from './products-changed.ts';
import { sanitizeHtml } from './sanitize-html.ts';
import { slugCandidates, slugOf } from './slug.ts';

const DEEPEST = 10;

const Fields = z.object({
  name: z.string().trim().min(1).max(255),
  slug: Slug,
  descriptionHtml: z.string().max(100_000),
  imageUrl: z.union([WebAddress, z.literal('')]),
});

export const CategoryView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  slug: z.string(),
  name: z.string(),
  descriptionHtml: z.string(),
  imageUrl: z.string(),
  position: z.int(),
  productCount: z.int().meta({ description: 'products put into exactly this category' }),
});
type CategoryView = z.output<typeof CategoryView>;

export const categoryList = view({
  name: 'categories.list',
  route: 'GET /categories',
  says: 'The category tree',
  needs: 'products:read',
  input: z.object({}),
  output: z.object({ data: z.array(CategoryView) }),
  changesWith: [categoryChanged],
  read: async (r) => ({ data: await categoryRows(r, null) }),
});

function categoryRows(r: Reader, id: string | null): Promise<CategoryView[]> {
  return r.sql<CategoryView>`
    select c.id, c.parent_id as "parentId", c.slug, c.name, c.description_html as "descriptionHtml", c.image_url as "imageUrl", c.position,
      (select count(*) from product_categories p where p.category_id = c.id) as "productCount"
    from categories c where ${id}::uuid is null or c.id = ${id} order by cardinality(c.path), c.position, c.name`;
}

async function categoryById(r: Reader, id: string): Promise<CategoryView> {
  const [row] = await categoryRows(r, id);
  if (!row) throw notFound('This category');
  return row;
}

export const createCategory = operation({
  name: 'categories.create',
  route: 'POST /categories',
  says: 'Create a category',
  needs: 'products:write',
  input: Fields.partial().extend({ name: Fields.shape.name, parentId: z.uuid().nullish() }),
  output: CategoryView,
  async run(tx, request) {
    await lockTree(tx);
    const id = newId();
    const path = [...(await pathTo(tx, request.parentId ?? null)), id];
    const slug = await freeCategorySlug(tx, request.slug, request.name);
    await tx.sql`
      insert into categories (id, parent_id, slug, name, description_html, image_url, position, path)
      values (${id}, ${request.parentId ?? null}, ${slug}, ${request.name}, ${sanitizeHtml(request.descriptionHtml ?? '')}, ${request.imageUrl ?? ''},
        (select coalesce(max(position) + 1, 0) from categories where parent_id is not distinct from ${request.parentId ?? null}::uuid), ${path}::uuid[])`;
    tx.tell(categoryChanged, { categoryId: id });
    return categoryById(tx, id);
  },
});

// The tree changes rarely; one change at a time keeps every path true and every cycle seen. The lock ends with the transaction.
async function lockTree(tx: Tx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('categories:' || current_workspace(), 0))`;
}

async function pathTo(tx: Tx, parentId: string | null): Promise<string[]> {
  if (!parentId) return [];
  const [parent] = await tx.sql<{ path: string[] }>`select path from categories where id = ${parentId}`;
  if (!parent) throw notFound('The parent category');
  if (parent.path.length >= DEEPEST) throw new Refusal('too_deep', `Categories can lie ${DEEPEST} levels deep.`, { most: DEEPEST });
  return parent.path;
}

async function freeCategorySlug(tx: Tx, asked: string | undefined, name: string): Promise<string> {
  const wanted = asked ? [asked] : slugCandidates(slugOf(name), 500);
  const taken = new Set((await tx.sql<{ slug: string }>`select slug from categories where slug = any(${wanted})`).map((r) => r.slug));
  const free = wanted.find((slug) => !taken.has(slug));
  if (!free) throw new Refusal('conflict', `The address "${wanted[0]}" already belongs to another category.`, { fields: { slug: 'is already used' } });
  return free;
}

export const updateCategory = operation({
  name: 'categories.update',
  route: 'PATCH /categories/:id',
  says: 'Change a category',
  needs: 'products:write',
  input: Fields.partial().extend({ id: z.uuid() }),
  output: CategoryView,
  async run(tx, { id, ...changes }) {
    await lockTree(tx);
    const before = await categoryById(tx, id);
    const slug = changes.slug && changes.slug !== before.slug ? await freeCategorySlug(tx, changes.slug, before.name) : before.slug;
    await tx.sql`
      update categories set name = ${changes.name ?? before.name}, slug = ${slug}, image_url = ${changes.imageUrl ?? before.imageUrl},
        description_html = ${changes.descriptionHtml === undefined ? before.descriptionHtml : sanitizeHtml(changes.descriptionHtml)} where id = ${id}`;
    tx.tell(categoryChanged, { categoryId: id });
    tx.changed({ record: 'category', id, before, after: changes });
    return categoryById(tx, id);
  },
});

/** Puts a category below another one (or at the top), among its siblings at a place. A category cannot go below itself. */
export const moveCategory = operation({
  name: 'categories.move',
  route: 'PUT /categories/:id/place',
  says: 'Move a category',
  needs: 'products:write',
  input: z.object({ id: z.uuid(), parentId: z.uuid().nullable(), position: z.int().min(0).max(10_000).optional() }),
  output: CategoryView,
  async run(tx, { id, parentId, position }) {
    await lockTree(tx);
    const before = await categoryById(tx, id);
    const above = await pathTo(tx, parentId);
    if (above.includes(id)) throw new Refusal('cycle', `"${before.name}" cannot be moved below itself.`, { fields: { parentId: 'lies below this category' } });
    await requireDepth(tx, id, above.length);
    await tx.sql`update categories set parent_id = ${parentId} where id = ${id}`;
    await tx.sql`update categories set path = ${above}::uuid[] || path[array_position(path, ${id}::uuid):] where ${id}::uuid = any(path)`;
    await orderSiblings(tx, id, parentId, position);
    tx.tell(categoryChanged, { categoryId: id });
    return categoryById(tx, id);
  },
});

async function requireDepth(tx: Tx, id: string, above: number): Promise<void> {
  const [row] = await tx.sql<{ depth: number }>`
    select max(cardinality(path) - array_position(path, ${id}::uuid) + 1) as depth from categories where ${id}::uuid = any(path)`;
  if (above + row!.depth > DEEPEST) throw new Refusal('too_deep', `Categories can lie ${DEEPEST} levels deep.`, { most: DEEPEST });
}

async function orderSiblings(tx: Tx, id: string, parentId: string | null, position: number | undefined): Promise<void> {
  const siblings = await tx.sql<{ id: string }>`
    select id from categories where parent_id is not distinct from ${parentId}::uuid and id <> ${id} order by position, name`;
  const ids = siblings.map((s) => s.id).toSpliced(position ?? siblings.length, 0, id);
  await tx.sql`update categories c set position = x.place - 1 from unnest(${ids}::uuid[]) with ordinality as x(id, place) where c.id = x.id`;
}

/** Deletes an empty branch end: a category with others below it is refused. Its products stay, only no longer in it. */
export const deleteCategory = operation({
  name: 'categories.delete',
  route: 'DELETE /categories/:id',
  says: 'Delete a category',
  needs: 'products:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), deleted: z.literal(true) }),
  async run(tx, { id }) {
    await lockTree(tx);
    const before = await categoryById(tx, id);
    const [child] = await tx.sql<{ name: string }>`select name from categories where parent_id = ${id} limit 1`;
    if (child) throw new Refusal('has_children', `"${before.name}" still has "${child.name}" below it. Move or delete that first.`);
    await productsLoseCategory(tx, id);
    await tx.sql`delete from categories where id = ${id}`;
    tx.tell(categoryChanged, { categoryId: id });
    tx.changed({ record: 'category', id, before });
    return { id, deleted: true as const };
  },
});

async function productsLoseCategory(tx: Tx, id: string): Promise<void> {
  const rows = await tx.sql<{ id: string }>`
    select p.id from products p join product_categories c on c.product_id = p.id where c.category_id = ${id} order by p.id for no key update of p`;
  await tx.sql`delete from product_categories where category_id = ${id}`;
  await productsChanged(tx, rows.map((r) => r.id));
}
