import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { useConfig } from '#platform/config.ts';
import { realtimeAddress } from './live.ts';

/** The real program as real processes. */
let house: TestHouse;
let shop: TestShop;
const running: ChildProcess[] = [];

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await openShop(house, { things: [{ title: 'Rare print', price: 5_000, stock: 12 }] });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await house.close();
});

interface Program {
  url: string;
  child: ChildProcess;
  ended: Promise<{ code: number | null; output: string }>;
}

function start(args: string[] = [], env: Record<string, string> = {}): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), 'start', ...args], {
    env: { ...process.env, DATABASE_URL: house.url, QUICKDASH_SECRET: TEST_SECRET, QUICKDASH_DEMO: 'none', HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'production', LOG_LEVEL: 'error', NODE_COMPILE_CACHE: path.join(import.meta.dirname, '../../node_modules/.cache/compiled'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  child.stdout!.on('data', (data: Buffer) => (output += data));
  child.stderr!.on('data', (data: Buffer) => (output += data));
  return { child, output: () => output };
}

async function startProgram(args: string[] = [], env: Record<string, string> = {}): Promise<Program & { output(): string }> {
  const { child, output } = start(args, env);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => child.on('exit', (code) => resolve({ code, output: output() })));
  const url = await new Promise<string>((resolve, reject) => {
    const look = setInterval(() => {
      const found = /Shop\s+(http:\/\/localhost:\d+)/.exec(output())?.[1];
      if (found) resolve(found.replace('localhost', '127.0.0.1'));
      if (found) clearInterval(look);
    }, 20);
    child.on('exit', () => reject(new Error(`ended early: ${output()}`)));
  });
  return { url, child, ended, output };
}

const list = (url: string) => fetch(`${url}/api/storefront/products`, { headers: { 'x-storefront-key': shop.key } });

test('stopping drops no request under way, tells the sockets to come back, and ends with 0', async () => {
  const program = await startProgram();
  useConfig({ secret: TEST_SECRET });
  const socket = new WebSocket(`${program.url.replace('http', 'ws')}/app/${realtimeAddress().key}?protocol=7`);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.on('message', resolve));
  const underWay = Array.from({ length: 40 }, () => list(program.url));
  await underWay[0];
  program.child.kill('SIGTERM');
  const answers = await Promise.all(underWay);
  expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 40 }, () => 200));
  expect(await closed).toBe(4200);
  expect((await program.ended).code).toBe(0);
}, 120_000);

test('four processes on one port sell exactly what there is', async () => {
  const program = await startProgram(['--processes', '4']);
  const outcomes = await Promise.all(Array.from({ length: 40 }, () => buy(program.url)));
  expect(outcomes.filter((o) => o === 'paid')).toHaveLength(12);
  expect(outcomes.filter((o) => o === 'out_of_stock')).toHaveLength(28);
  const [level] = await shop.ctx.read((r) => r.sql<{ on_hand: number; reserved: number }>`select on_hand, reserved from stock_levels where variant_id = ${shop.variants['Rare print']}`);
  expect(level).toEqual({ on_hand: 12, reserved: 12 });
  program.child.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
}, 120_000);

async function buy(url: string): Promise<string> {
  const call = async <T>(method: string, route: string, body: object): Promise<T & { code?: string }> => {
    const answer = await fetch(`${url}/api/storefront${route}`, { method, headers: { 'x-storefront-key': shop.key, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect(answer.status).toBeLessThan(500);
    return (await answer.json()) as T & { code?: string };
  };
  const cart = await call<{ id: string }>('POST', '/cart', { lines: [{ variantId: shop.variants['Rare print'], quantity: 1 }] });
  if (cart.code) return cart.code;
  const checkout = await call<{ id: string }>('POST', '/checkout', { cartId: cart.id });
  if (checkout.code) return checkout.code;
  const address = { name: 'Ana', line1: '1 Road', city: 'Sydney', region: 'NSW', postalCode: '2000', country: 'AU' };
  const { total } = await call<{ total: object }>('PUT', `/checkout/${checkout.id}`, { email: 'ana@example.test', shippingAddress: address });
  const placed = await call<{ payment: { state: string } }>('POST', '/orders', { checkoutId: checkout.id, agreedTotal: total, payment: { method: 'test', card: '4242424242424242' } });
  return placed.code ?? placed.payment.state;
}

/** A company of one, made through the program's own doors. */
async function openOver(url: string): Promise<{ key: string; seen(at: string): Promise<string | undefined> }> {
  const send = async (path: string, body: object, cookie = '') => fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json', origin: url, cookie }, body: JSON.stringify(body) });
  const signedUp = await send('/api/auth/sign-up/email', { name: 'Ana', email: 'ana@example.test', password: 'a long enough password' });
  const cookie = signedUp.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const opened = (await (await send('/api/account/workspaces', { name: 'Opener', storefront: { name: 'Opener' } }, cookie)).json()) as { storefront: { id: string; key: string } };
  const { token } = (await (await send('/api/admin/tokens', { name: 'Opener', scopes: ['storefronts:write'] }, cookie)).json()) as { token: string };
  const seen = async (at: string) => ((await (await fetch(`${at}/api/admin/storefronts/${opened.storefront.id}/key-views`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })).json()) as { key?: string }).key;
  return { key: opened.storefront.key, seen };
}

test('a new QUICKDASH_SECRET takes over at the start: what was sealed opens, then also without the old one, and never without both', async () => {
  // Its own database: the passwords of the database logins follow the secret, and the other tests share theirs.
  const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-secret-'));
  chmodSync(folder, 0o755);
  const place = { DATABASE_URL: '', QUICKDASH_DATA: folder };
  const first = await startProgram([], place);
  const company = await openOver(first.url);
  expect(await company.seen(first.url)).toBe(company.key);
  first.child.kill('SIGTERM');
  await first.ended;
  const ask = async (env: Record<string, string>) => {
    const program = await startProgram([], { ...place, ...env });
    const key = await company.seen(program.url);
    program.child.kill('SIGTERM');
    await program.ended;
    return { opened: key === company.key, said: /(\d+) workspace keys are under the new QUICKDASH_SECRET/.exec(program.output())?.[1] };
  };
  const next = 'another-secret-another-secret-another-00';
  expect(await ask({ QUICKDASH_SECRET: next })).toEqual({ opened: false, said: undefined });
  expect(await ask({ QUICKDASH_SECRET: next, QUICKDASH_OLD_SECRETS: TEST_SECRET })).toEqual({ opened: true, said: '1' });
  expect(await ask({ QUICKDASH_SECRET: next, QUICKDASH_OLD_SECRETS: TEST_SECRET })).toEqual({ opened: true, said: '0' });
  expect(await ask({ QUICKDASH_SECRET: next })).toEqual({ opened: true, said: undefined });
  expect(await ask({ QUICKDASH_SECRET: TEST_SECRET })).toEqual({ opened: false, said: undefined });
  rmSync(folder, { recursive: true, force: true });
}, 120_000);

test('a taken port, a wrong variable and an unreachable database end the start with one sentence', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as { port: number };
  const ends = (env: Record<string, string>) => new Promise<string>((resolve) => {
    const { child, output } = start([], env);
    child.on('exit', (code) => resolve(`${code}: ${output()}`));
  });
  expect(await ends({ PORT: String(port) })).toMatch(/^1: [^]*Port \d+ is taken by another program[^]*PORT=\d+/);
  expect(await ends({ PORT: 'eighty' })).toMatch(/^1: [^]*PORT is not usable/);
  expect(await ends({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' })).toMatch(/^1: [^]*cannot be reached/);
  blocker.close();
}, 120_000);
