import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newWebhookSecret } from '../signature.ts';
import { curlSample, NODE_SAMPLE } from './code-samples.ts';

/** The samples that people copy work as they stand: the receiver believes what the shell signs, and nothing signed with another secret. */
const root = path.join(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'webhook-sample-'));
const secret = newWebhookSecret();
let receiver: ChildProcess;
let port: number;

beforeAll(async () => {
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
  writeFileSync(path.join(folder, 'receiver.mjs'), NODE_SAMPLE);
  port = await freePort();
  receiver = spawn(process.execPath, ['receiver.mjs'], { cwd: folder, env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) }, stdio: 'ignore' });
});
afterAll(() => {
  receiver.kill();
  rmSync(folder, { recursive: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const found = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(found));
    });
  });
}

const sign = (key: string) => execFileSync('bash', ['-c', curlSample(`http://127.0.0.1:${port}/`)], { env: { ...process.env, WEBHOOK_SECRET: key }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const onPath = (tool: string) => (process.env['PATH'] ?? '').split(path.delimiter).some((each) => existsSync(path.join(each, tool)));
const hasTools = ['bash', 'curl', 'openssl', 'od'].every(onPath);

test.skipIf(!hasTools)('the sample receiver believes the sample request, and no other secret', async () => {
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' }).then((answer) => answer.status, () => 0), { timeout: 10_000 }).toBe(400);
  expect(sign(secret)).toMatch(/^HTTP\/1.1 204 /);
  expect(sign(newWebhookSecret())).toMatch(/^HTTP\/1.1 400 /);
});
