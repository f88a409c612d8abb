import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Standard } from 'standardwebhooks';
import { Webhook as Svix } from 'svix';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { house as everything } from '#connectors/house.ts';
import { useConfig } from '#platform/config.ts';
import { startEngine, type Engine } from '#platform/jobs/engine.ts';
import { module } from '#platform/module.ts';
import { registry } from '#platform/registry.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { createNotesTable, noteWritten, writeNote } from '#platform/testing/notes.ts';
import { DAY, HOUR, later, MINUTE, now, SECOND, travel } from '#platform/time.ts';
import { createEndpoint, deleteEndpoint, deliveryList, deliveryView, endpointList, endpointView, resendDelivery, resendFailed, rotateEndpointSecret, startSender, testEndpoint, updateEndpoint, webhookEvents } from './index.ts';
import { CLAIM } from './sender.ts';
import { MOST_ATTEMPTS, pauseAfter, restAfter, retryAfter } from './retry-plan.ts';

interface Got {
  path: string;
  headers: Record<string, string>;
  body: string;
}

let house: TestHouse;
let shop: TestWorkspace;
let engine: Engine;
let stopSender: () => Promise<void>;
let receiver: Server;
let base: string;
let got: Got[];
let answer: (path: string, response: ServerResponse) => void;

const well = (_: string, response: ServerResponse) => void response.end('thanks');

beforeAll(async () => {
  house = await openTestDatabase();
  await createNotesTable(house.url);
  registry.load([...everything, module({ name: 'notes', events: [noteWritten] })]);
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  receiver = createServer((request, response) => void take(request, response));
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  engine = await startEngine();
  stopSender = startSender();
});
beforeEach(async () => {
  got = [];
  answer = well;
  shop = await house.newWorkspace();
});
afterEach(() => useConfig({ ALLOW_PRIVATE_TARGETS: true }));
afterAll(async () => {
  await stopSender();
  await engine.stop();
  receiver.closeAllConnections();
  receiver.close();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  await house.close();
});

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const part of request) body += String(part);
  // Each test has a workspace of its own; what an earlier one still sends is answered and not counted.
  const [, at, path] = /^\/([^/]+)(\/.*)$/.exec(request.url!)!;
  if (at !== shop.workspaceId) return void response.end();
  if (!body.includes('webhook-endpoint.')) got.push({ path: path!, headers: request.headers as Record<string, string>, body });
  answer(path!, response);
}

async function tell(body = 'a note', at = shop): Promise<void> {
  await writeNote.call(at.ctx, { body });
  await engine.settle();
}

async function arrived(count: number): Promise<void> {
  await expect.poll(() => got.length, { timeout: 8_000 }).toBe(count);
}

const deliveries = async () => (await deliveryList.call(shop.ctx, { filter: { event: 'note' } })).data;

async function ended(state: string): Promise<void> {
  await expect.poll(async () => (await deliveries()).map((each) => each.state), { timeout: 8_000 }).toEqual([state]);
}

const endpoint = (path = '/hook', events: string[] = ['note.written'], at = shop) => createEndpoint.call(at.ctx, { url: `${base}/${shop.workspaceId}${path}`, events });

test('what happens reaches whoever listens, once, signed as the official libraries want it', async () => {
  const { secret } = await endpoint('/notes');
  await endpoint('/everything', []);
  await endpoint('/orders', ['order.placed']);
  await tell('ring');
  await arrived(2);
  expect(got.map((each) => each.path).toSorted()).toEqual(['/everything', '/notes']);
  const mine = got.find((each) => each.path === '/notes')!;
  expect(new Standard(secret).verify(mine.body, mine.headers)).toMatchObject({ type: 'note.written', data: { noteId: expect.any(String) as string } });
  new Svix(secret).verify(mine.body, mine.headers);
  expect(() => new Svix(secret).verify(mine.body.replace('ring', 'king'), mine.headers)).toThrow();
  expect(() => new Standard(secret).verify(`${mine.body} `, mine.headers)).toThrow();
  const [first, second] = got;
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
  await expect.poll(async () => (await deliveries()).map((each) => each.state)).toEqual(['delivered', 'delivered']);
});

test('another workspace hears nothing of it', async () => {
  const other = await house.newWorkspace();
  await endpoint('/theirs', [], other);
  await tell();
  await tell('theirs', other);
  await arrived(1);
  expect(JSON.parse(got[0]!.body)).toMatchObject({ data: { body: 'theirs' } });
  expect(await deliveries()).toEqual([]);
});

test('after a rotation both secrets fit for a day, then only the new one', async () => {
  const { id, secret: old } = await endpoint();
  const { secret } = await rotateEndpointSecret.call(shop.ctx, { id });
  expect(secret).not.toBe(old);
  await tell();
  await arrived(1);
  for (const each of [old, secret]) new Standard(each).verify(got[0]!.body, got[0]!.headers);
  const back = travel(DAY + MINUTE);
  await tell();
  await arrived(2);
  back();
  const signature = got[1]!.headers['webhook-signature']!;
  expect(signature.split(' ')).toHaveLength(1);
});

test('a receiver in trouble is tried again with the same bytes under the same id, and the log tells each try', async () => {
  let failures = 2;
  answer = (_, response) => void response.writeHead(failures-- > 0 ? 503 : 200).end('busy');
  await endpoint();
  await tell();
  await arrived(1);
  await expect.poll(async () => (await deliveries())[0]).toMatchObject({ state: 'waiting', attempts: 1, lastStatus: 503 });
  const { id } = (await endpointList.call(shop.ctx, {})).data[0]!;
  expect(await endpointView.call(shop.ctx, { id })).toMatchObject({ failures: 1, waiting: 1, failed: 0, lastError: 'It answered 503.', lastDeliveredAt: null });
  for (const [pause, count] of [[6 * SECOND, 2], [6 * MINUTE, 3]] as const) {
    const back = travel(pause);
    await arrived(count);
    await expect.poll(async () => (await deliveries())[0]!.attempts).toBe(count);
    back();
  }
  const [delivery] = await deliveries();
  expect(delivery).toMatchObject({ state: 'delivered', lastStatus: 200 });
  expect(await endpointView.call(shop.ctx, { id })).toMatchObject({ failures: 0, waiting: 0, lastDeliveredAt: expect.any(String) as string });
  expect(new Set(got.map((each) => each.headers['webhook-id'] + each.body)).size).toBe(1);
  const { attempts } = await deliveryView.call(shop.ctx, { id: delivery!.id });
  expect(attempts.map((each) => [each.status, each.answer])).toEqual([[200, 'busy'], [503, 'busy'], [503, 'busy']]);
});

test('a redirect is a failure and is not followed; a receiver that is gone is never asked again', async () => {
  answer = (path, response) => void (path === '/moved' ? response.writeHead(302, { location: `${base}/${shop.workspaceId}/elsewhere` }).end() : response.writeHead(410).end());
  const moved = await endpoint('/moved');
  await tell();
  await expect.poll(async () => (await deliveries())[0]?.lastStatus).toBe(302);
  await deleteEndpoint.call(shop.ctx, { id: moved.id });
  const gone = await endpoint('/gone');
  await tell();
  await expect.poll(async () => (await endpointView.call(shop.ctx, { id: gone.id })).state).toBe('disabled');
  expect(await endpointView.call(shop.ctx, { id: gone.id })).toMatchObject({ reason: 'The receiver said that the address is gone (410).' });
  await tell();
  expect(got.map((each) => each.path)).toEqual(['/moved', '/gone']);
});

test('an endpoint that keeps failing rests, and after five days it is disabled until somebody switches it on', async () => {
  answer = (_, response) => void response.writeHead(500).end();
  const { id } = await endpoint();
  await tell();
  await expect.poll(async () => (await deliveries())[0]?.attempts).toBe(1);
  await shop.ctx.transaction((tx) => tx.sql`update webhook_endpoints set failures = 6, failing_since = now() - interval '6 days'`);
  const back = travel(HOUR);
  await ended('failed');
  back();
  expect(await endpointView.call(shop.ctx, { id })).toMatchObject({ state: 'disabled', reason: expect.stringContaining('five days') as string });
  answer = well;
  await expect(resendFailed.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'not_active' });
  await updateEndpoint.call(shop.ctx, { id, state: 'active' });
  expect(await resendFailed.call(shop.ctx, { id })).toEqual({ count: 1 });
  await ended('delivered');
});

test('one dead and one hanging endpoint do not keep thirty others waiting', async () => {
  answer = (path, response) => {
    if (path === '/dead') response.destroy();
    else if (path !== '/hanging') response.end();
  };
  for (const path of ['/dead', '/hanging', ...Array.from({ length: 30 }, (_, n) => `/ok-${n}`)]) await endpoint(path);
  for (let n = 0; n < 8; n++) await writeNote.call(shop.ctx, { body: `note ${n}` });
  const began = performance.now();
  await expect.poll(() => got.filter((each) => each.path.startsWith('/ok')).length, { timeout: 14_000, interval: 50 }).toBe(240);
  // The hanging one is let go after 15 seconds; the others were done before.
  expect(performance.now() - began).toBeLessThan(14_000);
  expect(got.filter((each) => each.path === '/hanging').length).toBeLessThanOrEqual(4);
});

test('a delivery whose sender died in the middle is sent by the next one after its time', async () => {
  await stopSender();
  await endpoint();
  await tell();
  await shop.ctx.transaction((tx) => tx.sql`update webhook_deliveries set next_attempt = now() + interval '30 seconds'`);
  stopSender = startSender();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(got).toEqual([]);
  const back = travel(31 * SECOND);
  await arrived(1);
  back();
  await ended('delivered');
});

test('a paused endpoint misses nothing; a test message reaches one endpoint only', async () => {
  const { id } = await endpoint();
  const other = await endpoint('/other', ['order.placed']);
  await updateEndpoint.call(shop.ctx, { id, state: 'paused' });
  await tell();
  await expect(testEndpoint.call(shop.ctx, { id })).rejects.toMatchObject({ code: 'not_active' });
  await testEndpoint.call(shop.ctx, { id: other.id });
  await arrived(1);
  expect(JSON.parse(got[0]!.body)).toMatchObject({ type: 'webhook.test' });
  await updateEndpoint.call(shop.ctx, { id, state: 'active' });
  await arrived(2);
  await expect.poll(async () => (await deliveries()).every((each) => each.state === 'delivered')).toBe(true);
  const done = (await deliveries()).find((each) => each.event === 'note.written')!;
  await resendDelivery.call(shop.ctx, { id: done.id });
  await arrived(3);
  expect(got[2]!.headers['webhook-id']).toBe(got[1]!.headers['webhook-id']);
});

test('a change leaves what it does not name as it was', async () => {
  const { id } = await createEndpoint.call(shop.ctx, { url: `${base}/${shop.workspaceId}/hook`, events: ['note.written'], description: 'the warehouse' });
  await updateEndpoint.call(shop.ctx, { id, state: 'paused' });
  expect(await endpointView.call(shop.ctx, { id })).toMatchObject({ state: 'paused', events: ['note.written'], description: 'the warehouse' });
  await updateEndpoint.call(shop.ctx, { id, description: '', events: [] });
  expect(await endpointView.call(shop.ctx, { id })).toMatchObject({ state: 'paused', events: [], description: '' });
});

test('an address within our own network is refused when it is typed in, and when its name turns out to lead there', async () => {
  const { id } = await endpoint();
  useConfig({ ALLOW_PRIVATE_TARGETS: false });
  for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'https://localhost/', 'http://example.com/', 'https://169.254.169.254/latest/meta-data'])
    await expect(createEndpoint.call(shop.ctx, { url }), url).rejects.toMatchObject({ code: expect.stringMatching(/address_not_allowed|invalid/) as string });
  await shop.ctx.transaction((tx) => tx.sql`update webhook_endpoints set url = 'https://127.0.0.1:1/' where id = ${id}`);
  await tell();
  await expect.poll(async () => (await deliveries())[0]?.lastError).toMatch(/private network/);
  expect(got).toEqual([]);
});

test('events are chosen from those there are; secrets are told once and shown to nobody later', async () => {
  await expect(endpoint('/hook', ['note.eaten'])).rejects.toMatchObject({ code: 'invalid' });
  expect((await webhookEvents.call(shop.ctx, {})).data.map((each) => each.name)).toEqual(expect.arrayContaining(['note.written', 'order.placed', 'stock.low']));
  const { id, secret } = await endpoint();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(JSON.stringify(await endpointView.call(shop.ctx, { id }))).not.toContain(secret);
  const rows = await shop.ctx.read((r) => r.sql`select * from webhook_endpoints`);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(6));
  expect(JSON.stringify(await shop.ctx.read((r) => r.sql`select * from audit_entries`))).not.toContain(secret.slice(6));
});

test('the plan of tries: ten of them over about three days, later when the receiver wants it later', () => {
  const pauses = Array.from({ length: MOST_ATTEMPTS }, (_, n) => pauseAfter(n + 1, undefined, 0.5));
  expect(pauses.at(-1)).toBeUndefined();
  expect(pauses.slice(0, 3)).toEqual([5 * SECOND, 5 * MINUTE, 30 * MINUTE]);
  expect(pauses.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBeGreaterThan(3 * DAY);
  expect(pauseAfter(1, 90 * SECOND, 0.5)).toBe(90 * SECOND);
  expect(pauseAfter(1, 90 * DAY, 0.5)).toBe(DAY);
  const at = new Date('2026-01-01T00:00:00Z');
  expect([retryAfter('120', at), retryAfter('Thu, 01 Jan 2026 00:01:00 GMT', at), retryAfter('soon', at), retryAfter(undefined, at)]).toEqual([120_000, 60_000, undefined, undefined]);
  expect([4, 5, 6, 7, 50].map(restAfter)).toEqual([0, MINUTE, 2 * MINUTE, 4 * MINUTE, HOUR]);
});

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

test('right after very many deliveries were written the next ones are still found by their keys', async () => {
  const undo = new Error('nothing of it stays');
  let touched: string[] = [];
  const looking = platformTransaction('webhooks', async (q) => {
    const at = { workspace: shop.workspaceId, now: now() };
    await q.sql`insert into webhook_endpoints (workspace_id, url, events, secret_sealed) values (${at.workspace}, 'https://example.test', '{}', '')`;
    await q.sql`insert into webhook_messages (workspace_id, event, body, at) select ${at.workspace}, 'note', '', ${at.now} from generate_series(1, 10000)`;
    await q.sql`
      insert into webhook_deliveries (workspace_id, message_id, endpoint_id, event, next_attempt)
      select m.workspace_id, m.id, e.id, m.event, ${at.now} from webhook_messages m join webhook_endpoints e on e.workspace_id = m.workspace_id where m.workspace_id = ${at.workspace}`;
    const [told] = await q.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${CLAIM}`, [at.now, later(at.now, SECOND), '{}', 128]);
    const nodes = nodesOf(told!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'webhook_deliveries' && node['Node Type'] !== 'ModifyTable');
    touched = nodes.map((node) => [node['Node Type'], node['Index Name']].filter(Boolean).join(' '));
    throw undo;
  });
  await expect(looking).rejects.toBe(undo);
  expect(touched).toEqual(expect.arrayContaining(['Index Scan webhook_deliveries_pk', 'Tid Scan']));
  expect([touched.length, touched.filter((each) => each.startsWith('Seq'))]).toEqual([3, []]);
});
