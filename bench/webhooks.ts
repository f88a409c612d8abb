import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { house } from '#connectors/house.ts';
import { createEndpoint, updateEndpoint } from '#modules/webhooks/index.ts';
import { useConfig } from '#platform/config.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import type { BenchDatabase } from './database.ts';
import { freePort, startServer } from './server.ts';

export interface WebhookRounds {
  endpoints: number;
  /** Time from the change until each of the healthy endpoints has heard of it, ms, round by round. */
  alone: number[];
  /** The same while one endpoint is dead and one hangs. */
  besideBad: number[];
  /** Of those, the time until the first had heard: what the outbox and its relay took. */
  untilFirst: { alone: number[]; besideBad: number[] };
  /** Median beside the bad ones over median alone. */
  ratio: number;
  /** Deliveries a second between the first and the last of a round, median of all rounds. */
  perSecond: number;
  /** Messages that a healthy endpoint got twice, or not at all. */
  wrong: number;
}

const HEALTHY = 998;
const ROUNDS = 5;
const EVENT = 'webhook-endpoint.changed';
const UNHEARD = 'shipping.changed';

/** One fact for a thousand endpoints, by turns with and without a dead and a hanging one among them. */
export async function webhookRounds(database: BenchDatabase): Promise<WebhookRounds> {
  const receiver = await openReceiver();
  const server = await startServer({ databaseUrl: database.url, env: { ALLOW_PRIVATE_TARGETS: '1' } });
  try {
    const told = await addEndpoints(database, receiver.url);
    await round({ database, receiver, told, bad: 'paused' });
    const found = { alone: [] as Round[], besideBad: [] as Round[] };
    for (let i = 0; i < ROUNDS; i++) {
      found.alone.push(await round({ database, receiver, told, bad: 'paused' }));
      found.besideBad.push(await round({ database, receiver, told, bad: 'active' }));
    }
    return summary(found);
  } finally {
    await closePools();
    await server.stop();
    receiver.close();
  }
}

interface Receiver {
  url: string;
  /** When each healthy endpoint was called, ms, and how often. */
  arrivals: Map<string, { at: number; times: number }>;
  close(): void;
}

async function openReceiver(): Promise<Receiver> {
  const arrivals: Receiver['arrivals'] = new Map();
  const server: Server = createServer((request, response) => {
    if (request.url === '/hanging') return;
    const before = arrivals.get(request.url!);
    arrivals.set(request.url!, { at: before?.at ?? performance.now(), times: (before?.times ?? 0) + 1 });
    request.resume().on('end', () => response.writeHead(204).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals, close };
}

/** Adds the endpoints; the answer makes something happen that all of them hear of. */
async function addEndpoints(database: BenchDatabase, url: string): Promise<() => Promise<unknown>> {
  registry.load(house);
  useConfig({ ALLOW_PRIVATE_TARGETS: true });
  await useDatabase(database.url);
  const [shop] = await database.ask<{ id: string }>('select workspace_id as id from storefronts limit 1');
  const ctx = openContext({ workspaceId: shop!.id, actor: { kind: 'system', name: 'bench' }, capabilities: 'all' });
  const { id } = await add(ctx, `${url}/ok-0`);
  for (let n = 1; n < HEALTHY; n++) await add(ctx, `${url}/ok-${n}`);
  await add(ctx, `http://127.0.0.1:${await freePort()}/dead`);
  await add(ctx, `${url}/hanging`);
  // Only now do they listen: each new one would otherwise be told to all before it.
  await database.ask(`update webhook_endpoints set events = '{${EVENT}}'`);
  let n = 0;
  return () => updateEndpoint.call(ctx, { id, description: `change ${++n}` });
}

function add(ctx: Context, url: string): Promise<{ id: string }> {
  return createEndpoint.call(ctx, { url, events: [UNHEARD] });
}

interface Round {
  first: number;
  millis: number;
  perSecond: number;
  wrong: number;
}

async function round({ database, receiver, told, bad }: { database: BenchDatabase; receiver: Receiver; told: () => Promise<unknown>; bad: 'paused' | 'active' }): Promise<Round> {
  await quiet(database, bad);
  receiver.arrivals.clear();
  const began = performance.now();
  await told();
  for (const giveUp = began + 60_000; receiver.arrivals.size < HEALTHY && performance.now() < giveUp; ) await sleep(5);
  const times = [...receiver.arrivals.values()].map((each) => each.at).toSorted((a, b) => a - b);
  await sleep(300);
  const twice = [...receiver.arrivals.values()].filter((each) => each.times > 1).length;
  return { first: times[0]! - began, millis: times.at(-1)! - began, perSecond: times.length / ((times.at(-1)! - times[0]!) / 1_000), wrong: twice + HEALTHY - receiver.arrivals.size };
}

// Every round begins as the first one did: nothing under way, and the bad ones not yet known to be bad.
async function quiet(database: BenchDatabase, bad: 'paused' | 'active'): Promise<void> {
  for (const giveUp = performance.now() + 180_000; (await atWork(database)) && performance.now() < giveUp; ) await sleep(200);
  await database.ask('delete from webhook_messages');
  await database.ask(`update webhook_endpoints set state = case when url ~ '(dead|hanging)$' then $1 else 'active' end, failures = 0, failing_since = null, rest_until = null`, [bad]);
  await sleep(1_500);
}

// A fact whose deliveries are being written while they are deleted here would be tried again much later.
async function atWork(database: BenchDatabase): Promise<boolean> {
  const [left] = await database.ask<{ some: boolean }>(`
    select exists (select 1 from outbox where relayed is null) or exists (select 1 from pgboss.job where name = 'reactions' and state < 'completed') as some`);
  return left!.some;
}

function summary({ alone, besideBad }: { alone: Round[]; besideBad: Round[] }): WebhookRounds {
  const all = [...alone, ...besideBad];
  const times = (rounds: Round[]) => rounds.map((each) => Math.round(each.millis));
  const firsts = (rounds: Round[]) => rounds.map((each) => Math.round(each.first));
  const untilFirst = { alone: firsts(alone), besideBad: firsts(besideBad) };
  const ratio = median(times(besideBad)) / median(times(alone));
  return { endpoints: HEALTHY + 2, alone: times(alone), besideBad: times(besideBad), untilFirst, ratio: Math.round(ratio * 100) / 100, perSecond: Math.round(median(all.map((each) => each.perSecond))), wrong: all.reduce((sum, each) => sum + each.wrong, 0) };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
