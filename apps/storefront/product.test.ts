import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { createProduct, updateProduct } from '#modules/catalog/index.ts';
import { setManyStocks } from '#modules/inventory/index.ts';
import { files } from '#platform/files/configured-files.ts';
import { fileUrl } from '#platform/files/files.ts';
import { drawPictures } from '#worlds/draw.ts';
import { brilliant } from '#worlds/moving/brilliant.ts';
import { glbOf } from '#worlds/moving/glb-file.ts';
import { turnedPictures } from '#worlds/moving/turned-pictures.ts';
import { webmOf } from '#worlds/moving/webm-file.ts';
import { test } from '#tools/browser-test.ts';
import { expectAccessible, openVisitedShop, seriousOf, type VisitedShop } from './testing/visiting.ts';

let visited: VisitedShop;
let address: string;
const variants: Record<string, string> = {};

beforeAll(async () => {
  visited = await openVisitedShop([]);
  const { ctx } = visited.shop;
  const price = { amount: 12_000, currency: 'AUD' };
  const made = await createProduct.call(ctx, {
    title: 'Brilliant ring', brand: 'Harbour', status: 'active', descriptionHtml: '<p>Turns in the light.</p>',
    options: [{ name: 'Metal', values: ['Silver', 'Gold'] }],
    variants: [{ options: { Metal: 'Silver' }, sku: 'R-S', prices: [price] }, { options: { Metal: 'Gold' }, sku: 'R-G', prices: [{ ...price, amount: 52_000 }] }],
  });
  for (const { id, title } of made.variants) variants[title] = id;
  await setManyStocks.call(ctx, { lines: [{ variantId: variants['Silver']!, onHand: 3 }, { variantId: variants['Gold']!, onHand: 0 }] });
  await updateProduct.call(ctx, { id: made.id, media: await galleryOf(variants['Gold']!) });
  address = `${visited.home}/products/brilliant-ring`;
}, 120_000);
afterAll(() => visited?.close());

async function galleryOf(goldId: string) {
  const sides = await drawPictures(turnedPictures(brilliant(), 348, 6));
  const save = (name: string, body: Buffer) => files().save(visited.shop.ctx, { name, body });
  const pictures = await Promise.all(sides.map((body, i) => save(`side-${i}.webp`, body)));
  const [film, model] = [await save('turn.webm', webmOf(sides, { width: 800, height: 800, perSecond: 6 })), await save('ring.glb', glbOf(brilliant(), [0.6, 0.1, 0.1]))];
  const picture = (i: number, alt: string, variantId?: string) => ({ url: fileUrl(pictures[i]!), fileId: pictures[i]!.id, width: 800, height: 800, alt, ...(variantId && { variantId }) });
  return [
    picture(0, 'The ring from the front'), picture(1, 'The ring from the side'), picture(2, 'In gold', goldId),
    ...pictures.slice(0, 6).map((file) => ({ url: fileUrl(file), fileId: file.id, kind: 'spin' as const })),
    { url: fileUrl(film), fileId: film.id, kind: 'video' as const, alt: 'It turns', posterUrl: fileUrl(pictures[0]!) },
    { url: fileUrl(model), fileId: model.id, kind: 'model' as const, alt: 'The ring as a model', posterUrl: fileUrl(pictures[0]!) },
  ];
}

async function open(page: Page): Promise<void> {
  await page.goto(address);
  await page.waitForLoadState('networkidle');
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
}

const focusedIn = (page: Page, selector: string) => page.evaluate((within) => Boolean(document.activeElement?.closest(within)), selector);

test('by keyboard: enlarge, go on, zoom, close and be where one was; turn all sides; turn the model', async () => {
  const { page, complaints } = await visited.visitor();
  await open(page);
  await expectAccessible(page);
  await shot(page, 'product-desk');
  await page.focus('.enlarge >> nth=0');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.lightbox[open]');
  expect(await focusedIn(page, '.lightbox')).toBe(true);
  await expectAccessible(page);
  const [count, image] = [page.locator('.lightbox [role=status]'), page.locator('.lightbox-view img')];
  expect(await count.textContent()).toBe('1 of 3');
  await page.keyboard.press('ArrowRight');
  expect([await count.textContent(), await image.getAttribute('alt')]).toEqual(['2 of 3', 'The ring from the side']);
  await page.keyboard.press('+');
  expect(await image.evaluate((each) => each.style.transform)).toContain('scale(1.5)');
  await page.keyboard.press('ArrowRight');
  expect(await count.textContent(), 'enlarged, the arrows look around').toBe('2 of 3');
  await shot(page, 'product-lightbox');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  expect(await count.textContent()).toBe('3 of 3');
  await page.keyboard.press('Escape');
  await page.waitForSelector('.lightbox', { state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Enlarge: In gold');

  const turn = page.locator('.turn');
  await turn.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await turn.getAttribute('aria-valuetext')).toBe('Side 3 of 6');
  const third = await page.evaluate(() => (JSON.parse(document.querySelector<HTMLElement>('[data-spin]')!.dataset['spin']!) as string[])[2]);
  expect(await page.getAttribute('[data-spin] img', 'src')).toBe(third);

  await page.click('.thumbs a[aria-label="3D model"]');
  await page.focus('.stage-start');
  await page.keyboard.press('Enter');
  const canvas = page.locator('canvas.model');
  await canvas.waitFor();
  expect(await focusedIn(page, 'canvas')).toBe(true);
  await shot(page, 'product-model');
  const looks = async () => (await canvas.screenshot()).toString('base64');
  const before = await looks();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(150);
  expect(await looks()).not.toBe(before);
  await expectAccessible(page);
  // A machine without a graphics card reads its pictures back slowly, and says so.
  expect(seriousOf(complaints).filter((each) => !each.includes('GL Driver Message'))).toEqual([]);
}, 240_000);

test('on a phone: swipe, choose what is sold out to read about it, buy from the bar, share the address of the choice', async () => {
  const { page, complaints } = await visited.visitor({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await open(page);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await shot(page, 'product-phone');
  await page.evaluate(() => document.querySelector('.strip')!.scrollBy({ left: 390 }));
  await page.waitForSelector('.thumbs a[aria-label="Picture 2"][aria-current]');
  expect(await page.textContent('.stock')).toContain('Only 3 left');
  expect(await page.textContent('.delivery')).toContain('Standard, 2–6 days: $10.00');
  await page.click('.chip:has-text("Gold")');
  expect([await page.textContent('.buy-price'), await page.isDisabled('.add button')]).toEqual(['$520.00', true]);
  expect(page.url()).toBe(`${address}?variant=${variants['Gold']}`);
  await page.waitForSelector('.thumbs a[aria-label="Picture 3"][aria-current]');
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  await page.click('.share');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.click('.chip:has-text("Silver")');
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForSelector('.buy-bar:not([hidden])');
  await shot(page, 'product-bar');
  await page.click('.buy-bar button');
  await page.waitForSelector('.drawer .line:not([inert] *)');
  expect(seriousOf(complaints)).toEqual([]);
}, 240_000);

test('without scripts everything is a plain picture, film or link; search engines read every offer', async () => {
  const { page } = await visited.visitor({ javaScriptEnabled: false });
  await page.goto(`${address}?variant=${variants['Gold']}`);
  expect(await page.textContent('.buy-price')).toBe('$520.00');
  expect((await page.request.get(new URL((await page.getAttribute('.enlarge', 'href'))!, address).href)).headers()['content-type']).toMatch(/^image\//);
  expect(await page.locator('.sides a').count()).toBe(6);
  expect(await page.textContent('.stage-start .unscripted')).toBe('Download the 3D model');
  const model = await page.request.get(new URL((await page.getAttribute('.stage-start', 'href'))!, address).href);
  expect([model.status(), (await model.body()).toString('latin1', 0, 4)]).toEqual([200, 'glTF']);
  expect(await page.getAttribute('video source', 'type')).toBe('video/webm');
  const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text) as Record<string, never>);
  const ring = data.find((each) => each['@type'] === 'Product')! as unknown as { description: string; offers: { lowPrice: string; offers: object[] } };
  expect(ring.description).toBe('Turns in the light.');
  expect(ring.offers).toMatchObject({
    '@type': 'AggregateOffer', priceCurrency: 'AUD', lowPrice: '120.00', highPrice: '520.00', offerCount: 2,
    offers: [
      { '@type': 'Offer', sku: 'R-S', price: '120.00', availability: 'https://schema.org/InStock', url: `${address}?variant=${variants['Silver']}` },
      { '@type': 'Offer', sku: 'R-G', price: '520.00', availability: 'https://schema.org/OutOfStock', shippingDetails: [{ shippingRate: { value: '10.00', currency: 'AUD' }, deliveryTime: { transitTime: { minValue: 2, maxValue: 6 } } }, {}] },
    ],
  });
});
