import { afterAll, beforeAll, expect, test } from 'vitest';
import { storefrontProductGet } from '#modules/discovery/index.ts';
import { files, useFiles } from '#platform/files/configured-files.ts';
import { createFiles, fileUrl } from '#platform/files/files.ts';
import { filesHandler } from '#platform/files/files-handler.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { brilliant } from '#worlds/moving/brilliant.ts';
import { glbOf } from '#worlds/moving/glb-file.ts';
import { drawPictures } from '#worlds/draw.ts';
import { turnedPictures } from '#worlds/moving/turned-pictures.ts';
import { webmOf } from '#worlds/moving/webm-file.ts';
import * as catalog from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-media-'));
let house: TestHouse;
let shop: TestShop;
beforeAll(async () => {
  house = await openTestDatabase();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for files of a test only' }) }));
  shop = await openShop(house);
});
afterAll(async () => {
  useFiles(undefined);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
const store = (name: string, body: Buffer) => files().save(shop.ctx, { name, body });
const film = async () => webmOf(await drawPictures(turnedPictures(brilliant(), 200, 4)), { width: 800, height: 800, perSecond: 4 });

test('a picture, a film, a model and four sides: shoppers see each as what it is, and the cover stays a picture', async () => {
  const id = shop.products['Blue mug']!;
  const [video, model] = [await store('turn.webm', await film()), await store('mug.glb', glbOf(brilliant(), [1, 0, 0]))];
  const sides = [1, 2, 3, 4].map((n) => ({ url: `/files/side-${n}.webp`, kind: 'spin' as const }));
  await catalog.updateProduct.call(shop.ctx, {
    id,
    media: [
      { url: fileUrl(video), fileId: video.id, kind: 'video', alt: 'The mug turns', posterUrl: '/files/a.jpg' },
      { url: '/files/a.jpg', alt: 'A mug' },
      { url: fileUrl(model), fileId: model.id, kind: 'model' },
      ...sides,
    ],
  });
  const seen = await storefrontProductGet.call(shop.storefront(), { id });
  expect(seen.images.map(({ url }) => url)).toEqual(['/files/a.jpg']);
  expect(seen.moving.map(({ kind, posterUrl }) => [kind, posterUrl])).toEqual([['video', '/files/a.jpg'], ['model', null], ...sides.map(() => ['spin', null])]);
  const [row] = (await catalog.productList.call(shop.ctx, { q: 'Blue mug' })).data as { imageUrl: string | null }[];
  expect(row!.imageUrl).toBe('/files/a.jpg');

  const { media } = await catalog.productGet.call(shop.ctx, { id });
  const named = media.map(({ id: mediaId, url, alt }) => ({ id: mediaId, url, alt }));
  const kept = await catalog.updateProduct.call(shop.ctx, { id, media: named.toReversed() });
  expect(kept.media.map(({ kind }) => kind), 'who says nothing of kinds changes none').toEqual(['spin', 'spin', 'spin', 'spin', 'model', 'picture', 'video']);
  expect(kept.media.at(-1)!.posterUrl).toBe('/files/a.jpg');
  const copy = await catalog.duplicateProduct.call(shop.ctx, { id });
  expect(copy.media.map(({ kind }) => kind)).toEqual(kept.media.map(({ kind }) => kind));
});

test('a film or model is an uploaded file of that kind and of this workspace, nothing else', async () => {
  const id = shop.products['Last lamp']!;
  const [video, rival] = [await store('turn.webm', await film()), await openShop(house)];
  const foreign = await files().save(rival.ctx, { name: 'x.glb', body: glbOf(brilliant(), [1, 1, 1]) });
  const wrong = [
    { url: 'https://elsewhere.test/film.mp4', kind: 'video' as const },
    { url: fileUrl(video), kind: 'video' as const },
    { url: fileUrl(video), fileId: video.id, kind: 'model' as const },
    { url: fileUrl(foreign), fileId: foreign.id, kind: 'model' as const },
    { url: fileUrl(video), fileId: video.id },
  ];
  for (const medium of wrong) expect(await codeOf(catalog.addMedia.call(shop.ctx, { id, media: [medium] }))).toBe('invalid');
  expect(await codeOf(store('fake.mp4', Buffer.from('<html>')))).toBe('invalid');
  expect((await catalog.productGet.call(shop.ctx, { id })).media).toEqual([]);
});

test('a player gets a film piece by piece, and a nonsense range the whole of it', async () => {
  const body = await film();
  const video = await store('turn.webm', body);
  const ask = (range: string) => filesHandler(new Request(`http://shop.test${fileUrl(video)}`, { headers: { range } }));
  const part = await ask('bytes=10-19');
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${body.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(body.subarray(10, 20));
  const tail = await ask('bytes=-5');
  expect(Buffer.from(await tail.arrayBuffer())).toEqual(body.subarray(-5));
  for (const range of ['bytes=9999999-', 'bytes=5-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=-']) {
    const whole = await ask(range);
    expect([whole.status, (await whole.arrayBuffer()).byteLength], range).toEqual([200, body.length]);
  }
});
