import type { Hono } from 'hono';
import type { Customer, Order, ReturnReason } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { AccountReturnsPage } from '../pages/account-returns.tsx';
import { tokenOf } from '../pages/order.tsx';
import { ReturnPage } from '../pages/order-return.tsx';
import { RefusedPage } from '../pages/trouble.tsx';
import { REASONS } from '../parts/returns.tsx';
import { page } from '../visit/page.tsx';
import { refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';
import { showOrder, tokenIn, withOrder } from './orders.tsx';
import { errorsOf, signedIn } from './signed-in.ts';

/** Sending things of an order back: asking for it, thinking better of it, and all returns of a customer. */
export function orderReturnRoutes(app: Hono<ShopEnv>): void {
  app.get('/orders/:id/return', withOrder((c, order) => showReturn(c, order)));
  app.post('/orders/:id/return', withOrder(askForReturn));
  app.post('/orders/:id/returns/:returnId/withdrawal', withOrder(withdraw));
  app.get('/account/returns', signedIn(showReturns));
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
    return showReturn(c, order, typed, besideLines(thrown));
  }
  return c.redirect(orderDone(c, order, 'return'), 303);
}

function orderDone(c: ShopRequest, order: Order, done: 'return' | 'withdrawn'): string {
  const token = tokenOf(c.var.visit);
  return c.var.visit.href(`/orders/${order.id}`) + token + (token ? '&' : '?') + `done=${done}`;
}

async function readForm(c: ShopRequest): Promise<{ typed: Typed; photos: File[] }> {
  const typed: Typed = {};
  const photos: File[] = [];
  for (const [name, value] of (await c.req.formData()).entries()) {
    if (typeof value === 'string') typed[name] = value.slice(0, 5000);
    else if (name === 'photos' && value.size > 0) photos.push(value as File);
  }
  if (photos.length > 0) typed['photos'] = String(photos.length);
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

// What is wrong with one of the things stands where the things are chosen.
function besideLines(thrown: unknown): { errors: FieldErrors; status: number } {
  const { details, sentence, status } = refusalOf(thrown);
  return details?.['lineId'] ? { errors: { lines: sentence }, status } : errorsOf(thrown);
}

async function withdraw(c: ShopRequest, order: Order): Promise<Response> {
  try {
    await c.var.visit.tell('storefront.orders.withdraw-return', { id: order.id, returnId: c.req.param('returnId') ?? '', ...tokenIn(c) });
  } catch (thrown) {
    const { code, sentence, status } = refusalOf(thrown);
    return ['not_found', 'invalid'].includes(code) ? (c.notFound() as Promise<Response>) : showOrder(c, order.id, { wrong: sentence, status });
  }
  return c.redirect(orderDone(c, order, 'withdrawn'), 303);
}

async function showReturns(c: ShopRequest, _customer: Customer): Promise<Response> {
  const { visit } = c.var;
  const before = visit.url.searchParams.get('before');
  const { data, nextCursor } = await visit.ask('storefront.customers.returns', before && /^[\da-f-]{36}$/.test(before) ? { cursor: before } : {});
  return page(c, { title: `Returns · ${visit.shop.name}` }, <AccountReturnsPage visit={visit} returns={data} older={nextCursor} />);
}
