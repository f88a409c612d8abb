import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { createWorkspace, personOf, settingsFor, updateWorkspaceSettings, workspaceSettings, workspaceSettingsView } from './index.ts';
import { slugOf } from './slug.ts';
import { ownShop, signUp } from './testing.ts';

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
  for (const wrong of [{ currency: 'XXQ' }, { timeZone: 'Mars/Olympus' }, { locale: 'not a locale' }, { country: 'Australia' }])
    await expect(updateWorkspaceSettings.call(ctx, wrong)).rejects.toMatchObject({ code: 'invalid' });
  expect(await ctx.read(workspaceSettings)).toMatchObject({ currency: 'NZD', locale: 'en-AU' });
});
