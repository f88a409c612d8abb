import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comfortable, contrast, parseHex } from '#platform/colour.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { HOUR, travel } from '#platform/time.ts';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { contextForStorefront, createPage, deletePage, discardThemeDraft, draftTheme, opensPreview, previewToken, publishTheme, saveThemeDraft, shopPageGet, shopPageList, shopView, storefrontBySlug, storefrontTheme, Theme, unreadableColours, updatePage, updateStorefront } from './index.ts';
import { DAY, NIGHT } from './theme-contrast.ts';

let house: TestHouse;
let shop: TestShop;
let rival: TestShop;
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await openShop(house, { things: [] });
  rival = await openShop(house, { things: [] });
});
afterAll(() => house.close());

const look: Theme = { accent: '#1b5e3b', radius: 'large', sections: [{ id: 'a', kind: 'hero', title: 'Hello' }, { id: 'b', kind: 'newest' }] };

test('a new look is a draft until it is published; shoppers see the old one, the preview the new one', async () => {
  const id = shop.storefrontId;
  await saveThemeDraft.call(shop.ctx, { id, theme: look });
  expect(await storefrontTheme.call(shop.ctx, { id })).toMatchObject({ published: {}, draft: look });
  expect((await shopView.call(shop.storefront(), {})).theme).toEqual({});
  const found = (await storefrontBySlug(shop.storefrontSlug))!;
  expect(await draftTheme(contextForStorefront(found), id)).toEqual(look);
  const published = await publishTheme.call(shop.ctx, { id });
  expect(published).toMatchObject({ published: look, draft: null });
  expect((await shopView.call(shop.storefront(), {})).theme).toEqual(look);
  expect((await storefrontBySlug(shop.storefrontSlug))!.theme).toEqual(look);
  await expect(publishTheme.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'conflict' });
});

test('a draft that is thrown away leaves the published look as it was', async () => {
  const id = shop.storefrontId;
  const { published } = await storefrontTheme.call(shop.ctx, { id });
  await saveThemeDraft.call(shop.ctx, { id, theme: { accent: '#000000' } });
  expect(await discardThemeDraft.call(shop.ctx, { id })).toMatchObject({ published, draft: null });
});

test('colours that some people could not read are refused, with the nearest that works; the draft before stays', async () => {
  const id = shop.storefrontId;
  await saveThemeDraft.call(shop.ctx, { id, theme: look });
  const refused = await saveThemeDraft.call(shop.ctx, { id, theme: { accent: '#ffe08a' } }).catch((error: unknown) => error as { code: string; details: { suggestions: { accent: string }; fields: Record<string, string> } });
  expect(refused).toMatchObject({ code: 'unreadable', details: { fields: { 'theme.accent': expect.stringContaining('4.5') } } });
  expect((await storefrontTheme.call(shop.ctx, { id })).draft).toEqual(look);
  const { suggestions } = (refused as { details: { suggestions: { accent: string } } }).details;
  await saveThemeDraft.call(shop.ctx, { id, theme: { accent: suggestions.accent } });
  await expect(updateStorefront.call(shop.ctx, { id, theme: { text: '#fafafa', background: '#ffffff' } })).rejects.toMatchObject({ code: 'unreadable' });
});

const hex = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 }))).map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

test('whatever colours are chosen, taking what is suggested is always accepted and always readable', () => {
  fc.assert(fc.property(fc.record({ background: fc.option(hex, { nil: undefined }), text: fc.option(hex, { nil: undefined }), accent: hex, scheme: fc.constantFrom('auto' as const, 'dark' as const) }), (wished) => {
    let theme: Theme = wished;
    // A new ground changes what can be read on it, so the advice may have to be followed once more.
    for (let round = 0; round < 2; round++) theme = Object.assign({}, theme, ...unreadableColours(theme).map(({ field, suggestion }) => ({ [field]: suggestion }))) as Theme;
    expect(unreadableColours(theme)).toEqual([]);
    const ground = theme.background ? comfortable(parseHex(theme.background)!) : theme.scheme === 'dark' ? NIGHT : DAY;
    expect(contrast(ground, parseHex(theme.accent)!)).toBeGreaterThanOrEqual(4.5);
    if (theme.text) expect(contrast(ground, parseHex(theme.text)!)).toBeGreaterThanOrEqual(4.5);
  }), { numRuns: 300 });
});

test.each([{ accent: 'red' }, { logoUrl: 'javascript:alert(1)' }, { footerLinks: [{ label: 'x', link: 'javascript:alert(1)' }] }, { footerLinks: [{ label: 'x', link: '//evil.example' }] }, { sections: [{ id: 'a', kind: 'marquee' }] }])('%j is no look', (theme) => {
  expect(Theme.safeParse(theme).success).toBe(false);
});

test('a preview opens with its own word only, for its own shop, and ends', () => {
  const mine = { id: shop.storefrontId, workspaceId: shop.workspaceId };
  const token = previewToken(mine);
  expect(opensPreview(mine, token)).toBe(true);
  expect(opensPreview({ id: rival.storefrontId, workspaceId: rival.workspaceId }, token)).toBe(false);
  expect(opensPreview(mine, `zzzzzzzz${token.slice(token.indexOf('-'))}`)).toBe(false);
  expect(opensPreview(mine, `${token}x`)).toBe(false);
  const back = travel(14 * HOUR);
  expect(opensPreview(mine, token)).toBe(false);
  back();
});

test('a text page is cleaned, found by its address, and gone when it is deleted; nobody else can touch it', async () => {
  const id = shop.storefrontId;
  const page = await createPage.call(shop.ctx, { id, title: 'Delivery & returns', html: '<h2>How</h2><script>alert(1)</script><p onclick="x()">Soon.</p>' });
  expect(page).toMatchObject({ slug: 'delivery-returns', html: '<h2>How</h2><p>Soon.</p>' });
  expect((await createPage.call(shop.ctx, { id, title: 'Delivery & returns' })).slug).toBe('delivery-returns-2');
  expect((await shopPageList.call(shop.storefront(), {})).data.map((each) => each.slug)).toEqual(['delivery-returns', 'delivery-returns-2']);
  await expect(updatePage.call(shop.ctx, { id, pageId: page.id, slug: 'delivery-returns-2' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(updatePage.call(shop.ctx, { id, pageId: page.id, slug: 'Über uns' })).rejects.toMatchObject({ code: 'invalid' });
  for (const attempt of [() => updatePage.call(rival.ctx, { id, pageId: page.id, title: 'Mine' }), () => deletePage.call(rival.ctx, { id, pageId: page.id }), () => shopPageGet.call(rival.storefront(), { slug: page.slug })])
    await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
  await updatePage.call(shop.ctx, { id, pageId: page.id, published: false });
  await expect(shopPageGet.call(shop.storefront(), { slug: page.slug })).rejects.toMatchObject({ code: 'not_found' });
  await deletePage.call(shop.ctx, { id, pageId: page.id });
});
