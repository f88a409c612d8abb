import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { auditList, createWorkspace, makePerson, personOf, renameWorkspace, settingsFor, updateWorkspaceSettings, workspaceSettings, workspaceSettingsView } from './index.ts';
import { workspaceOpenings, type WorkspaceOpening } from './create-workspace.ts';
import { slugOf } from './slug.ts';
import { Browser, joinAs, ownShop, PASSWORD, signUp } from './testing.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestDatabase();
});
afterAll(() => house.close());

test('two workspaces of one name, opened at once, get two addresses', async () => {
  const who = personOf((await (await signUp('Ana')).session())!, 'test');
  const opened = await Promise.all([1, 2, 3, 4].map(() => createWorkspace.call(who, { name: 'Same name' })));
  expect(new Set(opened.map((w) => w.slug)).size).toBe(4);
  expect(opened.map((w) => w.slug)).toContain('same-name');
});

test('a person who presses twice has one workspace; another wish under the same key is refused', async () => {
  const who = personOf((await (await signUp('Ana')).session())!, 'test');
  const press = () => createWorkspace.call(who, { name: 'Pressed twice' }, { idempotencyKey: 'press' });
  const [first, second] = await Promise.all([press(), press()]);
  expect(second).toEqual(first);
  expect(await press()).toEqual(first);
  await expect(createWorkspace.call(who, { name: 'Something else' }, { idempotencyKey: 'press' })).rejects.toMatchObject({ code: 'idempotency_mismatch' });
});

test('a workspace that could not be opened leaves its key free for another try', async () => {
  const who = personOf((await (await signUp('Ana')).session())!, 'test');
  const wish = { name: 'Second try', currency: 'AUD' };
  workspaceOpenings.provide('test-fails-once', failOnce());
  await expect(createWorkspace.call(who, wish, { idempotencyKey: 'try' })).rejects.toThrow('not yet');
  expect(await createWorkspace.call(who, wish, { idempotencyKey: 'try' })).toMatchObject({ slug: 'second-try' });
});

function failOnce(): WorkspaceOpening {
  let tries = 0;
  return {
    begin: async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return {};
    },
  };
}

test.each([
  ['Café Zoë & Sons', 'cafe-zoe-sons'],
  ['  --  ', 'shop'],
  ['日本茶', 'shop'],
  ['A'.repeat(80), 'a'.repeat(48)],
])('"%s" has the address %s', (name, slug) => {
  expect(slugOf(name, 'shop')).toBe(slug);
});

test.each([
  { country: 'AU', currency: 'AUD', locale: 'en-AU', pricesIncludeTax: true },
  { country: 'US', currency: 'USD', locale: 'en-US', pricesIncludeTax: false },
  { country: 'DE', currency: 'EUR', locale: 'de-DE', pricesIncludeTax: true },
  { country: 'JP', currency: 'JPY', locale: 'ja-JP', pricesIncludeTax: true },
])('a shop in $country speaks $locale', ({ country, currency, ...rest }) => {
  expect(settingsFor(country, currency)).toMatchObject(rest);
});

test('settings are kept, changed in part, and checked', async () => {
  const { ctx } = await ownShop(await signUp('Ana'), 'Settings');
  await updateWorkspaceSettings.call(ctx, { currency: 'NZD', timeZone: 'Pacific/Auckland' });
  expect(await workspaceSettingsView.call(ctx, {})).toMatchObject({ name: 'Settings', currency: 'NZD', timeZone: 'Pacific/Auckland', country: 'AU', tier: 'free' });
  for (const wrong of [{ currency: 'XXQ' }, { timeZone: 'Mars/Olympus' }, { timeZone: '+05:30' }, { locale: 'not a locale' }, { country: 'Australia' }])
    await expect(updateWorkspaceSettings.call(ctx, wrong)).rejects.toMatchObject({ code: 'invalid' });
  await updateWorkspaceSettings.call(ctx, { timeZone: 'Asia/Calcutta' });
  expect(await ctx.read(workspaceSettings)).toMatchObject({ currency: 'NZD', locale: 'en-AU', timeZone: 'Asia/Calcutta' });
});

test('a person made by the house itself signs in with the given password; made twice they stay as they are', async () => {
  const wanted = { name: 'Demo', email: 'Demo@example.test', password: PASSWORD };
  const made = await makePerson(wanted);
  expect(await makePerson({ ...wanted, name: 'Other', password: 'another password' })).toMatchObject({ userId: made.userId, name: 'Demo' });
  const { id } = await createWorkspace.call(made, { name: 'Demo shop' });
  const browser = new Browser();
  expect((await browser.post('/sign-in/email', { email: wanted.email, password: PASSWORD })).status).toBe(200);
  expect(await browser.session()).toMatchObject({ user: { emailVerified: true }, activeWorkspaceId: id });
});

test('a workspace is renamed by those who may, and keeps its address', async () => {
  const ana = await signUp('Ana');
  const { ctx, workspaceId, slug } = await ownShop(ana, 'Old name');
  const who = personOf((await ana.session())!, 'test');
  expect(await renameWorkspace.call(who, { id: workspaceId, name: 'New name' })).toEqual({ id: workspaceId, name: 'New name', slug });
  expect((await ana.session())!.workspaces).toMatchObject([{ name: 'New name', slug: 'old-name' }]);
  const viewer = await joinAs(ctx, 'viewer');
  const stranger = await signUp('Stranger');
  for (const [browser, code] of [[viewer.browser, 'forbidden'], [stranger, 'not_found']] as const) {
    const other = personOf((await browser.session())!, 'test');
    await expect(renameWorkspace.call(other, { id: workspaceId, name: 'Mine' })).rejects.toMatchObject({ code });
  }
  const { data } = await auditList.call(ctx, { filter: { operation: 'workspaces.rename' } });
  expect(data).toMatchObject([{ actorName: 'Ana', changes: [{ before: { name: 'Old name' }, after: { name: 'New name' } }] }]);
});
