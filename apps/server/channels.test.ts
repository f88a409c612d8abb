import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRole } from '#modules/accounts/index.ts';
import { joinAs, ownShop, signUp, type Browser } from '#modules/accounts/testing.ts';
import { livesOf } from '#platform/events/event.ts';
import { newId } from '#platform/ids.ts';
import { registry } from '#platform/registry.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';

/** Which live channels a member may join. */
let server: TestServer;
let owner: Browser;
let packer: Browser;
let workspaceId: string;

beforeAll(async () => {
  server = await startServer();
  owner = await signUp('Olive');
  const shop = await ownShop(owner, 'Live shop');
  ({ workspaceId } = shop);
  const role = await createRole.call(shop.ctx, { name: 'Packer', capabilities: ['stock:read'] });
  packer = (await joinAs(shop.ctx, role.key)).browser;
});
afterAll(() => server.stop());

async function mayJoin(person: Browser | undefined, channel: string): Promise<boolean> {
  const answer = await fetch(`${server.url}/api/realtime/auth`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/x-www-form-urlencoded', ...(person && { cookie: person.cookie }) },
    body: new URLSearchParams({ socket_id: '1234.5678', channel_name: channel }).toString(),
  });
  if (answer.ok) expect(await answer.json()).toHaveProperty('auth');
  return answer.ok;
}

const userId = async (person: Browser) => (await person.session())!.user.id;

test('an owner hears every channel of the workspace', async () => {
  const nouns = registry.events().flatMap((event) => livesOf(event)).flatMap(({ channel, each }) => (each === undefined ? [channel] : []));
  expect(nouns).toEqual(expect.arrayContaining(['orders', 'inventory', 'products', 'customers', 'analytics', 'subscriptions']));
  for (const noun of nouns) expect(await mayJoin(owner, `private-${noun}@${workspaceId}`), noun).toBe(true);
  for (const room of ['presence-admin', 'presence-workspace', `presence-page-order-${newId()}`]) expect(await mayJoin(owner, `${room}@${workspaceId}`), room).toBe(true);
});

test('a packer hears of stock, and of nothing their role does not read', async () => {
  expect(await mayJoin(packer, `private-inventory@${workspaceId}`)).toBe(true);
  for (const noun of ['orders', 'products', 'customers', 'analytics', 'webhooks']) expect(await mayJoin(packer, `private-${noun}@${workspaceId}`), noun).toBe(false);
  expect(await mayJoin(packer, `presence-admin@${workspaceId}`)).toBe(true);
});

test('what is meant for one person is heard by that person only', async () => {
  const hers = `private-user-${await userId(owner)}@${workspaceId}`;
  expect(await mayJoin(owner, hers)).toBe(true);
  expect(await mayJoin(packer, hers)).toBe(false);
});

test('nobody joins a channel of another workspace, or of none, or without signing in', async () => {
  const stranger = await signUp('Stranger');
  await ownShop(stranger, 'Elsewhere');
  expect(await mayJoin(stranger, `private-orders@${workspaceId}`)).toBe(false);
  expect(await mayJoin(stranger, `presence-admin@${workspaceId}`)).toBe(false);
  expect(await mayJoin(owner, 'private-orders')).toBe(false);
  for (const unknown of ['private-secrets', 'presence-page-secret-1']) expect(await mayJoin(owner, `${unknown}@${workspaceId}`), unknown).toBe(false);
  expect(await mayJoin(undefined, `private-orders@${workspaceId}`)).toBe(false);
});
