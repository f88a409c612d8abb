import type { Hono } from 'hono';
import type { Wishlist } from '../api.ts';
import { SharedWishlistPage, WishlistPage } from '../pages/wishlist.tsx';
import { forget, keepWishlist } from '../visit/cookies.ts';
import { pageBefore } from '../visit/forms.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf, wantsJson } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

export function wishlistRoutes(app: Hono<ShopEnv>): void {
  app.get('/wishlist', showList);
  app.post('/wishlist/items', press);
  app.post('/wishlist/share', (c) => changeSharing(c, 'storefront.wishlists.share'));
  app.post('/wishlist/unshare', (c) => changeSharing(c, 'storefront.wishlists.unshare'));
  app.get('/wishlist/shared/:token', showShared);
}

/** The list of whoever visits: the customer's, or the guest's on this device. */
async function listOf(c: ShopRequest): Promise<Wishlist | null> {
  const { visit } = c.var;
  if (visit.signedIn) return visit.ask('storefront.wishlists.mine', {});
  return visit.wishlistId ? orNull(visit.ask('storefront.wishlists.get', { id: visit.wishlistId })) : null;
}

async function showList(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const [list, alerts] = await Promise.all([listOf(c), visit.signedIn ? visit.ask('storefront.alerts.mine', {}) : { data: [] }]);
  const watched = new Set(alerts.data.filter((each) => each.kind === 'price').map((each) => each.productId));
  return page(c, { title: `Wishlist · ${visit.shop.name}` }, <WishlistPage visit={visit} list={list} watched={watched} />);
}

/** A heart was pressed: `add` or `remove` carries the product. */
async function press(c: ShopRequest): Promise<Response> {
  const { add, remove } = await fields(c);
  try {
    if (add) await put(c, add);
    else if (remove) await take(c, remove);
  } catch (thrown) {
    const { sentence, status } = refusalOf(thrown);
    if (wantsJson(c)) return c.json({ refused: sentence }, status as 409);
    throw thrown;
  }
  return wantsJson(c) ? c.json({ wished: Boolean(add) }) : c.redirect(pageBefore(c, '/wishlist'), 303);
}

async function put(c: ShopRequest, productId: string): Promise<void> {
  const { visit } = c.var;
  if (visit.signedIn) return void (await visit.tell('storefront.wishlists.create', { productId }));
  const known = visit.wishlistId ? await orNull(visit.ask('storefront.wishlists.get', { id: visit.wishlistId })) : null;
  const list = known ? await visit.tell('storefront.wishlists.add', { id: known.id, productId }) : await visit.tell('storefront.wishlists.create', { productId });
  keepWishlist(c, list.id);
}

async function take(c: ShopRequest, productId: string): Promise<void> {
  const list = await listOf(c);
  if (list) await c.var.visit.tell('storefront.wishlists.remove', { id: list.id, productId });
  else forget(c, 'wish');
}

async function changeSharing(c: ShopRequest, how: 'storefront.wishlists.share' | 'storefront.wishlists.unshare'): Promise<Response> {
  const list = await listOf(c);
  if (list) await c.var.visit.tell(how, { id: list.id });
  return c.redirect(c.var.visit.href('/wishlist'), 303);
}

async function showShared(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const list = await orNull(visit.ask('storefront.wishlists.shared', { token: c.req.param('token')! }));
  if (!list) return c.notFound() as Promise<Response>;
  return page(c, { title: `Wishlist · ${visit.shop.name}` }, <SharedWishlistPage visit={visit} by={list.by} items={list.items} />);
}
