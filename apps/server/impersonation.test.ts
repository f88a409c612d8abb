import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { auditList, forgetSessions } from '#modules/accounts/index.ts';
import { joinAs, ownShop, signUp, type Browser } from '#modules/accounts/testing.ts';
import { notificationList } from '#modules/notifications/index.ts';
import { endImpersonations, superadminOf } from '#modules/superadmin/index.ts';
import { registry } from '#platform/registry.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { realtimeAddress } from './live.ts';

/** The end of looking through a member's eyes: sockets, the workspace's audit log, and what the member reads. */
let server: TestServer;
let root: Browser;
let shop: Awaited<ReturnType<typeof ownShop>>;
let mia: Awaited<ReturnType<typeof joinAs>>;
let miaId: string;

beforeAll(async () => {
  server = await startServer();
  root = await signUp('Root', 'root@example.com');
  await platformRead('superadmin', (q) => q.sql`update users set superadmin = true where email = 'root@example.com'`);
  forgetSessions();
  shop = await ownShop(await signUp('Olive'), 'Olive’s');
  mia = await joinAs(shop.ctx, 'viewer', 'Mia');
  miaId = (await mia.browser.session())!.user.id;
});
afterAll(() => server.stop());

async function lookAsMia(): Promise<void> {
  const who = superadminOf(await root.session(), new Request('http://localhost/admin/super'), {})!;
  await registry.superOperations().find(({ name }) => name === 'super.impersonate')!.call(who, { workspaceId: shop.workspaceId, userId: miaId, reason: 'Asked about taxes' });
}

/** A page's socket that hears of orders, as the browser joins it. */
async function listen(person: Browser): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/app/${realtimeAddress().key}?protocol=7`);
  const heard: { event: string; data: string }[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as { event: string; data: string }));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await expect.poll(() => heard[0]?.event).toBe('pusher:connection_established');
  const { socket_id: socketId } = JSON.parse(heard[0]!.data) as { socket_id: string };
  const channel = `private-orders@${shop.workspaceId}`;
  const answer = await fetch(`${server.url}/api/realtime/auth`, { method: 'POST', headers: { origin: server.url, cookie: person.cookie, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ socket_id: socketId, channel_name: channel }).toString() });
  socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, ...((await answer.json()) as object) } }));
  await expect.poll(() => heard.map(({ event }) => event)).toContain('pusher_internal:subscription_succeeded');
  return { closed };
}

const entries = async () => (await auditList.call(shop.ctx, { filter: { operation: 'impersonation.stop' } })).data;

test('when the time is up the sockets end, the owner reads it in the audit log, and the member is told who looked and why', async () => {
  await lookAsMia();
  const [theirs, miasOwn] = [await listen(root), await listen(mia.browser)];
  await platformRead('superadmin', (q) => q.sql`update impersonations set ends_at = now() where ended_at is null`);
  await Promise.all([endImpersonations.runForAll!(), endImpersonations.runForAll!()]);
  expect(await theirs.closed, 'the page comes back and asks anew').toBe(4200);
  expect((await root.session())!.behind).toBeUndefined();
  expect(await entries()).toMatchObject([{ actorName: 'Root (superadmin)', recordId: miaId, input: { how: 'time was up' } }]);
  await expect.poll(async () => (await notificationList.call(mia.ctx, {})).data).toMatchObject([{ kind: 'impersonation.ended', title: 'Root looked at this workspace through your eyes', body: expect.stringContaining('Asked about taxes') as string }]);
  expect(await Promise.race([miasOwn.closed, new Promise((resolve) => setTimeout(resolve, 100, 'still open'))])).toBe('still open');
});

test('stopped by hand, or left by signing out, it ends the same way', async () => {
  await lookAsMia();
  const stopped = await listen(root);
  const answer = await fetch(`${server.url}/admin/super/do/super.stop-impersonation`, { method: 'POST', headers: { cookie: root.cookie, origin: server.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }, body: '{}' });
  expect(answer.status).toBe(200);
  expect(await stopped.closed).toBe(4200);
  expect((await entries())[0]).toMatchObject({ input: { how: 'stopped' } });
  await lookAsMia();
  const left = await listen(root);
  await root.post('/sign-out', {});
  await endImpersonations.runForAll!();
  expect(await left.closed).toBe(4200);
  expect(await entries()).toHaveLength(3);
});
