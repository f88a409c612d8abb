import PusherModule from 'pusher-js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from '#modules/accounts/index.ts';
import { PASSWORD } from '#modules/accounts/testing.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { newId } from '#platform/ids.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';
import { realtimeAddress } from './live.ts';

// The package's types describe a default export inside the module, its Node build is the class itself.
const Pusher = PusherModule as unknown as typeof PusherModule.default;

/** A stranger buys something through the public API; the merchant sees it arrive, live. */
let server: TestServer;
let shop: TestShop;
let admin: Record<string, string>;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house);
  const ctx = openContext({ workspaceId: shop.workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  const { token } = await createToken.call(ctx, { name: 'Merchant', scopes: ['orders:read', 'orders:write', 'stock:read', 'audit:read'] });
  admin = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
});
afterAll(() => server.stop());

const ADDRESS = { name: 'Ana Stranger', line1: '1 Sample Street', city: 'Sydney', region: 'NSW', postalCode: '2000', country: 'AU' };

async function shopper<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}/api/storefront${path}`, {
    method,
    headers: { 'x-storefront-key': shop.key, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (answer.status >= 500) throw new Error(`${method} ${path}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

interface Total {
  amount: number;
  currency: string;
}

interface Outcome {
  code?: string;
  order?: { id: string; number: number; total: Total; paymentState: string };
  payment?: { state: string };
  orderLink?: string;
}

async function readyToPay(title: string): Promise<{ code?: string; id: string; total: Total }> {
  const cart = await shopper<{ id: string; code?: string }>('POST', '/cart', { lines: [{ variantId: shop.variants[title], quantity: 1 }] });
  if (cart.code) return { ...cart, total: { amount: 0, currency: 'AUD' } };
  const { id } = await shopper<{ id: string }>('POST', '/checkout', { cartId: cart.id });
  return shopper('PUT', `/checkout/${id}`, { email: 'ana@example.test', shippingAddress: ADDRESS });
}

function pays(checkout: { id: string; total: Total }, card = '4242424242424242'): Promise<Outcome> {
  return shopper('POST', '/orders', { checkoutId: checkout.id, agreedTotal: checkout.total, payment: { method: 'test', card } });
}

const buys = async (title: string) => pays(await readyToPay(title));

test('a stranger finds a mug, pays, and sees the order; the merchant sees it too', async () => {
  const { order, payment, orderLink } = await buys('Blue mug');
  expect(payment).toMatchObject({ state: 'paid' });
  expect(order).toMatchObject({ number: 1001, paymentState: 'paid' });
  const list = (await (await fetch(`${server.url}/api/admin/orders?filter[payment]=paid`, { headers: admin })).json()) as { data: { number: number }[]; total: number };
  expect(list).toMatchObject({ total: 1, data: [{ number: 1001 }] });
  const token = new URL(orderLink!, 'http://x').searchParams.get('token');
  expect(await shopper('GET', `/orders/${order!.id}?token=${token}`)).toMatchObject({ number: 1001, total: order!.total });
  expect(await shopper('GET', `/orders/${order!.id}?token=wrong`)).toMatchObject({ code: 'not_found' });
  const page = await fetch(`${server.url}/shops/${shop.storefrontSlug}${orderLink}`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('1001');
});

test('after a declined card the shopper still holds the last lamp and pays with another one', async () => {
  const checkout = await readyToPay('Last lamp');
  expect(await pays(checkout, '4000000000000002')).toMatchObject({ payment: { state: 'declined' } });
  expect(await pays(checkout)).toMatchObject({ payment: { state: 'paid' }, order: { paymentState: 'paid' } });
  expect(await readyToPay('Last lamp')).toMatchObject({ code: 'out_of_stock' });
});

test('a double click on "pay" is one order', async () => {
  const checkout = await readyToPay('Blue mug');
  const [first, second] = await Promise.all([pays(checkout), pays(checkout)]);
  expect(second!.order!.id).toBe(first!.order!.id);
});

test('a surprise price is refused', async () => {
  const checkout = await readyToPay('Blue mug');
  expect(await pays({ ...checkout, total: { amount: checkout.total.amount - 1, currency: 'AUD' } })).toMatchObject({ code: 'price_changed' });
});

test('what is sold out cannot be bought', async () => {
  expect(await readyToPay('Sold out scarf')).toMatchObject({ code: 'out_of_stock' });
});

test('the merchant’s open dashboard hears of the order within a second', async () => {
  const { cookie, workspaceId } = await signedInMember();
  const client = listen(cookie);
  const heard = new Promise<{ number: number }>((resolve, reject) => {
    const channel = client.subscribe(`private-orders@${workspaceId}`);
    channel.bind('order:created', resolve);
    channel.bind('pusher:subscription_error', (error: unknown) => reject(new Error(JSON.stringify(error))));
    channel.bind('pusher:subscription_succeeded', () => void buys('Blue mug'));
  });
  const figures = new Promise((resolve) => client.subscribe(`private-analytics@${workspaceId}`).bind('analytics:updated', resolve));
  expect(await heard).toMatchObject({ number: expect.any(Number) });
  await buys('Blue mug');
  expect(await figures).toEqual({ at: expect.any(String) });
  await expect(new Promise((resolve, reject) => {
    const foreign = client.subscribe(`private-orders@${newId()}`);
    foreign.bind('pusher:subscription_error', () => reject(new Error('refused')));
    foreign.bind('pusher:subscription_succeeded', resolve);
  })).rejects.toThrow('refused');
  client.disconnect();
});

async function signedInMember(): Promise<{ cookie: string; workspaceId: string }> {
  const answer = await fetch(`${server.url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ name: 'Mia Merchant', email: 'mia@example.test', password: PASSWORD }),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  const { user } = (await answer.json()) as { user: { id: string } };
  await platformTransaction('seed', (q) => q.sql`insert into members (workspace_id, id, user_id, name, email, role) values (${shop.workspaceId}, ${newId()}, ${user.id}, 'Mia Merchant', 'mia@example.test', 'owner')`);
  return { cookie: answer.headers.getSetCookie().map((c) => c.split(';')[0]).join('; '), workspaceId: shop.workspaceId };
}

function listen(cookie: string): InstanceType<typeof Pusher> {
  const { port } = new URL(server.url);
  return new Pusher(realtimeAddress().key, {
    cluster: '',
    wsHost: '127.0.0.1',
    wsPort: Number(port),
    forceTLS: false,
    enabledTransports: ['ws'],
    channelAuthorization: {
      transport: 'ajax',
      endpoint: '',
      customHandler: ({ socketId, channelName }, done) =>
        void fetch(`${server.url}/api/realtime/auth`, {
          method: 'POST',
          headers: { cookie, origin: server.url, 'content-type': 'application/json' },
          body: JSON.stringify({ socket_id: socketId, channel_name: channelName }),
        }).then(async (r) => (r.ok ? done(null, (await r.json()) as { auth: string }) : done(new Error(`status ${r.status}`), null))),
    },
  });
}

test('every step left its audit entry', async () => {
  const rows = await shop.ctx.read((r) => r.sql<{ operation: string }>`select distinct operation from audit_entries`);
  expect(rows.map((r) => r.operation)).toEqual(expect.arrayContaining(['storefront.cart.create', 'storefront.checkout.start', 'storefront.checkout.update', 'storefront.orders.place']));
});
