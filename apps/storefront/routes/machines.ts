import type { Hono } from 'hono';
import type { ProductPage } from '../api.ts';
import { frameOf } from '../visit/page.tsx';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** What browsers and search engines ask for without a person seeing it. */
export function machineRoutes(app: Hono<ShopEnv>): void {
  app.get('/robots.txt', robots);
  app.get('/sitemap.xml', sitemap);
  app.get('/speculation.json', speculation);
}

function robots(c: ShopRequest): Response {
  const { visit } = c.var;
  const closed = ['/cart/', '/checkout', '/account', '/orders/', '/search', '/compare', '/recently-viewed', '/offline', '/preview/'].map((path) => `Disallow: ${visit.href(path)}`);
  return c.text(['User-agent: *', ...closed, `Sitemap: ${visit.address('/sitemap.xml')}`, ''].join('\n'));
}

const KEEP_MS = 10 * 60_000;
const kept = new Map<string, { until: number; xml: Promise<string> }>();

async function sitemap(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const key = `${visit.shop.workspaceId}:${visit.shop.id}:${visit.address('/')}`;
  let found = kept.get(key);
  if (!found || found.until < Date.now()) {
    if (kept.size > 200) kept.clear();
    kept.set(key, (found = { until: Date.now() + KEEP_MS, xml: writeSitemap(visit) }));
    found.xml.catch(() => kept.delete(key));
  }
  return c.body(await found.xml, 200, { 'content-type': 'application/xml; charset=utf-8' });
}

/** The protocol's own limit for one file: https://www.sitemaps.org/protocol.html */
const MOST_ADDRESSES = 50_000;

async function writeSitemap(visit: Visit): Promise<string> {
  const { pages, categories } = await frameOf(visit);
  const paths = ['/', '/products', ...categories.map((each) => `/categories/${each.slug}`), ...pages.map((each) => `/pages/${each.slug}`)];
  let cursor: string | null = null;
  do {
    const batch: ProductPage = await visit.ask('storefront.products.list', { sort: 'newest', limit: 100, ...(cursor ? { cursor } : {}) });
    for (const product of batch.data) paths.push(`/products/${product.slug}`);
    cursor = batch.nextCursor;
  } while (cursor && paths.length < MOST_ADDRESSES);
  const entries = paths.slice(0, MOST_ADDRESSES).map((path) => `<url><loc>${escapeXml(visit.address(path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Pages a finger or pointer rests on are fetched before it lifts: https://wicg.github.io/nav-speculation/ */
function speculation(c: ShopRequest): Response {
  const { visit } = c.var;
  const paths = ['/', '/products', '/products/*', '/categories/*', '/pages/*'].map((path) => ({ href_matches: visit.href(path) }));
  const where = { and: [{ or: paths }, { not: { href_matches: visit.href('/products/*/quick') } }, { not: { selector_matches: '[data-filter], [data-more], [data-quick]' } }] };
  // Prerendering goes through the service worker, prefetching does not; a browser takes what it can.
  const rules = { prefetch: [{ where, eagerness: 'moderate' }], prerender: [{ where, eagerness: 'moderate' }] };
  return c.body(JSON.stringify(rules), 200, { 'content-type': 'application/speculationrules+json', 'cache-control': 'public, max-age=86400' });
}
