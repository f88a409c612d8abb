import { newId } from '#platform/ids.ts';
import type { Answer, Connection } from './connection.ts';
import { request } from './connection.ts';

/** What the client knows of the shop it visits. */
export interface BenchWorld {
  key: string;
  storefront: string;
  products: number;
  variants: { id: string; price: number }[];
  words: string[];
}

export interface Scenario {
  says: string;
  /** Most CPU of app and database together, ms for one visit. */
  cpu?: number;
  /** Least share of the bare server's rate. */
  shareOfHello?: number;
  /** Most SQL statements of one visit. */
  sql?: number;
  /** Leaves work behind that the server does later; the bench waits for it and counts it apart. */
  writes?: true;
  /** Against a baseline program instead of Quickdash. */
  baseline?: 'hello' | 'select';
  /** One visit; throws when an answer is not the one a shopper wants. `n` is a running number. */
  visit(connection: Connection, world: BenchWorld, n: number): Promise<void>;
}

const API = '/api/storefront';

// Uncached means: the answer cache is told to stay out of it, and every time another product or word is asked for.
const fresh = (world: BenchWorld) => ({ 'x-storefront-key': world.key, 'cache-control': 'no-cache' });
const plain = (world: BenchWorld) => ({ 'x-storefront-key': world.key });

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  hello: { says: 'bare node:http, "hello"', baseline: 'hello', visit: (c) => get(c, '/', {}) },
  select: { says: 'bare Hono and one prepared select', baseline: 'select', visit: (c, w, n) => get(c, `/${productOf(w, n)}`, {}) },
  list: { says: 'list of 20 with prices', cpu: 0.35, visit: (c, w) => get(c, `${API}/products?limit=20`, fresh(w)) },
  detail: { says: 'product detail', cpu: 0.25, visit: (c, w, n) => get(c, `${API}/products/${productOf(w, n)}`, fresh(w)) },
  search: { says: 'word search with facets', cpu: 1.5, visit: (c, w, n) => get(c, `${API}/products?q=${w.words[n % w.words.length]}`, fresh(w)) },
  'cached-list': { says: 'cached list of 20', shareOfHello: 0.5, visit: (c, w) => get(c, `${API}/products?limit=20`, plain(w)) },
  'cached-detail': { says: 'cached detail, 200 products', shareOfHello: 0.5, visit: (c, w, n) => get(c, `${API}/products/${productOf(w, n % 200)}`, plain(w)) },
  page: { says: 'storefront product page, HTML', cpu: 0.5, visit: (c, w, n) => get(c, `/shops/${w.storefront}/products/${productOf(w, n)}`, { 'cache-control': 'no-cache' }) },
  'kept-page': { says: 'the same, kept: 200 products', cpu: 0.5, visit: (c, w, n) => get(c, `/shops/${w.storefront}/products/${productOf(w, n % 200)}`, {}) },
  cart: { says: 'cart with its first line, 1 request', cpu: 1.5, sql: 8, visit: (c, w, n) => cartAtOnce(c, w, n).then(() => {}) },
  'cart-two': { says: 'cart, then first line, 2 requests', cpu: 1.5, sql: 8, visit: (c, w, n) => cartInTwo(c, w, n).then(() => {}) },
  checkout: { says: 'full checkout, 5 requests', cpu: 5, writes: true, visit: (c, w, n) => checkout(c, w, n) },
};

function productOf(world: BenchWorld, n: number): string {
  return `product-${1 + ((n * 7_919) % world.products)}`;
}

async function get(connection: Connection, path: string, headers: Record<string, string>): Promise<void> {
  expectStatus(await connection.ask(remembered(path, headers)), 200, path);
}

// Requests are put together once: building text is the client's cost, not the server's.
const texts = new Map<string, string>();

function remembered(path: string, headers: Record<string, string>): string {
  const key = `${headers['cache-control'] ?? ''}${path}`;
  let text = texts.get(key);
  if (text === undefined) texts.set(key, (text = request('GET', path, headers)));
  return text;
}

async function cartAtOnce(connection: Connection, world: BenchWorld, n: number): Promise<string> {
  const cart = await post(connection, world, '/cart', { lines: [{ variantId: variantOf(world, n).id, quantity: 1 }] });
  return (JSON.parse(cart.text()) as { id: string }).id;
}

async function cartInTwo(connection: Connection, world: BenchWorld, n: number): Promise<string> {
  const cart = JSON.parse((await post(connection, world, '/cart', {})).text()) as { id: string };
  await post(connection, world, `/cart/${cart.id}/lines`, { variantId: variantOf(world, n).id, quantity: 1 });
  return cart.id;
}

function variantOf(world: BenchWorld, n: number): BenchWorld['variants'][number] {
  return world.variants[(n * 31) % world.variants.length]!;
}

/** Cart, line, checkout, address, order: each its own request, as a shop's pages send them. */
async function checkout(connection: Connection, world: BenchWorld, n: number): Promise<void> {
  const steps = checkoutSteps(connection, world, { buyer: n, variantId: variantOf(world, n).id });
  for (const step of steps) await step.go();
}

interface Begun {
  cartId?: string;
  id?: string;
  total?: { amount: number; currency: string };
}

export interface Step {
  name: string;
  go(): Promise<void>;
}

/** The requests of one checkout, in order; each needs the one before. */
export function checkoutSteps(connection: Connection, world: BenchWorld, { buyer, variantId }: { buyer: number; variantId: string }): Step[] {
  const begun: Begun = {};
  const take = (answer: Answer): void => void Object.assign(begun, JSON.parse(answer.text()));
  return [
    { name: 'cart', go: async () => void (begun.cartId = (JSON.parse((await post(connection, world, '/cart', {})).text()) as { id: string }).id) },
    { name: 'line', go: async () => void (await post(connection, world, `/cart/${begun.cartId}/lines`, { variantId, quantity: 1 })) },
    { name: 'begin', go: async () => take(await post(connection, world, '/checkout', { cartId: begun.cartId })) },
    { name: 'address', go: async () => take(await put(connection, world, `/checkout/${begun.id}`, detailsOf(buyer))) },
    { name: 'complete', go: async () => void (await placeOrder(connection, world, begun)) },
  ];
}

async function placeOrder(connection: Connection, world: BenchWorld, { id, total }: Begun): Promise<void> {
  const answer = await post(connection, world, '/orders', { checkoutId: id, agreedTotal: total, payment: { method: 'test' } }, { 'idempotency-key': newId() });
  const { payment } = JSON.parse(answer.text()) as { payment: { state: string } };
  if (payment.state !== 'paid') throw new Error(`the order was not paid but ${payment.state}`);
}

export function detailsOf(buyer: number) {
  const shippingAddress = { name: `Buyer ${buyer}`, line1: `${1 + (buyer % 200)} Station Street`, city: 'Sydney', region: 'NSW', postalCode: '2000', country: 'AU' };
  return { email: `buyer-${buyer}@example.com`, shippingAddress };
}

export async function post(connection: Connection, world: BenchWorld, path: string, body: unknown, more: Record<string, string> = {}): Promise<Answer> {
  return expectStatus(await connection.ask(request('POST', API + path, { ...plain(world), ...more }, body)), 201, path);
}

async function put(connection: Connection, world: BenchWorld, path: string, body: unknown): Promise<Answer> {
  return expectStatus(await connection.ask(request('PUT', API + path, plain(world), body)), 200, path);
}

/** An answer nobody wanted. */
export class Unwanted extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, path: string, body: string) {
    super(`${path} answered ${status}: ${body.slice(0, 300)}`);
    this.status = status;
    this.code = /"code":"(\w+)"/.exec(body)?.[1] ?? '';
  }
}

function expectStatus(answer: Answer, wanted: number, path: string): Answer {
  if (answer.status !== wanted) throw new Unwanted(answer.status, path, answer.text());
  return answer;
}
