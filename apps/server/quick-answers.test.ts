import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateStorefront } from '#modules/storefronts/index.ts';
import { answers } from '#platform/http/answer-cache.ts';
import { openShop, startServer, type TestServer, type TestShop } from '#worlds/testing.ts';

let server: TestServer;
let shop: TestShop;
let other: TestShop;

beforeAll(async () => {
  server = await startServer();
  shop = await openShop(server.house);
  other = await openShop(server.house, { things: [{ title: 'Only here', price: 500, stock: 1 }] });
});
afterAll(() => server.stop());

const ask = (headers: Record<string, string> = {}, path = '/products', where = shop) => fetch(`${server.url}/api/storefront${path}`, { headers: { 'x-storefront-key': where.key, ...headers } });
const named = ({ headers }: Response) => [...headers.keys()].filter((name) => !['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'].includes(name)).toSorted();

/** The answer when nothing is kept, and the one that follows it. */
async function twice(headers: Record<string, string>, path: string): Promise<[Response, Response]> {
  answers.clear();
  return [await ask(headers, path), await ask(headers, path)];
}

test('a kept answer is the same to the byte, with the same headers', async () => {
  const [first, kept] = await twice({ origin: 'http://localhost:4000', 'x-request-id': 'a-request-of-mine' }, '/categories');
  expect(named(kept)).toEqual(named(first));
  expect([kept.headers.get('x-request-id'), kept.headers.get('access-control-allow-origin'), kept.headers.get('etag')]).toEqual(['a-request-of-mine', 'http://localhost:4000', first.headers.get('etag')]);
  expect(await kept.text()).toBe(await first.text());
  expect((await ask({ 'if-none-match': first.headers.get('etag')! }, '/categories')).status).toBe(304);
});

test('each kept answer takes one from the budget, and one over it is refused like any other', async () => {
  const small = await openShop(server.house, { tier: 'free' });
  const left = async () => Number((await ask({}, '/products', small)).headers.get('ratelimit-remaining'));
  expect([await left(), await left(), await left()]).toEqual([99, 98, 97]);
  const many = await Promise.all(Array.from({ length: 120 }, () => ask({}, '/products', small)));
  expect(many.filter((answer) => answer.status === 200)).toHaveLength(97);
  expect(await many.find((answer) => answer.status === 429)!.json()).toMatchObject({ code: 'rate_limited' });
});

test('another shop’s key never gets it, and an unknown key, a foreign site or a forgotten permission stay outside', async () => {
  await ask({}, '/products', other);
  const titles = (await (await ask({}, '/products', other)).json()) as { data: { title: string }[] };
  expect(titles.data.map((each) => each.title)).toEqual(['Only here']);
  expect((await ask({ 'x-storefront-key': 'qsk_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' })).status).toBe(401);
  await updateStorefront.call(other.ctx, { id: other.storefrontId, domain: 'shop.example.test' });
  expect((await ask({ origin: 'https://elsewhere.example.test' }, '/products', other)).status).toBe(403);
  await updateStorefront.call(other.ctx, { id: other.storefrontId, permissions: ['storefront:cart'] });
  expect((await ask({}, '/products', other)).status).toBe(403);
});
