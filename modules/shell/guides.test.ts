import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createProduct } from '#modules/catalog/index.ts';
import { config, useConfig } from '#platform/config.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { checkGuide, firstSteps, guideList } from './index.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());
const before = { ...config() };
afterEach(() => useConfig({ SMTP_URL: before.SMTP_URL, PUBLIC_URL: before.PUBLIC_URL }));

test('a guide says what is missing, and is ready once it is set', async () => {
  const shop = await house.newWorkspace();
  const stateOf = async (key: string) => (await guideList.call(shop.ctx, {})).guides.find((guide) => guide.key === key)!.state;
  useConfig({ SMTP_URL: undefined });
  expect(await stateOf('mail')).toBe('missing');
  useConfig({ SMTP_URL: 'smtp://localhost:1' });
  expect(await stateOf('mail')).toBe('ready');
});

test('every guide names steps, and none gives away a secret of the installation', async () => {
  const shop = await house.newWorkspace();
  useConfig({ SMTP_URL: 'smtp://user:very-secret@mail.example' });
  const { guides } = await guideList.call(shop.ctx, {});
  expect(guides).toHaveLength(9);
  for (const guide of guides) expect(guide.steps.length, guide.key).toBeGreaterThan(0);
  expect(JSON.stringify(guides)).not.toContain('very-secret');
  expect(JSON.stringify(guides)).not.toContain(config().secret);
});

test('the check finds a mail server that answers, and says so when nobody does', async () => {
  const shop = await house.newWorkspace();
  const server = createServer((socket) => socket.end('220 mail.example ready\r\n'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  useConfig({ SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
  expect(await checkGuide.call(shop.ctx, { key: 'mail' })).toEqual({ ok: true, says: 'The mail server 127.0.0.1 answers.' });
  await new Promise((done) => server.close(done));
  expect(await checkGuide.call(shop.ctx, { key: 'mail' })).toMatchObject({ ok: false });
});

test('the check of the files stores one and takes it away again', async () => {
  const shop = await house.newWorkspace();
  expect(await checkGuide.call(shop.ctx, { key: 'files' })).toEqual({ ok: true, says: 'The data folder takes files and gives them back.' });
  await expect(checkGuide.call(shop.ctx, { key: 'backups' })).rejects.toMatchObject({ code: 'not_found' });
});

test('a domain is only asked for where one is set', async () => {
  const shop = await house.newWorkspace();
  expect(await checkGuide.call(shop.ctx, { key: 'domain' })).toEqual({ ok: false, says: 'No storefront has a domain yet.' });
});

test('first steps are done when the thing is there, and only steps somebody may take are shown', async () => {
  const shop = await house.newWorkspace();
  const done = async (ctx = shop.ctx) => Object.fromEntries((await firstSteps.call(ctx, {})).steps.map((step) => [step.key, step.done]));
  expect(await done()).toMatchObject({ product: false, order: false });
  await createProduct.call(shop.ctx, { title: 'Mug', status: 'active', prices: [{ amount: 900, currency: 'AUD' }] });
  expect(await done()).toMatchObject({ product: true, order: false });
  expect(Object.keys(await done(shop.as(['own:shell', 'orders:read'])))).toEqual(['order']);
});
