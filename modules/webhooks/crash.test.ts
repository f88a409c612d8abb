import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Webhook } from 'standardwebhooks';
import { house as everything } from '#connectors/house.ts';
import { useConfig } from '#platform/config.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { module } from '#platform/module.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '#platform/testing/notes.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { SECOND, travel } from '#platform/time.ts';
import { createEndpoint, deliveryList, deliveryView, startSender } from './index.ts';

let house: TestHouse;
let shop: TestWorkspace;
let engine: Engine;
let receiver: Server;
let stopSender = async () => {};
const got: { id: string; body: string; headers: Record<string, string> }[] = [];

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten] })]);
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  shop = await house.newWorkspace();
  engine = await startEngine();
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part))).on('end', () => {
      got.push({ id: String(request.headers['webhook-id']), body, headers: request.headers as Record<string, string> });
      response.end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  await stopSender();
  await engine.stop();
  receiver.close();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await house.close();
});

/** A process that sends and is killed, as by a power cut, when a receiver has answered and nobody has written it down yet. */
async function senderThatDies(): Promise<NodeJS.Signals | null> {
  const script = fileURLToPath(new URL('./crash-sender.ts', import.meta.url));
  const env = { ...process.env, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', ALLOW_PRIVATE_TARGETS: '1', QUICKDASH_FAULT: 'webhooks.after-send' };
  const child = spawn(process.execPath, [script, house.url], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return signal;
}

test('power fails between the answer and the log: every message arrives, some again under the same id, and the log is whole', async () => {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const { secret } = await createEndpoint.call(shop.ctx, { url, events: ['note.written'] });
  for (let n = 0; n < 6; n++) await writeNote.call(shop.ctx, { body: `note ${n}` });
  await engine.settle();
  expect(await senderThatDies()).toBe('SIGKILL');
  const before = got.length;
  expect(before).toBeGreaterThan(0);
  expect(await states()).toEqual(Array(6).fill('waiting'));
  stopSender = startSender();
  const back = travel(31 * SECOND);
  await expect.poll(states, { timeout: 10_000 }).toEqual(Array(6).fill('delivered'));
  back();
  const again = got.slice(before);
  expect(new Set(again.map((each) => each.id)).size).toBe(6);
  for (const first of got.slice(0, before)) expect(again.find((each) => each.id === first.id)?.body).toBe(first.body);
  for (const each of again) expect(() => new Webhook(secret).verify(each.body, each.headers)).not.toThrow();
  for (const { id } of await deliveries()) expect((await deliveryView.call(shop.ctx, { id })).attempts).toHaveLength(1);
});

const deliveries = async () => (await deliveryList.call(shop.ctx, {})).data;
const states = async () => (await deliveries()).map((each) => each.state);
