import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse } from '../testing/database.ts';
import { MINUTE, now, travel } from '../time.ts';
import { createRateLimiter, rateLimitHeaders, type RateLimiter, tooManyRequests } from './rate-limit.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

// Each test begins five seconds into a minute, so that none straddles two windows.
let comeBack: () => void;
const limiters: RateLimiter[] = [];
beforeEach(() => {
  comeBack = travel(MINUTE - (now().getTime() % MINUTE) + 5_000);
});
afterEach(async () => {
  await Promise.all(limiters.splice(0).map((limiter) => limiter.close()));
  comeBack();
});

function processes(count: number): RateLimiter[] {
  const made = Array.from({ length: count }, () => createRateLimiter({ tidyMillis: 1_000_000 }));
  limiters.push(...made);
  return made;
}

const usedOf = async (key: string) => {
  const rows = await platformRead('rate-limit', (q) => q.sql<{ used: number }>`select used from rate_windows where key = ${key}`);
  return rows[0]?.used;
};

test('however many processes ask at once, together they never let through more than the limit', async () => {
  const scenario = fc.record({
    limit: fc.integer({ min: 1, max: 120 }),
    requests: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ limit, requests }) => {
      const nodes = processes(4);
      const key = newId();
      const outcomes = await Promise.all(requests.map((node) => nodes[node]!.take(key, limit)));
      const granted = outcomes.filter((outcome) => outcome.ok).length;
      expect(granted).toBeLessThanOrEqual(limit);
      const onOneNode = requests.every((node) => node === requests[0]);
      expect(granted).toBeGreaterThanOrEqual(onOneNode ? Math.min(limit, requests.length) : 1);
    }),
    { numRuns: 40 },
  );
});

test('one busy process gets the whole budget to the last request, with few questions to the database', async () => {
  const [node] = processes(1);
  const key = newId();
  let asked = 0;
  for (let n = 0; n < 1000; n++) {
    const outcome = node!.take(key, 1000);
    if (outcome instanceof Promise) asked += 1;
    expect((await outcome).ok).toBe(true);
  }
  expect(asked).toBeLessThan(25);
  expect(await node!.take(key, 1000)).toMatchObject({ ok: false, limit: 1000, remaining: 0 });
  expect(node!.take(key, 1000)).not.toBeInstanceOf(Promise);
});

test('what idle processes hold is little, and comes back when they stop', async () => {
  const [busy, idle, alsoIdle] = processes(3);
  const key = newId();
  await idle!.take(key, 100);
  await alsoIdle!.take(key, 100);
  let granted = 2;
  while ((await busy!.take(key, 100)).ok) granted += 1;
  expect(granted).toBeGreaterThanOrEqual(90);
  await Promise.all([idle!.close(), alsoIdle!.close()]);
  await new Promise((done) => setTimeout(done, 1_050));
  while ((await busy!.take(key, 100)).ok) granted += 1;
  expect(granted).toBe(100);
  expect(await usedOf(key)).toBe(100);
});

test('the next minute starts afresh, and old windows are swept away', async () => {
  const limiter = createRateLimiter({ tidyMillis: 50 });
  limiters.push(limiter);
  const key = newId();
  expect((await limiter.take(key, 1)).ok).toBe(true);
  expect((await limiter.take(key, 1)).ok).toBe(false);
  const back = travel(MINUTE);
  expect((await limiter.take(key, 1)).ok).toBe(true);
  const further = travel(5 * MINUTE);
  await expect.poll(() => usedOf(key)).toBeUndefined();
  further();
  back();
});

test('keys do not touch each other', async () => {
  const [node] = processes(1);
  const [one, two] = [newId(), newId()];
  expect((await node!.take(one, 1)).ok).toBe(true);
  expect((await node!.take(one, 1)).ok).toBe(false);
  expect((await node!.take(two, 1)).ok).toBe(true);
});

test('the headers say what is left and when to come back', async () => {
  const [node] = processes(1);
  const key = newId();
  expect(rateLimitHeaders(await node!.take(key, 2))).toEqual({ 'RateLimit-Limit': '2', 'RateLimit-Remaining': '1', 'RateLimit-Reset': '55' });
  await node!.take(key, 2);
  const refused = await node!.take(key, 2);
  expect(rateLimitHeaders(refused)).toMatchObject({ 'RateLimit-Remaining': '0', 'Retry-After': '55' });
  expect(tooManyRequests(refused)).toMatchObject({ code: 'rate_limited', status: 429, details: { retryAfterSeconds: 55 } });
});
