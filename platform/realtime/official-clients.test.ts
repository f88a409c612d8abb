import { afterAll, beforeAll, expect, test } from 'vitest';
import { next, openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';

let room: RealtimeRoom;
beforeAll(async () => {
  room = await openRealtime({ mayJoin: ({ channel, user }) => !channel.name.includes('forbidden') && user.id !== 'stranger' });
});
afterAll(() => room.close());

const ready = (channel: { bind(event: string, listener: (data: unknown) => void): unknown }) => next(channel, 'pusher:subscription_succeeded');

test('a browser hears what the server publishes, and what the official server library triggers', async () => {
  const channel = room.browser('ana').subscribe('products');
  await ready(channel);
  const first = next(channel, 'product:created');
  room.realtime.publish('products', 'product:created', { title: 'Ring – 戒指' });
  expect(await first).toEqual({ title: 'Ring – 戒指' });
  const second = next(channel, 'product:updated');
  expect((await room.sdk.trigger('products', 'product:updated', { price: 5 })).status).toBe(200);
  expect(await second).toEqual({ price: 5 });
});

test('a private channel opens only with permission', async () => {
  await ready(room.browser('ana').subscribe('private-orders'));
  const refused = room.browser('ana').subscribe('private-forbidden');
  expect(await next(refused, 'pusher:subscription_error')).toMatchObject({ error: 'You may not listen to this channel.' });
});

test('a made-up signature is refused by the socket itself', async () => {
  const socket = room.socket();
  const messages: string[] = [];
  socket.on('message', (data) => messages.push(String(data)));
  await new Promise((open) => socket.once('message', open));
  socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel: 'private-orders', auth: 'test-key:00' } }));
  await pause(50);
  expect(JSON.parse(messages[1]!)).toMatchObject({ event: 'pusher:subscription_error', data: { type: 'AuthError', status: 401 } });
  socket.terminate();
});

test('colleagues see each other come and go, once per person and not per tab', async () => {
  const ana = room.browser('ana').subscribe('presence-admin');
  await ready(ana);
  const added: unknown[] = [];
  ana.bind('pusher:member_added', (member: unknown) => added.push(member));
  const tabs = [room.browser('ben'), room.browser('ben')];
  const members = await Promise.all(tabs.map((tab) => ready(tab.subscribe('presence-admin'))));
  expect(members[1]).toMatchObject({ count: 2, myID: 'ben', members: { ana: { name: 'ANA' }, ben: { name: 'BEN' } } });
  await pause(50);
  expect(added).toEqual([{ id: 'ben', info: { name: 'BEN' } }]);

  let gone = 0;
  ana.bind('pusher:member_removed', () => (gone += 1));
  tabs[0]!.disconnect();
  await pause(50);
  expect(gone).toBe(0);
  tabs[1]!.disconnect();
  await pause(50);
  expect(gone).toBe(1);
});

test('a whisper reaches the others with its author, not the author, and at most ten a second', async () => {
  const ana = room.browser('ana').subscribe('presence-page');
  const bob = room.browser('bob').subscribe('presence-page');
  await Promise.all([ready(ana), ready(bob)]);
  const heard: unknown[] = [];
  let own = 0;
  bob.bind('client-typing', (data: unknown, meta: unknown) => heard.push([data, meta]));
  ana.bind('client-typing', () => (own += 1));
  await pause(1000 - (Date.now() % 1000) + 5);
  const refused = next(ana.pusher.connection, 'error');
  for (let n = 0; n < 12; n++) ana.trigger('client-typing', { n });
  expect(await refused).toMatchObject({ data: { code: 4301 } });
  await pause(50);
  expect(heard).toHaveLength(10);
  expect(heard[0]).toEqual([{ n: 0 }, { user_id: 'ana' }]);
  expect(own).toBe(0);
});

test('on a public channel nobody may whisper', async () => {
  const browser = room.browser('ana');
  const channel = browser.subscribe('products');
  await ready(channel);
  const refused = next(browser.connection, 'error');
  browser.send_event('client-hello', {}, 'products');
  expect(await refused).toMatchObject({ data: { code: 4301 } });
});

test('a signed-in person is reached by name on every tab, and can be signed out', async () => {
  const tabs = [room.browser('cleo'), room.browser('cleo')];
  const stranger = room.browser('dan');
  for (const tab of [...tabs, stranger]) tab.signin();
  await expect.poll(() => [...tabs, stranger].every((tab) => tab.user.serverToUserChannel?.subscribed), { timeout: 5_000 }).toBe(true);
  let leaked = 0;
  stranger.user.bind('note', () => (leaked += 1));
  const heard = tabs.map((tab) => next(tab.user, 'note'));
  await room.sdk.sendToUser('cleo', 'note', { text: 'hi' });
  expect(await Promise.all(heard)).toEqual([{ text: 'hi' }, { text: 'hi' }]);
  const cut = next(tabs[0]!.connection, 'disconnected');
  await room.sdk.terminateUserConnections('cleo');
  await cut;
  expect(leaked).toBe(0);
});

test('a late listener of a cache channel gets the last event, or hears that there is none', async () => {
  const empty = room.browser('ana').subscribe('cache-empty');
  await next(empty, 'pusher:cache_miss');
  room.realtime.publish('private-cache-price', 'price', { amount: 7 });
  expect(await next(room.browser('ana').subscribe('private-cache-price'), 'price')).toEqual({ amount: 7 });
});

test('a channel hears how many listen', async () => {
  const counts: unknown[] = [];
  const channel = room.browser('ana').subscribe('counted');
  channel.bind('pusher:subscription_count', (data: unknown) => counts.push(data));
  await ready(channel);
  await ready(room.browser('ben').subscribe('counted'));
  await pause(250);
  expect(counts.at(-1)).toEqual({ subscription_count: 2 });
});

test('the socket that caused an event does not hear it', async () => {
  const browser = room.browser('ana');
  const [own, other] = [browser.subscribe('echo'), room.browser('ben').subscribe('echo')];
  await Promise.all([ready(own), ready(other)]);
  let echoed = 0;
  own.bind('saved', () => (echoed += 1));
  const heard = next(other, 'saved');
  await room.sdk.trigger('echo', 'saved', {}, { socket_id: browser.connection.socket_id });
  await heard;
  expect(echoed).toBe(0);
});

test('the server library can ask who listens', async () => {
  await Promise.all([ready(room.browser('eve').subscribe('presence-asked')), ready(room.browser('fay').subscribe('presence-asked'))]);
  const ask = async (path: string, params = {}) => (await room.sdk.get({ path, params })).json();
  expect(await ask('/channels', { filter_by_prefix: 'presence-asked', info: 'user_count' })).toEqual({
    channels: { 'presence-asked': { user_count: 2 } },
  });
  expect(await ask('/channels/presence-asked', { info: 'user_count,subscription_count' })).toEqual({
    occupied: true,
    user_count: 2,
    subscription_count: 2,
  });
  expect(await ask('/channels/presence-asked/users')).toEqual({ users: [{ id: 'eve' }, { id: 'fay' }] });
});

test('the HTTP door refuses foreign signatures, large events, bad names and long batches', async () => {
  const url = `http://127.0.0.1:${room.port}/apps/test/events?auth_key=test-key&auth_version=1.0&auth_timestamp=${Math.floor(Date.now() / 1000)}`;
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  expect((await fetch(url.replace('apps/test', 'apps/other'))).status).toBe(404);
  const post = (path: string, body: object) => room.sdk.post({ path, body: body as never }).then((r) => r.status, (e: { status: number }) => e.status);
  expect(await post('/events', { name: 'x', data: 'x'.repeat(10_241), channel: 'a' })).toBe(413);
  expect(await post('/events', { name: 'x', data: '', channel: 'no spaces' })).toBe(400);
  expect(await post('/batch_events', { batch: Array.from({ length: 11 }, () => ({ name: 'x', data: '', channel: 'a' })) })).toBe(400);
  expect((await room.sdk.triggerBatch([{ channel: 'a', name: 'x', data: {} }])).status).toBe(200);
});

test.each([
  ['protocol=6', 'test-key', 4007],
  ['', 'test-key', 4008],
  ['protocol=7', 'nobody', 4001],
  ['protocol=7', 'test-key/more', 4005],
])('a client with ?%s and key %s is closed with %i', async (query, key, code) => {
  const socket = room.socket(query);
  const url = socket.url.replace('test-key', key);
  socket.on('error', () => undefined).terminate();
  const other = new (socket.constructor as typeof WebSocket)(url);
  expect(await new Promise((closed) => other.addEventListener('close', (event) => closed(event.code)))).toBe(code);
});
