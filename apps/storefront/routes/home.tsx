import type { Hono } from 'hono';
import { fillSections, type FilledSection } from '../home-sections.ts';
import { HomePage } from '../pages/home.tsx';
import { TextPage } from '../pages/text.tsx';
import { heroSizes, wideSizes } from '../parts/sections.tsx';
import type { PageHead } from '../parts/document.tsx';
import { breadcrumbData, plainText } from '../seo.ts';
import { page, shelves } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import { askRemembered } from '../visit/remembered.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** The home page as the shop arranged it, and its text pages. */
export function homeRoutes(app: Hono<ShopEnv>): void {
  app.get('/', home);
  app.get('/pages/:slug', textPage);
}

async function home(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const sections = await fillSections(visit);
  return page(c, await homeHead(visit, sections), <HomePage visit={visit} sections={sections} />);
}

async function homeHead(visit: Visit, sections: FilledSection[]): Promise<PageHead> {
  const { headline, intro } = visit.shop.theme ?? {};
  const preload = heroPicture(sections[0]);
  const shown = preload?.image ?? sections.find((each) => each.products[0]?.image)?.products[0]?.image ?? null;
  const names = (await shelves(visit)).slice(0, 4).map((each) => each.name);
  return {
    title: headline ? `${visit.shop.name} · ${headline}` : visit.shop.name,
    description: intro || `${visit.shop.name}${names.length ? `: ${names.join(', ')}` : ''}. Chosen with care, sent with care.`,
    canonical: '/',
    image: shown,
    ...(preload && { preload }),
    data: [{ '@context': 'https://schema.org', '@type': 'WebSite', name: visit.shop.name, url: visit.address('/') }],
  };
}

/** The picture a visitor waits for, when the page begins with one. */
function heroPicture(first: FilledSection | undefined): PageHead['preload'] {
  if (first?.section.kind !== 'hero') return undefined;
  const { imageUrl } = first.section;
  if (imageUrl) return { image: { url: imageUrl, width: 1600 }, sizes: wideSizes };
  const image = first.products[0]?.image;
  return image ? { image, sizes: heroSizes } : undefined;
}

async function textPage(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const found = await orNull(askRemembered(visit, 'storefront.pages.get', { slug: (c.req.param('slug') ?? '').slice(0, 80) }));
  if (!found) return c.notFound() as Promise<Response>;
  const crumbs = [{ name: visit.shop.name, path: '/' }, { name: found.title, path: `/pages/${found.slug}` }];
  const head = { title: `${found.title} · ${visit.shop.name}`, description: plainText(found.html, 155) || `${found.title} at ${visit.shop.name}.`, canonical: `/pages/${found.slug}`, data: [breadcrumbData(visit, crumbs)] };
  return page(c, head, <TextPage visit={visit} title={found.title} html={found.html} />);
}
