import type { Hono } from 'hono';
import { Refusal } from '#platform/refusal.ts';
import { refusalOf } from '../visit/refused.ts';
import type { ShopEnv, ShopRequest } from '../visit/visit.ts';

/** A shopper's browser subscribes to one order, or no longer does. */
export function orderNewsRoutes(app: Hono<ShopEnv>): void {
  app.get('/push-key', async (c) => c.json(await c.var.visit.ask('storefront.push.key', {}), 200, { 'cache-control': 'private, max-age=3600' }));
  app.post('/orders/:id/devices', (c) => answer(c, 'storefront.orders.subscribe'));
  app.post('/orders/:id/devices/removal', (c) => answer(c, 'storefront.orders.unsubscribe'));
}

async function answer(c: ShopRequest, operation: 'storefront.orders.subscribe' | 'storefront.orders.unsubscribe'): Promise<Response> {
  const { visit } = c.var;
  const sent = (await c.req.json().catch(() => null)) as { endpoint: string; p256dh: string; auth: string } | null;
  const token = visit.url.searchParams.get('token');
  try {
    if (!sent) throw new Refusal('invalid', 'Nothing was sent.');
    const done = await visit.tell(operation, { id: c.req.param('id') ?? '', ...(token && { token }), ...sent });
    return c.json(done);
  } catch (thrown) {
    const { sentence, status } = refusalOf(thrown);
    return c.json({ refused: sentence }, status as 422);
  }
}
