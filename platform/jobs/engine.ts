import type { PgBoss } from 'pg-boss';
import { openPostgresBus, type Bus } from '../events/bus.ts';
import { Relay } from '../events/relay.ts';
import { REACTIONS, startBoss } from './boss.ts';
import { lendBoss } from './control.ts';
import { startWorkers } from './worker.ts';

/** What runs behind the requests of one process: bus, relay, job queue. */
export interface Engine {
  bus: Bus;
  relay: Relay;
  boss: PgBoss;
  /** Waits until every fact told so far has been relayed and every due reaction has run. For tests and tools. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startEngine(): Promise<Engine> {
  const [bus, boss] = await Promise.all([openPostgresBus(), startBoss()]);
  lendBoss(boss);
  const relay = new Relay(boss, bus);
  await relay.start();
  const workers = await startWorkers(boss);
  bus.subscribe('jobs', workers.wake);
  return {
    bus,
    relay,
    boss,
    settle: () => settle(boss, relay),
    async stop() {
      workers.stop();
      lendBoss(undefined);
      await relay.stop();
      await boss.stop({ graceful: true, timeout: 10_000, close: true });
      await bus.close();
    },
  };
}

async function settle(boss: PgBoss, relay: Relay): Promise<void> {
  const until = Date.now() + 20_000;
  do {
    await relay.flush();
    if ((await openJobs(boss)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  } while (Date.now() < until);
  throw new Error('reactions are still running after 20 s');
}

async function openJobs(boss: PgBoss): Promise<number> {
  const { rows } = await boss.getDb().executeSql(`select count(*)::int as n from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`, [REACTIONS]);
  return (rows[0] as { n: number }).n;
}
