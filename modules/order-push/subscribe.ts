import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { pushKeys } from '#platform/push/push-keys.ts';
import { isPushService } from '#platform/push/send-push.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { mayOpenOrder } from '#modules/orders/index.ts';

const needs = 'storefront:orders';
const Endpoint = z.url().max(1_000);
const Base64Url = z.string().max(200).regex(/^[A-Za-z0-9_-]+=*$/);
const Which = z.object({ id: z.uuid(), token: z.string().max(200).optional().meta({ description: 'of the order’s link; a signed-in customer needs none' }) });

/** What a browser needs to subscribe (`applicationServerKey`). */
export const pushKey = view({
  name: 'storefront.push.key',
  on: 'storefront',
  route: 'GET /push-key',
  says: 'The key for push messages',
  needs,
  input: z.object({}),
  output: z.object({ publicKey: z.string() }),
  read: async () => ({ publicKey: (await pushKeys()).publicKey }),
});

const MOST = 10;

/** Whoever may see an order may have this browser told when it moves. */
export const subscribeToOrder = operation({
  name: 'storefront.orders.subscribe',
  on: 'storefront',
  route: 'POST /orders/:id/devices',
  says: 'Tell this browser when the order moves',
  needs,
  audit: 'none',
  input: Which.extend({ endpoint: Endpoint, p256dh: Base64Url, auth: Base64Url }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, token, endpoint, p256dh, auth }) {
    await requireOwn(tx, id, token);
    if (!isPushService(endpoint)) throw new Refusal('invalid', 'This browser’s push service is not one we know.', { fields: { endpoint: 'is not a push service' } });
    if (Buffer.from(p256dh, 'base64url').length !== 65 || Buffer.from(auth, 'base64url').length !== 16) throw new Refusal('invalid', 'The browser’s keys are not usable.');
    const [held] = await tx.sql<{ n: number }>`select count(*)::int as n from order_devices where order_id = ${id} and endpoint <> ${endpoint}`;
    if (held!.n >= MOST) throw new Refusal('conflict', `An order is told to at most ${MOST} browsers.`);
    await tx.sql`
      insert into order_devices (order_id, endpoint, p256dh, auth) values (${id}, ${endpoint}, ${p256dh}, ${auth})
      on conflict (workspace_id, order_id, endpoint) do update set p256dh = excluded.p256dh, auth = excluded.auth`;
    return { id };
  },
});

export const unsubscribeFromOrder = operation({
  name: 'storefront.orders.unsubscribe',
  on: 'storefront',
  route: 'POST /orders/:id/devices/removal',
  says: 'Tell this browser no more of the order',
  needs,
  audit: 'none',
  input: Which.extend({ endpoint: Endpoint }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id, token, endpoint }) {
    await requireOwn(tx, id, token);
    await tx.sql`delete from order_devices where order_id = ${id} and endpoint = ${endpoint}`;
    return { id };
  },
});

async function requireOwn(tx: Tx, id: string, token: string | undefined): Promise<void> {
  if (!(await mayOpenOrder(tx, id, token))) throw notFound('This order');
}
