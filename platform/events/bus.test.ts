import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
