import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from './build.ts';
import { adminHandler } from './handler.ts';

const assets = path.join(import.meta.dirname, '../../.build/admin/client/assets');
const admin = adminHandler();
const ask = (address: string, headers: Record<string, string> = {}) => admin(new Request(`http://localhost${address}`, { headers }));

beforeAll(async () => {
  if (!existsSync(assets)) await build();
}, 120_000);

test('a file of the dashboard may be kept for ever, and travels compressed', async () => {
  const script = readdirSync(assets).find((name) => /^kit-.*\.js$/.test(name));
  const answer = await ask(`/admin/assets/${script}`, { 'accept-encoding': 'gzip, br' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('content-type')).toBe('text/javascript');
});

test.each(['/admin/assets/nothing.js', '/admin/assets/..%2F..%2Fserver%2Findex.js', '/admin/assets/..%5C..%5Cserver%5Cindex.js', '/admin/assets/'])('%s is no file of ours', async (address) => {
  const answer = await ask(address);
  expect(answer.status).toBe(404);
});
