import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';

interface Heard {
  event: string;
  data: string;
}

async function listener(room: RealtimeRoom, channel: string): Promise<{ socket: WebSocket; heard: Heard[] }> {
  const socket = room.socket();
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Heard));
  await new Promise((open) => socket.once('message', open));
  socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, auth: '' } }));
  await new Promise((subscribed) => socket.once('message', subscribed));
  heard.length = 0;
  return { socket, heard };
}

const isPrice = (message: Heard) => message.event === 'price';

test('a thousand listeners all hear every event, in order', async () => {
  const room = await openRealtime();
  const listeners = await Promise.all(Array.from({ length: 1000 }, () => listener(room, 'show')));
  expect(room.realtime.stats()).toEqual({ connections: 1000, channels: 1 });
  for (let n = 0; n < 5; n++) room.realtime.publish('show', 'bid', { n });
  await expect.poll(() => listeners.every(({ heard }) => heard.filter((m) => m.event === 'bid').length === 5), { timeout: 5000 }).toBe(true);
  expect(listeners[999]!.heard.filter((m) => m.event === 'bid').map((m) => JSON.parse(m.data).n)).toEqual([0, 1, 2, 3, 4]);
  await room.close();
});

test('a price that changes a thousand times a second is shown at most ten times a second, the last value included', async () => {
  const room = await openRealtime();
  const { heard } = await listener(room, 'show');
  const until = Date.now() + 1000;
  let published = 0;
  while (Date.now() < until) {
    room.realtime.publish('show', 'price', { n: ++published }, { coalesce: 'price' });
    if (published % 5 === 0) await pause(1);
  }
  room.realtime.publish('show', 'ended', {});
  await pause(150);
  const prices = heard.filter(isPrice);
  expect(published).toBeGreaterThan(200);
  expect(prices.length).toBeLessThanOrEqual(12);
  expect(prices.length).toBeGreaterThan(5);
  expect(JSON.parse(prices.at(-1)!.data)).toEqual({ n: published });
  expect(heard.filter((m) => m.event === 'ended')).toHaveLength(1);
  await room.close();
});

test('different products do not push each other out', async () => {
  const room = await openRealtime();
  const { heard } = await listener(room, 'stock');
  for (const level of [1, 2, 3]) {
    for (const product of ['mug', 'ring']) room.realtime.publish('stock', 'price', { product, level }, { coalesce: product });
  }
  await pause(150);
  expect(heard.filter(isPrice).map((m) => JSON.parse(m.data))).toEqual([
    { product: 'mug', level: 1 },
    { product: 'mug', level: 3 },
    { product: 'ring', level: 3 },
  ]);
  await room.close();
});

test('a listener that stops reading is cut off, the others are not held up', async () => {
  const room = await openRealtime();
  const [slow, quick] = [await listener(room, 'show'), await listener(room, 'show')];
  slow.socket.pause();
  const big = 'x'.repeat(10_000);
  let sent = 0;
  while (room.realtime.stats().connections === 2 && sent < 5000) {
    room.realtime.publish('show', 'picture', big);
    if (++sent % 20 === 0) await pause(1);
  }
  expect(room.realtime.stats().connections).toBe(1);
  await expect.poll(() => quick.heard.filter((m) => m.event === 'picture').length).toBe(sent);
  await room.close();
});

test('a full server sends newcomers away for later, a stopping one asks to reconnect at once', async () => {
  const room = await openRealtime({ maxConnections: 1 });
  const { socket } = await listener(room, 'show');
  const closedWith = (which: WebSocket) => new Promise((closed) => which.once('close', closed));
  expect(await closedWith(room.socket())).toBe(4100);
  const code = closedWith(socket);
  await room.close();
  expect(await code).toBe(4200);
});

test('a silent socket is asked whether it is still there, and its own ping is answered', async () => {
  const room = await openRealtime({ activityTimeoutSeconds: 0.1 });
  const { socket, heard } = await listener(room, 'show');
  await pause(400);
  expect(heard.map((m) => m.event)).toContain('pusher:ping');
  socket.send(JSON.stringify({ event: 'pusher:ping', data: {} }));
  await pause(30);
  expect(heard.at(-1)!.event).toBe('pusher:pong');
  await room.close();
});

test('a socket that never answers a ping is closed', async () => {
  const room = await openRealtime({ activityTimeoutSeconds: 0.1, answerTimeoutSeconds: 0.1 });
  const { socket } = await listener(room, 'show');
  expect(await new Promise((closed) => socket.once('close', closed))).toBe(4201);
  await room.close();
});
