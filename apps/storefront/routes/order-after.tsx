import type { Hono } from 'hono';
import type { Order, ReturnReason } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { tokenOf } from '../pages/order.tsx';
import { REASONS, ReturnPage } from '../pages/order-return.tsx';
import { TrackingPage } from '../pages/order-tracking.tsx';
import { RefusedPage } from '../pages/trouble.tsx';
import { keepCart } from '../visit/cookies.ts';
import { page } from '../visit/page.tsx';
import { orNull, refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { putIntoCart, showCart } from './cart.tsx';
import { errorsOf } from './signed-in.ts';

/** What somebody does with an order after it was placed: follow it, send something back, buy it again. */
export function orderAfterRoutes(app: Hono<ShopEnv>): void {
  app.get('/orders/:id/tracking', withOrder(showTracking));
  app.get('/orders/:id/return', withOrder((c, order) => showReturn(c, order)));
  app.post('/orders/:id/return', withOrder(askForReturn));
  app.post('/orders/:id/again', withOrder(buyAgain));
}

/** For whoever holds the order's link or placed it; everybody else hears that there is no such page. */
function withOrder(show: (c: ShopRequest, order: Order) => Promise<Response>): (c: ShopRequest) => Promise<Response> {
  return async (c) => {
    const order = await orNull(c.var.visit.ask('storefront.orders.get', { id: c.req.param('id') ?? '', ...tokenIn(c) }));
    return order ? show(c, order) : (c.notFound() as Promise<Response>);
  };
}

function tokenIn(c: ShopRequest): { token?: string } {
  const token = c.var.visit.url.searchParams.get('token');
  return token ? { token } : {};
}

function showTracking(c: ShopRequest, order: Order): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Where is order #${order.number}? · ${visit.shop.name}` }, <TrackingPage visit={visit} order={order} />);
}

function showReturn(c: ShopRequest, order: Order, typed: Typed = {}, { errors, status }: { errors: FieldErrors; status: number } = { errors: {}, status: 200 }): Promise<Response> {
  const { visit } = c.var;
  return page(c, { title: `Return something of order #${order.number} · ${visit.shop.name}` }, <ReturnPage visit={visit} order={order} typed={typed} errors={errors} />, status);
}

const MOST_BYTES = 24 * 1024 * 1024;

async function askForReturn(c: ShopRequest, order: Order): Promise<Response> {
  const { visit } = c.var;
  const length = Number(c.req.header('content-length'));
  if (!(length <= MOST_BYTES)) return page(c, { title: visit.shop.name }, <RefusedPage visit={visit} says="Your pictures have more than 24 MB together. Please go back and choose smaller or fewer ones." />, 413);
  const { typed, photos } = await readForm(c);
  const lines = linesIn(order, typed);
  const errors = missingIn(lines, typed, photos);
  if (Object.keys(errors).length) return showReturn(c, order, typed, { errors, status: 422 });
  try {
    const sent = await Promise.all(photos.map(async (file) => ({ name: file.name || 'picture', data: Buffer.from(await file.arrayBuffer()).toString('base64') })));
    await visit.tell('storefront.orders.request-return', { id: order.id, ...tokenIn(c), lines, reason: typed['reason'] as ReturnReason, note: (typed['note'] ?? '').slice(0, 2000), photos: sent });
  } catch (thrown) {
    return showReturn(c, order, typed, errorsOf(thrown));
  }
  const token = tokenOf(visit);
  return c.redirect(visit.href(`/orders/${order.id}`) + token + (token ? '&' : '?') + 'done=return', 303);
}

async function readForm(c: ShopRequest): Promise<{ typed: Typed; photos: File[] }> {
  const typed: Typed = {};
  const photos: File[] = [];
  for (const [name, value] of (await c.req.formData()).entries()) {
    if (typeof value === 'string') typed[name] = value.slice(0, 5000);
    else if (name === 'photos' && value.size > 0) photos.push(value as File);
  }
  return { typed, photos };
}

function linesIn(order: Order, typed: Typed): { lineId: string; quantity: number }[] {
  const wished = order.lines.map(({ id }) => ({ lineId: id, quantity: Number(typed[`quantity-${id}`] ?? 0) }));
  return wished.filter(({ quantity }) => Number.isInteger(quantity) && quantity > 0);
}

function missingIn(lines: unknown[], typed: Typed, photos: File[]): FieldErrors {
  const errors: FieldErrors = {};
  if (lines.length === 0) errors['lines'] = 'Choose what should go back, and how many of it.';
  if (!REASONS.some(([reason]) => reason === typed['reason'])) errors['reason'] = 'Choose a reason.';
  if (photos.length > 4) errors['photos'] = 'Choose at most four pictures.';
  if (photos.some((file) => file.size > 8_000_000)) errors['photos'] = 'A picture may have at most 8 MB.';
  return errors;
}

/** Puts the same things into the cart at today's price; what is no longer sold is named and the rest is there. */
async function buyAgain(c: ShopRequest, order: Order): Promise<Response> {
  const refused: string[] = [];
  for (const line of order.lines) {
    try {
      const cart = await putIntoCart(c, { variantId: line.variantId, quantity: line.quantity });
      keepCart(c, cart);
      c.var.visit.cartId = cart.id;
    } catch (thrown) {
      refused.push(`${line.title}: ${refusalOf(thrown).sentence}`);
    }
  }
  return refused.length > 0 ? showCart(c, refused.join(' ')) : c.redirect(c.var.visit.href('/cart?added=1'), 303);
}
