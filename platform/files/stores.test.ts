import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { config } from '../config.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { travel } from '../time.ts';
import { configuredStore } from './configured-files.ts';
import { checkedKey, plainName } from './file-key.ts';
import type { FileStore } from './file-store.ts';
import { LocalStore } from './local-store.ts';
import { expectedSignature, openS3LikeServer, type S3LikeServer, scopeOf } from './s3-like-server.ts';
import { S3Store } from './s3-store.ts';
import { signedFilesHandler } from './signed-files-handler.ts';

const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
let folder: string;
let server: S3LikeServer;
const stores: Record<string, FileStore> = {};

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quickdash-files-'));
  server = await openS3LikeServer(credentials);
  stores.local = new LocalStore({ folder: path.join(folder, 'store'), secret: 'secret' });
  stores.s3 = new S3Store({ endpoint: server.endpoint, bucket: 'shop', region: 'auto', ...credentials });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const workspace = newId();
const read = async (store: FileStore, key: string) => {
  const stored = await store.get(key);
  return stored && { text: await text(stored.body), bytes: stored.bytes, type: stored.type };
};

describe.each(['local', 's3'])('the %s store', (name) => {
  test('gives back what it was given, from memory or from a stream, until it is deleted', async () => {
    const store = stores[name]!;
    const key = `${workspace}/${newId()}/note.txt`;
    expect(await store.get(key)).toBeUndefined();
    expect(await store.stat(key)).toBeUndefined();
    expect(await store.put(key, Buffer.from('first'), { type: 'text/plain' })).toBe(5);
    expect(await store.put(key, Readable.from([Buffer.from('second '), Buffer.from('time')]), { type: 'text/plain' })).toBe(11);
    expect(await read(store, key)).toEqual({ text: 'second time', bytes: 11, type: 'text/plain' });
    expect(await store.stat(key)).toEqual({ bytes: 11, type: 'text/plain' });
    await store.delete(key);
    await store.delete(key);
    expect(await store.get(key)).toBeUndefined();
  });

  test('never leaves the workspace folder', async () => {
    const store = stores[name]!;
    await writeFile(path.join(folder, 'private.txt'), 'private');
    const bad = [`${workspace}/../../private.txt`, `../private.txt`, `${workspace}//x`, `${workspace}/.hidden`, `/etc/passwd`, `${workspace}/a\\b`, workspace, `${workspace}/%2e%2e/x`];
    for (const key of bad) {
      await expect(store.get(key)).rejects.toThrow(Refusal);
      await expect(store.put(key, Buffer.from(''), { type: '' })).rejects.toThrow(Refusal);
      await expect(store.signedUrl(key, { expiresIn: 60 })).rejects.toThrow(Refusal);
    }
  });
});

test('no name a person thinks of makes a bad key', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => void checkedKey(`${workspace}/${newId()}/${plainName(name)}`)));
  expect(plainName('../../etc/passwd')).toBe('etc-passwd');
  expect(plainName('Ring (größer) – 戒指.JPG')).toBe('Ring-gro-er.JPG');
});

test('half an upload leaves nothing behind', async () => {
  const store = stores.local!;
  const key = `${workspace}/${newId()}/half.txt`;
  async function* breaking(): AsyncGenerator<Buffer> {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(store.put(key, Readable.from(breaking()), { type: 'text/plain' })).rejects.toThrow('connection lost');
  expect(await readdir(path.dirname(path.join(folder, 'store', key)))).toEqual([]);
});

test('a presigned S3 address uploads this type and downloads, and not with another type', async () => {
  const store = stores.s3!;
  const key = `${workspace}/${newId()}/photo.png`;
  const { url, headers, method } = await store.signedUploadUrl(key, { type: 'image/png', maxBytes: 100, expiresIn: 60 });
  expect((await fetch(url, { method, headers: { 'content-type': 'text/html' }, body: 'x' })).status).toBe(403);
  expect((await fetch(url, { method, headers, body: 'png' })).status).toBe(200);
  const download = await store.signedUrl(key, { expiresIn: 60 });
  expect(await (await fetch(download)).text()).toBe('png');
  expect((await fetch(download.replace('photo', 'other'))).status).toBe(403);
});

test('a wrong S3 secret is an outage, not a missing file', async () => {
  const stranger = new S3Store({ endpoint: server.endpoint, bucket: 'shop', region: 'auto', accessKeyId: 'x', secretAccessKey: 'y' });
  await expect(stranger.get(`${workspace}/a/b`)).rejects.toThrow('403');
});

// docs.aws.amazon.com, "Signature Calculations": the examples that our checking server must agree with.
test('the checking server agrees with the examples AWS published', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const credential = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': '20130524T000000Z',
    authorization: `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  };
  const inHeader = { method: 'GET', url: new URL('https://examplebucket.s3.amazonaws.com/test.txt'), headers };
  const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(credential)}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`;
  const presigned = { method: 'GET', url: new URL(`https://examplebucket.s3.amazonaws.com/test.txt?${query}`), headers: { host: headers.host } };
  for (const request of [inHeader, presigned]) {
    const scope = scopeOf(request);
    expect(expectedSignature(request, scope, credentials.secretAccessKey)).toBe(scope.signature);
  }
});

test('a signed local address uploads within its limit and downloads until it expires', async () => {
  const store = stores.local as LocalStore;
  const key = `${workspace}/${newId()}/photo.png`;
  const ask = (url: string, init: RequestInit = {}) =>
    signedFilesHandler(store, new Request(`http://localhost${url}`, init)).then((r) => r.status, (e: Refusal) => e.code);
  const { url, headers } = await store.signedUploadUrl(key, { type: 'image/png', maxBytes: 10, expiresIn: 60 });
  const put = (body: string, type = headers['content-type']!, to = url) => ask(to, { method: 'PUT', body, headers: { 'content-type': type } });
  expect(await put('12345678901')).toBe('too_large');
  expect(await put('png', 'text/html')).toBe('invalid');
  expect(await put('png', 'image/png', url.replace('photo', 'other'))).toBe('forbidden');
  expect(await put('png', 'image/png', url.replace('max=10', 'max=99'))).toBe('forbidden');
  expect(await store.stat(key)).toBeUndefined();
  expect(await put('png')).toBe(201);
  expect(await ask(url)).toBe('forbidden');
  const download = await store.signedUrl(key, { expiresIn: 60 });
  expect(await ask(download)).toBe(200);
  const back = travel(61_000);
  expect(await ask(download)).toBe('forbidden');
  back();
});

test('the configuration decides where files lie; half a bucket is no bucket', () => {
  const bucket = { ...config(), S3_ENDPOINT: server.endpoint, S3_BUCKET: 'shop', S3_ACCESS_KEY_ID: 'x', S3_SECRET_ACCESS_KEY: 'y' };
  expect(configuredStore(bucket)).toBeInstanceOf(S3Store);
  expect(configuredStore(config())).toBeInstanceOf(LocalStore);
  expect(() => configuredStore({ ...bucket, S3_BUCKET: undefined })).toThrow(/S3_BUCKET is missing/);
});
