import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { pageChanged, storefrontChanged } from './events.ts';
import { Theme } from './theme.ts';

const needs = 'storefront:products';

function ownId({ actor }: Reader): string {
  if (actor.kind !== 'storefront' || !actor.storefrontId) throw new Refusal('forbidden', 'Only a storefront asks for itself.');
  return actor.storefrontId;
}

/** What a frontend needs to look like the shop: its name, money, language and theme with the sections of the home page. */
export const shopView = view({
  name: 'storefront.shop.get',
  on: 'storefront',
  route: 'GET /shop',
  says: 'The shop and its look',
  needs,
  input: z.object({}),
  output: z.object({ name: z.string(), currency: z.string(), locale: z.string(), theme: Theme }),
  changesWith: [storefrontChanged],
  async read(r) {
    const [row] = await r.sql<{ name: string; currency: string; locale: string; theme: Theme }>`select name, currency, locale, theme from storefronts where id = ${ownId(r)}`;
    if (!row) throw notFound('This shop');
    return row;
  },
});

const PageLink = z.object({ slug: z.string(), title: z.string(), inFooter: z.boolean() });

export const shopPageList = view({
  name: 'storefront.pages.list',
  on: 'storefront',
  route: 'GET /pages',
  says: 'Text pages',
  needs,
  input: z.object({}),
  output: z.object({ data: z.array(PageLink) }),
  changesWith: [pageChanged],
  read: async (r) => ({ data: await r.sql<z.infer<typeof PageLink>>`select slug, title, in_footer as "inFooter" from storefront_pages where storefront_id = ${ownId(r)} and published order by title, id` }),
});

export const shopPageGet = view({
  name: 'storefront.pages.get',
  on: 'storefront',
  route: 'GET /pages/:slug',
  says: 'A text page',
  needs,
  input: z.object({ slug: z.string().min(1).max(80) }),
  output: z.object({ slug: z.string(), title: z.string(), html: z.string(), updatedAt: z.iso.datetime() }),
  changesWith: [pageChanged],
  async read(r, { slug }) {
    const [row] = await r.sql<{ slug: string; title: string; html: string; updatedAt: Date }>`
      select slug, title, html, updated_at as "updatedAt" from storefront_pages where storefront_id = ${ownId(r)} and slug = ${slug} and published`;
    if (!row) throw notFound('This page');
    return { ...row, updatedAt: row.updatedAt.toISOString() };
  },
});
