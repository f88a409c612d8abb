import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectByKey, disconnect, inboundList, integrationView, receiveWebhook, useVendorAt } from '#modules/integrations/index.ts';
import { useConfig } from '#platform/config.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { VendorDouble, type Answer, type Asked } from '#platform/testing/vendor-double.ts';
import { API } from './index.ts';

const KEY = 'EZTKoftheteststhatisright';
const hooks = new Map<string, { url: string; webhook_secret: string }>();

// EasyPost as far as we use it.
function answer({ method, path, headers, body }: Asked): Answer {
  if (headers['authorization'] !== `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`) return { status: 401, body: { error: { code: 'APIKEY.INACTIVE', message: 'This api key is no longer active.' } } };
  if (path === '/v2/trackers') return { status: 200, body: { trackers: [], has_more: false } };
  if (method === 'DELETE') return { status: hooks.delete(path.split('/')[3]!) ? 200 : 404, body: {} };
  const id = `hook_${hooks.size + 1}`;
  hooks.set(id, (JSON.parse(body) as { webhook: { url: string; webhook_secret: string } }).webhook);
  return { status: 201, body: { id, object: 'Webhook', mode: 'test' } };
}

let house: TestHouse;
const double = new VendorDouble(answer);
let back = () => {};
beforeAll(async () => {
  house = await openTestDatabase();
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  back = useVendorAt(API, await double.open());
});
afterAll(async () => {
  back();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await double.close();
  await house.close();
});

test('a key is tried before it is kept; what comes in is believed with its signature only, and the address is taken back in the end', async () => {
  const { ctx } = await house.newWorkspace();
  const connect = (apiKey: string) => connectByKey.call(ctx, { vendor: 'easypost', secrets: { apiKey } });
  await expect(connect('sk_test_1')).rejects.toMatchObject({ details: { fields: { 'secrets.apiKey': 'begins with EZAK or EZTK' } } });
  await expect(connect('EZTKsomethingelse')).rejects.toMatchObject({ sentence: expect.stringContaining('does not accept') as string });
  double.faults.push('away');
  await expect(connect(KEY)).rejects.toMatchObject({ code: 'not_reached' });
  expect(await connect(KEY)).toMatchObject({ state: 'connected', sentence: 'Test account' });
  const [{ url, webhook_secret: secret } = { url: '', webhook_secret: '' }] = hooks.values();
  const connection = url.split('/').at(-1)!;
  const send = (key: string, body: string) => receiveWebhook('easypost', connection, new Request(url, { method: 'POST', body, headers: { 'x-hmac-signature': `hmac-sha256-hex=${createHmac('sha256', key).update(body).digest('hex')}` } }));
  const body = JSON.stringify({ id: 'evt_1', object: 'Event', description: 'tracker.updated', result: { status: 'in_transit', weight: 12.5 } });
  expect(await (await send(secret, body)).json()).toEqual({ received: true });
  expect(await (await send(secret, body)).json()).toEqual({ received: true, repeated: true });
  await expect(send('forged', body)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await inboundList.call(ctx, {})).data).toMatchObject([{ event: 'tracker.updated', messageId: 'evt_1', repeats: 1 }]);
  expect((await integrationView.call(ctx, { vendor: 'easypost' })).hook).toMatchObject({ refused: 1 });
  await disconnect.call(ctx, { vendor: 'easypost' });
  expect(hooks.size).toBe(0);
});
