import type { PgBoss } from 'pg-boss';
import { newId } from '../ids.ts';
import { log } from '../log.ts';
import { REACTIONS } from '../jobs/boss.ts';
import { onCommitted } from '../operations/closing.ts';
import { registry } from '../registry.ts';
import { platformRead, platformTransaction } from '../tenancy/platform-door.ts';
import type { Queries } from '../db/query.ts';
import type { Bus } from './bus.ts';
import type { Reaction } from './reaction.ts';

/** A fact on its way to everybody: the stored outbox row. */
export interface ToldRow {
  id: string;
  workspace_id: string;
  event: string;
  about: string;
  data: Record<string, unknown>;
  actor: { kind: string; id: string; name: string };
  told_at: string;
  relayed: number;
}

type Listener = (told: ToldRow) => void;

const RING_MILLIS = 20;
const SAFETY_MILLIS = 1_000;
const MOST_ROWS = 500;
const TOPIC = 'relayed';
// Any fixed number, the same on every node: one relay pass at a time gives everybody one order.
const RELAY_LOCK = 7_281_002;

/**
 * Carries facts from the outbox to reactions (as jobs, in the same transaction that marks them relayed) and to the
 * listeners of every process (caches, live channels). Whoever commits rings; a slow poll finds what a crash left behind.
 */
export class Relay {
  private readonly boss: PgBoss;
  private readonly bus: Bus;
  private readonly listeners: Listener[] = [];
  private readonly carriers: Listener[] = [];
  private heard = 0;
  private timer: NodeJS.Timeout | undefined;
  private safety: NodeJS.Timeout | undefined;
  private passing: Promise<void> = Promise.resolve();
  private stopped = false;
  private unsubscribe: () => void = () => {};

  constructor(boss: PgBoss, bus: Bus) {
    this.boss = boss;
    this.bus = bus;
  }

  async start(): Promise<void> {
    this.heard = await highestRelayed();
    this.unsubscribe = this.bus.subscribe(TOPIC, () => this.queue(() => this.hear()));
    onCommitted(() => this.ring());
    this.safety = setInterval(() => this.ring(), SAFETY_MILLIS);
    this.safety.unref();
  }

  /** Every fact of every workspace, in relay order, in this process. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Each fact once in the whole installation, in the process that relayed it: for live channels, which reach the others themselves. */
  carry(listener: Listener): void {
    this.carriers.push(listener);
  }

  ring(): void {
    if (this.stopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.queue(() => this.pass());
    }, RING_MILLIS);
  }

  /** Relays everything told so far; tests and shutdown wait for it. */
  async flush(): Promise<void> {
    this.queue(() => this.pass());
    await this.passing;
    this.queue(() => this.hear());
    await this.passing;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    clearInterval(this.safety);
    this.unsubscribe();
    await this.passing;
  }

  private queue(work: () => Promise<void>): void {
    this.passing = this.passing.then(work).catch((error: Error) => {
      if (!this.stopped) log.warn('The relay stumbled and tries again.', { error: error.message });
    });
  }

  private async pass(): Promise<void> {
    let moved: ToldRow[];
    do {
      moved = await platformTransaction('relay', (q) => this.moveSome(q));
      for (const row of moved) for (const carrier of this.carriers) tellSafely(carrier, row);
      if (moved.length > 0) this.announce();
    } while (moved.length === MOST_ROWS);
  }

  private announce(): void {
    this.bus.publish(TOPIC, null);
    this.bus.publish('jobs', null);
  }

  // Rows are met again by their place on disk: nobody else changes them, and no statistics can talk the planner out of it.
  private async moveSome(q: Queries): Promise<ToldRow[]> {
    const [lock] = await q.sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${RELAY_LOCK}) as mine`;
    if (!lock!.mine) return [];
    const rows = await q.sql<ToldRow>`
      with waiting as (select ctid as row, seq from outbox where relayed is null order by seq limit ${MOST_ROWS}),
      numbered as (select row, row_number() over (order by seq) + (select coalesce(max(relayed), 0) from outbox where relayed is not null) as place from waiting)
      update outbox o set relayed = n.place from numbered n where o.ctid = n.row
      returning o.id, o.workspace_id, o.event, o.about, o.data, o.actor, o.told_at, o.relayed`;
    const inOrder = rows.toSorted((a, b) => a.relayed - b.relayed);
    await this.enqueue(q, inOrder);
    return inOrder;
  }

  private async enqueue(q: Queries, rows: ToldRow[]): Promise<void> {
    const wanted: { reaction: Reaction; ids: Set<string> }[] = [];
    // One after the other: they share the connection of the transaction.
    for (const reaction of registry.reactions()) wanted.push({ reaction, ids: await wantedBy(q, reaction, rows) });
    const jobs = rows.flatMap((row) => wanted.filter(({ ids }) => ids.has(row.id)).map(({ reaction }) => jobFor(reaction, row)));
    if (jobs.length === 0) return;
    await this.boss.insert(REACTIONS, jobs, { db: { executeSql: async (text, values) => ({ rows: await q.query(text, values) }) } });
  }

  private async hear(): Promise<void> {
    const rows = await platformRead('relay', (q) => q.sql<ToldRow>`
      select id, workspace_id, event, about, data, actor, told_at, relayed from outbox
      where relayed > ${this.heard} order by relayed limit 2000`);
    for (const row of rows) {
      this.heard = row.relayed;
      for (const listener of this.listeners) tellSafely(listener, row);
    }
    if (rows.length === 2000) await this.hear();
  }
}

async function wantedBy(q: Queries, reaction: Reaction, rows: ToldRow[]): Promise<Set<string>> {
  const names = new Set(reaction.on);
  const meant = rows.filter((row) => names.has(row.event));
  const wanted = reaction.among && meant.length > 0 ? await reaction.among(q, meant) : meant;
  return new Set(wanted.map((row) => row.id));
}

// Made in relay order: facts of one record that get their jobs at the same instant are told apart by id.
function jobFor(reaction: Reaction, row: ToldRow) {
  return {
    id: newId(),
    data: { reaction: reaction.name, told: row },
    retryLimit: reaction.retries,
    singletonKey: `${row.workspace_id}:${reaction.name}:${row.about}`,
    group: { id: row.workspace_id },
  };
}

function tellSafely(listener: Listener, row: ToldRow): void {
  try {
    listener(row);
  } catch (error) {
    log.error('A live listener failed on a fact.', { event: row.event, error: error as Error });
  }
}

async function highestRelayed(): Promise<number> {
  const rows = await platformRead('relay', (q) => q.sql<{ top: number }>`select coalesce(max(relayed), 0)::bigint as top from outbox where relayed is not null`);
  return rows[0]!.top;
}
