import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Assignment, ClientSays, Outcome } from './client.ts';
import { Connection } from './connection.ts';
import { cpuOf } from './cpu.ts';
import type { BenchDatabase } from './database.ts';
import { checkoutSteps, SCENARIOS } from './scenarios.ts';
import type { Running } from './server.ts';

export interface Pace {
  connections: number;
  warmSeconds: number;
  seconds: number;
}

/** What was seen of one scenario. Per visit: all its requests together. Times in ms. */
export interface Figures extends Outcome {
  scenario: string;
  perSecond: number;
  cpuApp: number;
  cpuDatabase: number;
  /** SQL statements a visit, setting of the workspace not counted; null where the server does not tell. */
  sql: number | null;
  /** What the server still had to do when the visitors were gone, for each visit of the measured time and the warm-up. */
  afterwards: { cpuApp: number; cpuDatabase: number; seconds: number } | null;
}

let started = 0;

/** Lets the client visit and looks at the processes meanwhile. */
export async function measure(name: string, { running, database, pace }: { running: Running; database: BenchDatabase; pace: Pace }): Promise<Figures> {
  const spent = () => ({ app: cpuOf(running.pid), database: cpuOf(database.postmaster) });
  const counts = !SCENARIOS[name]!.baseline;
  const sqlAt = () => (counts ? statements(running.port) : Promise.resolve(null));
  if (SCENARIOS[name]!.writes) await sellSomething({ name, running, database, pace }, spent);
  const assignment = { scenario: name, port: running.port, world: database.world, from: ++started * 10_000_000, ...pace };
  const sqlBefore = await sqlAt();
  let begin = spent();
  let end = begin;
  const outcome = await runClient(assignment, (at) => (at === 'begin' ? (begin = spent()) : (end = spent())));
  const sqlAfter = await sqlAt();
  const visits = Math.max(1, outcome.visits);
  // Statements and what is left to do come from the warm-up too.
  const all = Math.max(1, outcome.allVisits);
  return {
    scenario: name,
    ...outcome,
    perSecond: outcome.visits / outcome.seconds,
    cpuApp: (end.app - begin.app) / visits,
    cpuDatabase: (end.database - begin.database) / visits,
    sql: sqlBefore === null || sqlAfter === null || SCENARIOS[name]!.writes ? null : Math.round(((sqlAfter - sqlBefore) / all) * 10) / 10,
    afterwards: SCENARIOS[name]!.writes ? await untilQuiet(spent, end, all) : null,
  };
}

// PostgreSQL looks at new rows every fifteen seconds and plans as if tables were empty until then; what is measured is a shop that has sold before.
async function sellSomething({ name, running, database, pace }: { name: string; running: Running; database: BenchDatabase; pace: Pace }, spent: () => Spent): Promise<void> {
  await runClient({ scenario: name, port: running.port, world: database.world, from: ++started * 10_000_000, ...pace, seconds: 1 }, () => undefined);
  await untilQuiet(spent, spent(), 1);
  await database.ask('analyze');
}

function runClient(assignment: Assignment, sample: (at: 'begin' | 'end') => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const client = fork(path.join(import.meta.dirname, 'client.ts'), { stdio: 'inherit' });
    client.on('message', (message: ClientSays) => {
      if (message.at !== 'done') return sample(message.at);
      resolve(message.outcome);
      client.kill();
    });
    const giveUp = setTimeout(() => client.kill(), (assignment.warmSeconds + assignment.seconds + 90) * 1_000);
    client.once('exit', () => clearTimeout(giveUp));
    client.once('exit', (code, signal) => reject(new Error(`the client ended with ${code ?? signal} before it was done`)));
    client.send(assignment);
  });
}

type Spent = { app: number; database: number };
const MOST_SECONDS = 120;

// Mails, counters and live messages follow an order; they are part of its price.
async function untilQuiet(spent: () => Spent, from: Spent, visits: number): Promise<Figures['afterwards']> {
  let before = spent();
  for (let seconds = 1, quiet = 0; ; seconds++) {
    await sleep(1_000);
    const now = spent();
    quiet = now.app - before.app + now.database - before.database < 120 ? quiet + 1 : 0;
    before = now;
    if (quiet === 2 || seconds === MOST_SECONDS) return { cpuApp: (now.app - from.app) / visits, cpuDatabase: (now.database - from.database) / visits, seconds };
  }
}

/** SQL statements the server has sent so far, as it tells its operator. */
async function statements(port: number): Promise<number | null> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const found = /^quickdash_sql_statements_total (\S+)/m.exec(text);
  return found ? Number(found[1]) : null;
}

/** SQL statements of each request of a checkout, alone on a quiet server; the least of some tries, since timers count too. */
export async function statementsOfCheckout({ running, database }: { running: Running; database: BenchDatabase }): Promise<Record<string, number>> {
  const least: Record<string, number> = {};
  for (let i = 0; i < 6; i++) {
    const connection = await Connection.open(running.port);
    const variantId = database.world.variants[i * 7]!.id;
    for (const step of checkoutSteps(connection, database.world, { buyer: 900_000_000 + i, variantId })) {
      await sleep(150);
      const before = (await statements(running.port)) ?? Number.NaN;
      await step.go();
      const used = ((await statements(running.port)) ?? Number.NaN) - before;
      least[step.name] = Math.min(least[step.name] ?? Infinity, used);
    }
    connection.close();
  }
  return least;
}
