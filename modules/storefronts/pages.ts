import * as z from 'zod';
import { slugOf } from '#modules/accounts/index.ts';
import { sanitizeHtml } from '#platform/html/sanitize-html.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { pageChanged } from './events.ts';
import { storefrontRow } from './stored-storefront.ts';

const Title = z.string().trim().min(1).max(120);
const Html = z.string().max(100_000);
const Which = z.object({ id: z.uuid(), pageId: z.uuid() });

export const ShopPage = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  html: z.string(),
  inFooter: z.boolean(),
  published: z.boolean(),
  updatedAt: z.iso.datetime(),
});
export type ShopPage = z.infer<typeof ShopPage>;

const MOST = 100;

/** The text pages of a storefront: delivery, returns, privacy, imprint. */
export const storefrontPages = view({
  name: 'storefronts.pages',
  route: 'GET /storefronts/:id/pages',
  says: 'Text pages of a storefront',
  needs: 'storefronts:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(ShopPage) }),
  async read(r, { id }) {
    await storefrontRow(r, id);
    return { data: await pagesOf(r, id) };
  },
});

async function pagesOf(r: Reader, storefrontId: string): Promise<ShopPage[]> {
  const rows = await r.sql<Omit<ShopPage, 'updatedAt'> & { updatedAt: Date }>`
    select id, slug, title, html, in_footer as "inFooter", published, updated_at as "updatedAt" from storefront_pages where storefront_id = ${storefrontId} order by title, id`;
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

async function pageOf(r: Reader, storefrontId: string, pageId: string): Promise<ShopPage> {
  const found = (await pagesOf(r, storefrontId)).find((each) => each.id === pageId);
  if (!found) throw notFound('This page');
  return found;
}

export const createPage = operation({
  name: 'storefronts.create-page',
  route: 'POST /storefronts/:id/pages',
  says: 'Add a text page to a storefront',
  needs: 'storefronts:write',
  input: z.object({ id: z.uuid(), title: Title, html: Html.default(''), inFooter: z.boolean().default(true), published: z.boolean().default(true) }),
  output: ShopPage,
  async run(tx, { id, title, html, inFooter, published }) {
    await storefrontRow(tx, id);
    const [held] = await tx.sql<{ n: number }>`select count(*)::int as n from storefront_pages where storefront_id = ${id}`;
    if (held!.n >= MOST) throw new Refusal('conflict', `A storefront has at most ${MOST} text pages.`);
    const pageId = await insertPage(tx, { id, title, html: sanitizeHtml(html), inFooter, published });
    return told(tx, id, await pageOf(tx, id, pageId));
  },
});

type NewPage = { id: string } & Pick<ShopPage, 'title' | 'html' | 'inFooter' | 'published'>;

async function insertPage(tx: Tx, { id, title, html, inFooter, published }: NewPage): Promise<string> {
  const slug = slugOf(title, 'page');
  for (let n = 1; n <= MOST + 1; n++) {
    const [row] = await tx.sql<{ id: string }>`
      insert into storefront_pages (storefront_id, slug, title, html, in_footer, published, updated_at)
      values (${id}, ${n === 1 ? slug : `${slug}-${n}`}, ${title}, ${html}, ${inFooter}, ${published}, ${tx.now})
      on conflict (workspace_id, storefront_id, slug) do nothing returning id`;
    if (row) return row.id;
  }
  throw new Error('unreachable: there are fewer pages than names tried');
}

function told(tx: Tx, storefrontId: string, page: ShopPage): ShopPage {
  tx.changed({ record: 'storefront page', id: page.id, after: { title: page.title, slug: page.slug, published: page.published } });
  tx.tell(pageChanged, { storefrontId });
  return page;
}

const Slug = z.string().trim().toLowerCase().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be made of letters, digits and single dashes').max(80);

export const updatePage = operation({
  name: 'storefronts.update-page',
  route: 'PATCH /storefronts/:id/pages/:pageId',
  says: 'Change a text page of a storefront',
  needs: 'storefronts:write',
  input: Which.extend({ title: Title.optional(), slug: Slug.optional(), html: Html.optional(), inFooter: z.boolean().optional(), published: z.boolean().optional() }),
  output: ShopPage,
  async run(tx, { id, pageId, ...changes }) {
    await storefrontRow(tx, id);
    const before = await pageOf(tx, id, pageId);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const after: ShopPage = { ...before, ...given };
    await requireFreeSlug(tx, id, after);
    await tx.sql`update storefront_pages set title = ${after.title}, slug = ${after.slug}, html = ${sanitizeHtml(after.html)}, in_footer = ${after.inFooter}, published = ${after.published},
      updated_at = ${tx.now} where id = ${pageId} and storefront_id = ${id}`;
    return told(tx, id, await pageOf(tx, id, pageId));
  },
});

async function requireFreeSlug(tx: Tx, storefrontId: string, { id, slug }: ShopPage): Promise<void> {
  const [other] = await tx.sql<{ title: string }>`select title from storefront_pages where storefront_id = ${storefrontId} and slug = ${slug} and id <> ${id}`;
  if (other) throw new Refusal('conflict', `The page “${other.title}” already has this address.`, { fields: { slug: 'is taken by another page' } });
}

export const deletePage = operation({
  name: 'storefronts.delete-page',
  route: 'DELETE /storefronts/:id/pages/:pageId',
  says: 'Delete a text page of a storefront',
  needs: 'storefronts:write',
  input: Which,
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, pageId }) {
    const rows = await tx.sql<{ title: string }>`delete from storefront_pages where id = ${pageId} and storefront_id = ${id} returning title`;
    if (!rows[0]) throw notFound('This page');
    tx.changed({ record: 'storefront page', id: pageId, before: rows[0] });
    tx.tell(pageChanged, { storefrontId: id });
    return { id: pageId };
  },
});
