import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '../testing/database.ts';
import { useFiles } from './configured-files.ts';
import { filesHandler } from './files-handler.ts';
import type { FileBody } from './file-store.ts';
import { createFiles, type Files, fileSrcset, fileUrl } from './files.ts';
import { LocalStore } from './local-store.ts';
import { publicFiles } from './public-files.ts';
import { Turnstile } from './turnstile.ts';

let folder: string;
let house: TestHouse;
let shop: TestWorkspace;
let files: Files;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quickdash-files-'));
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  files = createFiles({ store: new LocalStore({ folder, secret: 'secret' }), maxBytes: 1024 * 1024 });
  handle = publicFiles(files);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

class CountingStore extends LocalStore {
  puts = 0;

  override put(key: string, body: FileBody): Promise<number> {
    this.puts += 1;
    return super.put(key, body);
  }
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
const get = (url: string, headers: Record<string, string> = {}, method = 'GET') => handle(new Request(`http://localhost${url}`, { headers, method }));
const code = (promise: Promise<unknown>) => promise.then(() => 'ok', (error: Refusal) => error.code);

test('a product picture is stored with its size as people see it, and shown for ever', async () => {
  const file = await files.save(shop.ctx, { name: 'Blue mug.jpg', body: await picture(900, 600), alt: 'A mug' });
  expect(file).toMatchObject({ kind: 'image', contentType: 'image/jpeg', width: 600, height: 900, name: 'Blue-mug.jpg', alt: 'A mug' });
  expect(await shop.ctx.read((r) => files.find(r, file.id))).toEqual(file);
  const response = await get(fileUrl(file));
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-disposition')).toBe('inline; filename="Blue-mug.jpg"');
  expect((await response.arrayBuffer()).byteLength).toBe(file.bytes);
  const again = await get(fileUrl(file), { 'if-none-match': response.headers.get('etag')! });
  expect([again.status, again.headers.get('etag')]).toEqual([304, response.headers.get('etag')]);
  expect((await get(fileUrl(file), {}, 'HEAD')).headers.get('content-length')).toBe(String(file.bytes));
});

test('a phone gets a small picture in a format it accepts, upright, never enlarged', async () => {
  const file = await files.save(shop.ctx, { name: 'mug.jpg', body: await picture(900, 600) });
  const shown = async (width: number, accept: string) => {
    const response = await get(fileUrl(file, width), { accept });
    const facts = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    return [response.headers.get('content-type'), facts.width, facts.height, response.headers.get('vary')];
  };
  expect(await shown(300, 'image/avif,image/webp,*/*')).toEqual(['image/webp', 320, 480, 'accept']);
  expect(await shown(160, 'image/avif')).toEqual(['image/avif', 160, 240, 'accept']);
  expect(await shown(640, '*/*')).toEqual(['image/jpeg', 600, 900, 'accept']);
  expect(await shown(9999, 'image/webp')).toEqual(['image/webp', 600, 900, 'accept']);
  expect(fileSrcset(file)).toBe(`${fileUrl(file)}?w=160 160w, ${fileUrl(file)}?w=320 320w`);
});

test('fifty shoppers asking for a new size cause one computation', async () => {
  const file = await files.save(shop.ctx, { name: 'ring.png', body: await sharp(await picture(800, 800)).png().toBuffer() });
  const store = new CountingStore({ folder, secret: 'secret' });
  const counting = createFiles({ store });
  const bytes = await Promise.all(Array.from({ length: 50 }, () => counting.variants.get(file.key, 320, 'webp')));
  expect(store.puts).toBe(1);
  expect(new Set(bytes.map((b) => b!.length)).size).toBe(1);
  const place = new Turnstile(2);
  let [inside, most] = [0, 0];
  await Promise.all(Array.from({ length: 9 }, () => place.pass(async () => {
    most = Math.max(most, ++inside);
    await new Promise((done) => setTimeout(done, 2));
    inside -= 1;
  })));
  expect(most).toBe(2);
});

test('pages and drawings that could run code are handed over as downloads', async () => {
  for (const [name, body] of [['page.html', '<script>alert(1)</script>'], ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>']] as const) {
    const file = await files.save(shop.ctx, { name, body: Buffer.from(body) });
    const { headers } = await get(fileUrl(file, 320));
    expect([headers.get('content-type'), headers.get('content-disposition'), headers.get('x-content-type-options')]).toEqual([
      'application/octet-stream',
      `attachment; filename="${name}"`,
      'nosniff',
    ]);
  }
});

test('a false picture, a huge one and a heavy file are refused, and nothing of them stays', async () => {
  const count = () => shop.ctx.read((r) => r.sql`select id from files`).then((rows) => rows.length);
  const before = await count();
  const bomb = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: '#000' } }).png({ compressionLevel: 9 }).toBuffer();
  expect(await code(files.save(shop.ctx, { name: 'x.png', body: Buffer.from('<svg/>') }))).toBe('invalid');
  expect(await code(files.save(shop.ctx, { name: 'x.png', body: bomb }))).toBe('invalid');
  expect(await code(files.save(shop.ctx, { name: 'x.txt', body: Buffer.alloc(1024 * 1024 + 1) }))).toBe('too_large');
  expect(await count()).toBe(before);
});

test('private files, other workspaces and wrong names have no public address', async () => {
  const other = await house.newWorkspace();
  const secret = await files.save(shop.ctx, { name: 'invoice.pdf', body: Buffer.from('%PDF'), visibility: 'private' });
  const open = await files.save(shop.ctx, { name: 'terms.pdf', body: Buffer.from('%PDF') });
  expect((await get(fileUrl(open))).status).toBe(200);
  const wrong = [fileUrl(secret), fileUrl(open).replace(shop.workspaceId, other.workspaceId), fileUrl(open).replace('terms', 'other'), `/files/${newId()}/${newId()}/x`, '/files/a/../b/c'];
  for (const url of wrong) expect(await code(get(url))).toBe('not_found');
  expect(await other.ctx.read((r) => files.find(r, open.id))).toBeUndefined();
  expect(await code(files.remove(other.ctx, open.id))).toBe('not_found');
});

test('a removed picture is gone with its smaller versions', async () => {
  const file = await files.save(shop.ctx, { name: 'gone.jpg', body: await picture(400, 400) });
  await get(fileUrl(file, 160), { accept: 'image/webp' });
  await files.remove(shop.ctx, file.id);
  expect(await files.store.get(file.key)).toBeUndefined();
  expect(await files.variants.get(file.key, 160, 'webp')).toBeUndefined();
});

test('one door answers public and signed addresses', async () => {
  useFiles(files);
  const file = await files.save(shop.ctx, { name: 'report.csv', body: Buffer.from('a,b'), visibility: 'private' });
  const signed = await files.store.signedUrl(file.key, { expiresIn: 60 });
  const at = (url: string, method = 'GET') => filesHandler(new Request(`http://localhost${url}`, { method }));
  expect(await (await at(signed)).text()).toBe('a,b');
  expect(await code(at(fileUrl(file)))).toBe('not_found');
  expect((await at(fileUrl(file), 'DELETE')).status).toBe(405);
  useFiles(undefined);
});
