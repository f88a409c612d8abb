import { afterEach, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { app, memoryBus, next, openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';

const rooms: RealtimeRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

const quick = { activitySeconds: 0.2, answerSeconds: 0.2 };

async function open(options: Parameters<typeof openRealtime>[0] = {}): Promise<RealtimeRoom> {
  const room = await openRealtime(options);
  rooms.push(room);
  return room;
}

/** A tab that joins and then dies without a word: it reads nothing more and answers nothing. */
async function deadTab(room: RealtimeRoom, user: string, channel: string): Promise<WebSocket> {
  const socket = room.socket();
  const socketId = await new Promise<string>((done) => {
    socket.once('message', (frame: Buffer) => done((JSON.parse((JSON.parse(frame.toString()) as { data: string }).data) as { socket_id: string }).socket_id));
  });
  const signed = await room.realtime.authorizeChannel({ socketId, channel, user: { id: user, info: { name: user } } });
  socket.send(JSON.stringify({ event: 'pusher:subscribe', data: { channel, ...signed } }));
  await new Promise((done) => socket.once('message', done));
  socket.pause();
  return socket;
}

test('a tab that died without a word is counted out, in its own process and in the other', async () => {
  const bus = memoryBus();
  const [one, two] = [await open({ bus, presence: quick }), await open({ bus, presence: quick })];
  const watchers = [one, two].map((room, i) => room.browser(`watcher${i}`).subscribe('presence-shop'));
  await Promise.all(watchers.map((watcher) => next(watcher, 'pusher:subscription_succeeded')));
  await pause(60);
  const arrived = watchers.map((watcher) => memberEvent(watcher, 'pusher:member_added', 'ana'));
  const dead = await deadTab(one, 'ana', 'presence-shop');
  await Promise.all(arrived);
  await Promise.all(watchers.map((watcher) => memberEvent(watcher, 'pusher:member_removed', 'ana')));
  expect(one.realtime.stats().connections).toBe(1);
  dead.terminate();
});

test('with the usual figures a dead tab is gone within 30 seconds, and one that answers stays', async () => {
  const room = await open();
  const watcher = room.browser('ben').subscribe('presence-shop');
  await next(watcher, 'pusher:subscription_succeeded');
  const gone: string[] = [];
  watcher.bind('pusher:member_removed', ({ id }: { id: string }) => gone.push(id));
  const dead = await deadTab(room, 'ana', 'presence-shop');
  await expect.poll(() => gone, { timeout: 30_000, interval: 100 }).toEqual(['ana']);
  expect(watcher.subscribed).toBe(true);
  expect(room.realtime.stats().connections).toBe(1);
  dead.terminate();
}, 40_000);

test('a socket that shows nobody may stay silent longer', async () => {
  const room = await open({ presence: quick });
  const socket = room.socket();
  await new Promise((done) => socket.once('message', done));
  socket.pause();
  await pause(900);
  expect(room.realtime.stats().connections).toBe(1);
  socket.terminate();
});

function memberEvent(channel: { bind(event: string, listener: (member: { id: string }) => void): unknown }, event: string, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} of ${id}, app ${app.id}`)), 5_000);
    channel.bind(event, (member) => {
      if (member.id !== id) return;
      clearTimeout(timer);
      resolve();
    });
  });
}
