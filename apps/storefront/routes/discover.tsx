import type { Hono } from 'hono';
import { renderToString } from 'preact-render-to-string';
import type { Product } from '../api.ts';
import { ComparePage, MOST_COMPARED } from '../pages/compare.tsx';
import { QuickPage } from '../pages/quick.tsx';
import { ProductGrid } from '../parts/product-card.tsx';
import { fillHearts, page } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import { askRemembered } from '../visit/remembered.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

/** Comparing, choosing quickly, and what was looked at before. */
export function discoverRoutes(app: Hono<ShopEnv>): void {
  app.get('/compare', compare);
  app.get('/products/:slug/quick', quick);
  app.get('/recently-viewed', viewedHere);
  app.post('/recently-viewed', viewedByMe);
  app.post('/recently-viewed/clear', clearViewed);
}

async function compare(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const ids = idsOf(visit.url.searchParams.get('ids')).slice(0, MOST_COMPARED);
  const found = await Promise.all(ids.map((id) => orNull(visit.ask('storefront.products.get', { id }))));
  const products = found.filter((each): each is Product => each !== null);
  return page(c, { title: `Compare · ${visit.shop.name}` }, <ComparePage visit={visit} products={products} />);
}

async function quick(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const product = await orNull(visit.ask('storefront.products.get', { id: c.req.param('slug') ?? '' }));
  if (!product) return c.notFound() as Promise<Response>;
  return page(c, { title: `${product.title} · ${visit.shop.name}` }, <QuickPage visit={visit} product={product} />);
}

/** The cards of what a device remembers; the device puts them where they belong. */
async function viewedHere(c: ShopRequest): Promise<Response> {
  const ids = idsOf(c.var.visit.url.searchParams.get('ids'));
  return grid(c, ids.length ? (await askRemembered(c.var.visit, 'storefront.feeds.products', { ids: ids.join(',') })).data : []);
}

/** A signed-in customer's device brings what it knows, and gets what all devices know. */
async function viewedByMe(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const seen = ((await c.req.json().catch(() => null)) as { products?: { id: string; at: string }[] } | null)?.products;
  if (!visit.signedIn || !Array.isArray(seen)) return c.json({ refused: 'Sign in to keep what you looked at.' }, 401);
  return grid(c, (await visit.tell('storefront.customers.note-viewed', { products: seen.slice(0, 24) })).data);
}

/** What the account knows is forgotten; the device forgets its own list. */
async function clearViewed(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  if (visit.signedIn) await visit.tell('storefront.customers.forget-viewed', {});
  return c.redirect(visit.href('/'), 303);
}

async function grid(c: ShopRequest, products: Parameters<typeof ProductGrid>[0]['products']): Promise<Response> {
  c.header('cache-control', 'private, no-store');
  if (products.length) await fillHearts(c.var.visit);
  return c.html(products.length ? renderToString(<ProductGrid visit={c.var.visit} products={products.slice(0, 8)} id="products-viewed" />) : '');
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function idsOf(text: string | null): string[] {
  return [...new Set((text ?? '').slice(0, 1_000).split(',').filter((id) => ID.test(id)))].slice(0, 24);
}
