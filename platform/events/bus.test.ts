import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../db/pools.ts';
import { openTestDatabase, type TestHouse } from '../testing/database.ts';
import { framesOf, openPostgresBus } from './bus.ts';

let house: TestHouse;
beforeAll(async () => void (house = await openTestDatabase()));
afterAll(() => house.close());

test('no frame is larger than PostgreSQL takes, whatever the script', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12_000 }), { maxLength: 12 }), (messages) => {
      expect(framesOf(messages).every((frame) => Buffer.byteLength(frame) < 8_000)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('messages small and large reach another process in order', async () => {
  const [here, there] = await Promise.all([openPostgresBus(), openPostgresBus()]);
  const heard: unknown[] = [];
  there.subscribe('news', (payload) => heard.push(payload));
  const sent = ['small', 'ü'.repeat(9_000), { deep: [1, 2, 3] }, 'last'];
  for (const message of sent) here.publish('news', message);
  await expect.poll(() => heard.length).toBe(sent.length);
  expect(heard).toEqual(sent);
  await Promise.all([here.close(), there.close()]);
});

test('a database that is away is asked for now and then, and the bus goes on when it is back', async () => {
  const way = await openWay(new URL(house.url));
  const address = new URL(house.url);
  address.search = '';
  address.hostname = '127.0.0.1';
  address.port = String(way.port);
  await useDatabase(address.href);
  const bus = await openPostgresBus();
  const heard: unknown[] = [];
  bus.subscribe('news', (payload) => heard.push(payload));
  const before = way.close();
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  // Every half second at the most; one that doubles would be past a hundred.
  expect(way.open() - before).toBeLessThanOrEqual(7);
  await expect.poll(() => (bus.publish('news', 'back'), heard.length), { timeout: 10_000 }).toBeGreaterThan(0);
  await bus.close();
  await way.stop();
  await useDatabase(house.url);
});

/** A road to the database that can be closed; both tell how many have knocked so far. */
async function openWay(to: URL) {
  const folder = to.searchParams.get('host');
  const target = () => (folder ? connect(`${folder}/.s.PGSQL.${to.port}`) : connect(Number(to.port), to.hostname));
  const sockets = new Set<Socket>();
  let [knocked, closed] = [0, false];
  const server = createServer((socket) => {
    knocked += 1;
    if (closed) return socket.destroy();
    const beyond = target();
    for (const [one, other] of [[socket, beyond], [beyond, socket]] as const) one.on('error', () => undefined).on('close', () => other.destroy()).pipe(other);
    sockets.add(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      closed = true;
      for (const socket of sockets) socket.destroy();
      return knocked;
    },
    open() {
      closed = false;
      return knocked;
    },
    stop: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
