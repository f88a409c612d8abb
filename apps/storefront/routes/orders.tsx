import type { Hono } from 'hono';
import type { Conversation, Order, PlacedOrder, Suggestion } from '../api.ts';
import { OrderPage } from '../pages/order.tsx';
import type { Unsent } from '../parts/conversation.tsx';
import { page } from '../visit/page.tsx';
import { orNull } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest, Visit } from '../visit/visit.ts';

/** An order's page opens for whoever holds its signed link, or for the customer whose order it is. */
export function orderRoutes(app: Hono<ShopEnv>): void {
  app.get('/orders/:id', (c) => showOrder(c, c.req.param('id')));
  app.get('/orders/:id/invoice.pdf', (c) => sendInvoice(c, c.req.param('id')));
  app.get('/orders/:id/thanks', (c) => showOrder(c, c.req.param('id'), { greeting: 'thanks' }));
}

/** For whoever holds the order's link or placed it; everybody else hears that there is no such page. */
export function withOrder(show: (c: ShopRequest, order: Order) => Promise<Response>): (c: ShopRequest) => Promise<Response> {
  return async (c) => {
    const order = await orNull(c.var.visit.ask('storefront.orders.get', { id: c.req.param('id') ?? '', ...tokenIn(c) }));
    return order ? show(c, order) : (c.notFound() as Promise<Response>);
  };
}

export function tokenIn(c: ShopRequest): { token?: string } {
  const token = c.var.visit.url.searchParams.get('token');
  return token ? { token } : {};
}

const DONE = new Map<string, (order: Order) => string>([
  ['return', ({ email }) => `We have your request. We look at it and write to ${email}.`],
  ['withdrawn', () => 'We have taken the request back. Nothing needs to be sent.'],
  ['message', ({ email }) => `We have your message${email && ` and write to ${email}`}. The answer stands here as well.`],
]);

interface Said {
  greeting?: 'thanks';
  /** What did not work. */
  wrong?: string;
  status?: number;
  /** A message that was not taken, and why. */
  message?: Unsent;
}

export async function showOrder(c: ShopRequest, id: string, { greeting, wrong, status = 200, message }: Said = {}): Promise<Response> {
  const { visit } = c.var;
  const token = visit.url.searchParams.get('token') ?? undefined;
  const order = await orNull(visit.ask('storefront.orders.get', token ? { id, token } : { id }));
  if (!order) return c.notFound() as Promise<Response>;
  const offers = greeting && !order.cancelled ? await suggestions(visit, id, token) : [];
  const { data: warranties } = await visit.ask('storefront.warranties.of-order', token ? { id, token } : { id });
  const conversation = await orderConversation(visit, id, token);
  const title = `${greeting ? 'Thank you' : `Order #${order.number}`} · ${visit.shop.name}`;
  const done = DONE.get(visit.url.searchParams.get('done') ?? '')?.(order);
  return page(c, { title }, <OrderPage visit={visit} order={order} greeting={greeting} done={done} wrong={wrong} offers={offers} warranties={warranties} conversation={conversation} unsent={message} />, status);
}

// Whoever looks at the page has read it.
async function orderConversation(visit: Visit, id: string, token: string | undefined): Promise<Conversation | null> {
  const { conversation } = await visit.ask('storefront.conversations.of-order', token ? { id, token } : { id });
  if (conversation?.unread) await visit.tell('storefront.conversations.mark-read', { id: conversation.id, ...(token && { token }) });
  return conversation;
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
