import { afterEach, expect, test } from 'vitest';
import { memoryBus, next, openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';

const rooms: RealtimeRoom[] = [];
afterEach(async () => {
  await Promise.all(rooms.splice(0).map((room) => room.close()));
});

async function process(bus = memoryBus(), beat = {}): Promise<RealtimeRoom> {
  const room = await openRealtime({ bus, ...beat });
  rooms.push(room);
  return room;
}

async function join(room: RealtimeRoom, user: string, channel: string) {
  const joined = room.browser(user).subscribe(channel);
  return { channel: joined, members: await next<{ count: number }>(joined, 'pusher:subscription_succeeded') };
}

test('an event published in one process is heard in the other, once', async () => {
  const bus = memoryBus();
  const [one, two] = [await process(bus), await process(bus)];
  const heard: unknown[] = [];
  for (const room of [one, two]) (await join(room, 'ana', 'orders')).channel.bind('order', (data: unknown) => heard.push(data));
  one.realtime.publish('orders', 'order', { number: 1001 });
  await pause(60);
  expect(heard).toEqual([{ number: 1001 }, { number: 1001 }]);
});

test('colleagues on different processes see each other, and a process that says goodbye takes its people along', async () => {
  const bus = memoryBus();
  const [one, two] = [await process(bus), await process(bus)];
  const ana = await join(one, 'ana', 'presence-admin');
  const added = next(ana.channel, 'pusher:member_added');
  await pause(80);
  expect((await join(two, 'ben', 'presence-admin')).members.count).toBe(2);
  expect(await added).toMatchObject({ id: 'ben' });
  expect(await (await one.sdk.get({ path: '/channels/presence-admin', params: { info: 'user_count' } })).json()).toMatchObject({ user_count: 2 });
  const removed = next(ana.channel, 'pusher:member_removed');
  await two.close();
  rooms.splice(rooms.indexOf(two), 1);
  expect(await removed).toMatchObject({ id: 'ben' });
});

test('a process that joins later knows who is already there', async () => {
  const bus = memoryBus();
  await join(await process(bus), 'ana', 'presence-admin');
  await pause(80);
  const late = await process(bus);
  await pause(40);
  expect((await join(late, 'ben', 'presence-admin')).members.count).toBe(2);
});

test('the people of a process that fell silent are counted out', async () => {
  const buses = [memoryBus(), memoryBus()];
  let dead = false;
  const bridge = (own: number) => ({
    publish: (topic: string, payload: unknown) => !dead && buses.forEach((bus) => bus.publish(topic, payload)),
    subscribe: buses[own]!.subscribe,
  });
  const one = await openRealtime({ bus: bridge(0), beatMillis: 40, staleMillis: 120 });
  const two = await openRealtime({ bus: { ...bridge(1), publish: (t, p) => !dead && bridge(1).publish(t, p) }, beatMillis: 40, staleMillis: 120 });
  rooms.push(one, two);
  const ana = await join(one, 'ana', 'presence-admin');
  const added = next(ana.channel, 'pusher:member_added');
  await join(two, 'ben', 'presence-admin');
  await added;
  const removed = next(ana.channel, 'pusher:member_removed');
  dead = true;
  expect(await removed).toMatchObject({ id: 'ben' });
});

test('a lost message about a colleague is made good at the next beat', async () => {
  const bus = memoryBus();
  let lose = false;
  const lossy = { ...bus, publish: (topic: string, payload: unknown) => void (lose || bus.publish(topic, payload)) };
  const [one, two] = [await openRealtime({ bus, beatMillis: 50 }), await openRealtime({ bus: lossy, beatMillis: 200 })];
  rooms.push(one, two);
  const ana = await join(one, 'ana', 'presence-admin');
  await pause(100);
  const added = next(ana.channel, 'pusher:member_added');
  lose = true;
  await join(two, 'ben', 'presence-admin');
  await pause(70);
  lose = false;
  expect(await added).toMatchObject({ id: 'ben' });
});
