import type { Hono } from 'hono';
import type { Cart, Suggestion } from '../api.ts';
import { summarise } from '../cart-summary.ts';
import type { CartSummary } from '../cart-summary.ts';
import { stepped } from '../islands/cart-panel.tsx';
import { ROW } from '../goes-with.ts';
import { CartPage } from '../pages/cart.tsx';
import type { GoesWith } from '../pages/cart.tsx';
import { forget, keepCart } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { fields, orNull, refusalOf, wantsJson } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';
import { showProduct } from './product.tsx';

export function cartRoutes(app: Hono<ShopEnv>): void {
  app.get('/cart', (c) => showCart(c));
  app.post('/cart/lines', addLine);
  app.post('/cart/lines/:line', changeLine);
  app.post('/cart/offers', takeOffer);
  app.post('/cart/codes', (c) => changeCodes(c, 'apply'));
  app.post('/cart/codes/remove', (c) => changeCodes(c, 'remove'));
}

export async function showCart(c: ShopRequest, refusal = ''): Promise<Response> {
  const { visit } = c.var;
  const cart = await currentCart(c);
  if (cart) keepCart(c, cart);
  else forget(c, 'cart', 'count');
  visit.cartCount = cart?.itemCount ?? 0;
  const summary = cart ? summarise(visit, cart) : EMPTY;
  if (wantsJson(c)) return c.json({ cart: summary });
  const added = visit.url.searchParams.has('added');
  const [offers, goesWith] = cart && cart.lines.length > 0 ? await Promise.all([suggestions(visit, cart.id), goesWithCart(visit, cart)]) : [[], NOTHING];
  const others = { ...goesWith, products: goesWith.products.filter(({ slug }) => !offers.some((offer) => offer.slug === slug)).slice(0, ROW) };
  return page(c, { title: `Cart · ${visit.shop.name}`, description: `What is in your cart at ${visit.shop.name}.`, canonical: '/cart', offline: true }, <CartPage visit={visit} cart={summary} offers={offers} goesWith={others} added={added} refusal={refusal} />, refusal ? 409 : 200);
}

const NOTHING: GoesWith = { products: [], related: 0 };

/** What goes with everything in the cart. A few more than are shown: an offer may name some of them already. */
async function goesWithCart(visit: Visit, cart: Cart): Promise<GoesWith> {
  const products = [...new Set(cart.lines.flatMap(({ productId }) => productId ?? []))].slice(0, 20);
  if (products.length === 0) return NOTHING;
  const { data, related } = await visit.ask('storefront.recommendations.for-products', { products: products.join(','), limit: 2 * ROW, currency: cart.currency });
  return { products: data, related };
}

const EMPTY: CartSummary = { itemCount: 0, subtotal: '', total: '', discounts: [], codes: [], delivery: null, lines: [] };

/** What is suggested beside the cart. That it was shown is counted, once for each cart. */
async function suggestions(visit: Visit, cartId: string): Promise<Suggestion[]> {
  const { data } = await visit.ask('storefront.cart.offers', { id: cartId });
  if (data.length > 0) await visit.tell('storefront.offers.shown', { besideId: cartId, place: 'cart', offerIds: data.map(({ offerId }) => offerId) });
  return data;
}

/** An order's offer finds no cart any more and begins a new one. */
async function takeOffer(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const { offerId = '', variantId = '', order } = await fields(c);
  try {
    const cart = (await currentCart(c)) ?? (await visit.tell('storefront.cart.create', {}));
    const { cartId } = await visit.tell('storefront.offers.take', { offerId, variantId, cartId: cart.id, ...(order && { besideId: order }) });
    keepCart(c, await visit.ask('storefront.cart.get', { id: cartId }));
    return c.redirect(visit.href('/cart?added=1'), 303);
  } catch (thrown) {
    return showCart(c, refusalOf(thrown).sentence);
  }
}

/** The cart this device remembers, if it is still open. */
async function currentCart(c: ShopRequest): Promise<Cart | null> {
  const { cartId, ask } = c.var.visit;
  return cartId ? orNull(ask('storefront.cart.get', { id: cartId })) : null;
}

async function addLine(c: ShopRequest): Promise<Response> {
  const sent = await fields(c);
  const quantity = Math.max(1, stepped(Number(sent['quantity'] ?? 1), undefined));
  try {
    const variantId = sent['variantId'] || (await onlyVariant(c, sent['product'] ?? ''));
    if (!variantId) return c.redirect(c.var.visit.href(`/products/${encodeURIComponent(sent['product'] ?? '')}/quick`), 303);
    const cart = await putIntoCart(c, { variantId, quantity, ...('planId' in sent && { planId: sent['planId'] || null }) }, sent['once']);
    keepCart(c, cart);
    if (wantsJson(c)) return c.json({ cart: summarise(c.var.visit, cart) });
    return c.redirect(c.var.visit.href('/cart?added=1'), 303);
  } catch (thrown) {
    const { sentence, status } = refusalOf(thrown);
    if (!wantsJson(c)) return showProduct(c, sent['product'] ?? '', sentence, status);
    const cart = await currentCart(c);
    return c.json({ refused: sentence, cart: cart ? summarise(c.var.visit, cart) : undefined }, status as 409);
  }
}

/** A product card names the product alone: of one with a single variant that is enough. */
async function onlyVariant(c: ShopRequest, product: string): Promise<string | undefined> {
  const found = await orNull(c.var.visit.ask('storefront.products.get', { id: product }));
  return found?.variants.length === 1 ? found.variants[0]!.id : undefined;
}

/**
 * A cart that was ordered or has expired is replaced without a word. `once` names the press: a device that was offline and does not know
 * whether its first try arrived sends it again with the same name.
 */
export async function putIntoCart(c: ShopRequest, line: { variantId: string; quantity: number; planId?: string | null }, once?: string): Promise<Cart> {
  const { cartId, tell } = c.var.visit;
  const options = once && /^[\w-]{8,64}$/.test(once) ? { idempotencyKey: `cart-${once}` } : {};
  if (cartId && (await currentCart(c))) return tell('storefront.cart.add-line', { id: cartId, ...line }, options);
  return tell('storefront.cart.create', { lines: [line] }, options);
}

async function changeLine(c: ShopRequest): Promise<Response> {
  const { visit } = c.var;
  const sent = await fields(c);
  const quantity = stepped(Number(sent['quantity']), sent['step']);
  const lineId = c.req.param('line') ?? '';
  try {
    const cart = await visit.tell('storefront.cart.update-line', { id: visit.cartId ?? '', lineId, quantity });
    keepCart(c, cart);
    return wantsJson(c) ? c.json({ cart: summarise(visit, cart) }) : c.redirect(visit.href('/cart'), 303);
  } catch (thrown) {
    const { sentence, status } = refusalOf(thrown);
    if (!wantsJson(c)) return showCart(c, sentence);
    const cart = await currentCart(c);
    return c.json({ refused: sentence, cart: cart ? summarise(visit, cart) : EMPTY }, status as 409);
  }
}

async function changeCodes(c: ShopRequest, how: 'apply' | 'remove'): Promise<Response> {
  const { visit } = c.var;
  const { code = '' } = await fields(c);
  const id = visit.cartId ?? '';
  try {
    const cart = how === 'apply' ? await visit.tell('storefront.cart.apply-code', { id, code }) : await visit.tell('storefront.cart.remove-code', { id, code });
    return wantsJson(c) ? c.json({ cart: summarise(visit, cart) }) : c.redirect(visit.href('/cart'), 303);
  } catch (thrown) {
    const { sentence, status } = refusalOf(thrown);
    if (!wantsJson(c)) return showCart(c, sentence);
    const cart = await currentCart(c);
    return c.json({ refused: sentence, cart: cart ? summarise(visit, cart) : EMPTY }, status as 409);
  }
}
