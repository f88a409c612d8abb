import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bus, openPostgresBus } from '../events/bus.ts';
import { openTestDatabase, type TestHouse } from '../testing/database.ts';
import { next, openRealtime, pause, type RealtimeRoom } from './open-realtime.ts';

let house: TestHouse;
let buses: Bus[];
let rooms: RealtimeRoom[];
beforeAll(async () => {
  house = await openTestDatabase();
  buses = await Promise.all([openPostgresBus(), openPostgresBus()]);
  rooms = await Promise.all(buses.map((bus) => openRealtime({ bus })));
});
afterAll(async () => {
  await Promise.all(rooms.map((room) => room.close()));
  await Promise.all(buses.map((bus) => bus.close()));
  await house.close();
});

test('processes that share only the database share their channels, also for events larger than one notification', async () => {
  const [one, two] = rooms as [RealtimeRoom, RealtimeRoom];
  const channel = one.browser('ana').subscribe('presence-admin');
  await next(channel, 'pusher:subscription_succeeded');
  const added = next(channel, 'pusher:member_added');
  await pause(150);
  await next(two.browser('ben').subscribe('presence-admin'), 'pusher:subscription_succeeded');
  expect(await added).toMatchObject({ id: 'ben' });
  const heard = next<{ text: string }>(channel, 'report');
  two.realtime.publish('presence-admin', 'report', { text: 'größer '.repeat(1200) });
  expect((await heard).text).toHaveLength(7 * 1200);
});
