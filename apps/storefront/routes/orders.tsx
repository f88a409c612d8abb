import type { Hono } from 'hono';
import type { PlacedOrder, Suggestion } from '../api.ts';
import { OrderPage } from '../pages/order.tsx';
import { page } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** An order's page opens for whoever holds its signed link, or for the customer whose order it is. */
export function orderRoutes(app: Hono<ShopEnv>): void {
  app.get('/orders/:id', (c) => showOrder(c, c.req.param('id')));
  app.get('/orders/:id/invoice.pdf', (c) => sendInvoice(c, c.req.param('id')));
  app.get('/orders/:id/thanks', (c) => showOrder(c, c.req.param('id'), 'thanks'));
}

const DONE: Record<string, string> = { return: 'We have your request. We look at it and write to you.' };

async function showOrder(c: ShopRequest, id: string, greeting?: 'thanks'): Promise<Response> {
  const { visit } = c.var;
  const token = visit.url.searchParams.get('token') ?? undefined;
  const order = await orNull(visit.ask('storefront.orders.get', token ? { id, token } : { id }));
  if (!order) return c.notFound() as Promise<Response>;
  const offers = greeting && !order.cancelled ? await suggestions(visit, id, token) : [];
  const { data: warranties } = await visit.ask('storefront.warranties.of-order', token ? { id, token } : { id });
  const title = `${greeting ? 'Thank you' : `Order #${order.number}`} · ${visit.shop.name}`;
  return page(c, { title }, <OrderPage visit={visit} order={order} greeting={greeting} done={DONE[visit.url.searchParams.get('done') ?? '']} offers={offers} warranties={warranties} />);
}

async function suggestions(visit: Visit, id: string, token: string | undefined): Promise<Suggestion[]> {
  const { data } = await visit.ask('storefront.orders.offers', token ? { id, token } : { id });
  if (data.length > 0) await visit.tell('storefront.offers.shown', { besideId: id, place: 'order', offerIds: data.map(({ offerId }) => offerId) });
  return data;
}

async function sendInvoice(c: ShopRequest, id: string): Promise<Response> {
  const token = c.var.visit.url.searchParams.get('token') ?? undefined;
  const paper = await orNull(c.var.visit.tell('storefront.orders.invoice', token ? { id, token } : { id }));
  if (!paper) return c.notFound() as Promise<Response>;
  return new Response(Buffer.from(paper.pdf, 'base64'), { headers: { 'content-type': 'application/pdf', 'content-disposition': `inline; filename="${paper.name}"`, 'cache-control': 'private, no-store' } });
}

/** The path of an order in this shop, keeping the signature that the order's link carries. */
export function orderPath(placed: Pick<PlacedOrder, 'order' | 'orderLink'>, page?: 'thanks'): string {
  const token = new URL(placed.orderLink, 'http://shop.invalid').searchParams.get('token');
  return `/orders/${placed.order.id}${page ? `/${page}` : ''}${token ? `?token=${encodeURIComponent(token)}` : ''}`;
}
