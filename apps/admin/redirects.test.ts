import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetSessions } from '#modules/accounts/index.ts';
import { joinAs, ownShop, signUp, type Browser } from '#modules/accounts/testing.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { build } from './build.ts';

/** Where the dashboard sends a browser, for a page (document) and for a move inside the dashboard (.data). */
let server: TestServer;
let clerk: Browser;
let home: string;

beforeAll(async () => {
  if (!existsSync(path.join(import.meta.dirname, '../../.build/admin/server/index.js'))) await build();
  server = await startServer();
  const shop = await ownShop(await signUp('Olive'), 'Olive’s');
  clerk = (await joinAs(shop.ctx, 'viewer', 'Cleo')).browser;
  home = `/admin/w/${shop.slug}`;
}, 120_000);
afterAll(() => server.stop());

const ask = (address: string, person?: Browser) => fetch(server.url + address, { redirect: 'manual', headers: person ? { cookie: person.cookie } : {} });

/** Of both kinds of request: the address the browser goes to. React Router's client puts the base in front by itself. */
async function sentTo(address: string, person?: Browser): Promise<string[]> {
  const page = await ask(address, person);
  const move = await ask(`${address}.data`, person);
  expect(page.status).toBe(302);
  expect(move.status, await move.clone().text()).toBe(202);
  const inside = /"redirect","([^"]+)"/.exec(await move.text())?.[1] ?? 'nowhere';
  return [page.headers.get('location')!, `/admin${inside}`];
}

test('a stranger is sent to the sign-in page of the dashboard, and back afterwards', async () => {
  for (const address of ['/account', '/w/nothing/orders', `${home.slice('/admin'.length)}/orders`])
    expect(await sentTo(`/admin${address}`)).toEqual(Array.from({ length: 2 }, () => `/admin/sign-in?to=${encodeURIComponent(address)}`));
});

test('somebody without the second factor the workspace asks for is sent to their account', async () => {
  await platformRead('superadmin', (q) => q.sql`update workspace_settings set require_second_factor = true`);
  forgetSessions();
  expect(await sentTo(`${home}/orders`, clerk)).toEqual(['/admin/account', '/admin/account']);
  expect((await ask('/admin/account', clerk)).status).toBe(200);
  await platformRead('superadmin', (q) => q.sql`update workspace_settings set require_second_factor = false`);
});

test('a member of a suspended workspace is sent to the page that says so', async () => {
  await platformRead('superadmin', (q) => q.sql`update workspaces set suspended_at = now()`);
  forgetSessions();
  const page = `/admin/suspended/${home.split('/').at(-1)}`;
  expect(await sentTo(`${home}/orders`, clerk)).toEqual([page, page]);
  expect((await ask(page, clerk)).status).toBe(200);
});
