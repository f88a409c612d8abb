import type { Context, Tx } from '../tenancy/context.ts';
import type { Queries } from '../db/query.ts';
import type { Event } from './event.ts';

/** The told fact as a reaction receives it. `id` is the same on every delivery. */
export interface Told {
  id: string;
  event: string;
  about: string;
  at: string;
  actor: { kind: string; id: string; name: string };
}

/** What a module does when a fact is told: a durable job, retried with growing pauses, parked when it keeps failing. */
export interface Reaction {
  readonly kind: 'reaction';
  readonly name: string;
  readonly on: readonly string[];
  /** Which of these facts it cares about, asked once for a whole pass of the relay: for reactions that most workspaces do not use. */
  readonly among?: (q: Queries, facts: readonly Heard[]) => Promise<readonly Heard[]>;
  /** For outside effects. Runs at least once: use `told.id` as the outside party's idempotency key. */
  readonly run?: (ctx: Context, data: never, told: Told) => Promise<void>;
  /** For effects in our own database. Runs in one transaction with its receipt: exactly once. */
  readonly apply?: (tx: Tx, data: never, told: Told) => Promise<void>;
  readonly retries: number;
}

/** A fact on its way to the reactions. */
export interface Heard {
  readonly id: string;
  readonly workspace_id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

type Among = NonNullable<Reaction['among']>;

/** Facts of the workspaces that have something of a kind: `having` selects their ids as `id` out of those in `$1`. */
export function amongWorkspaces(having: string): Among {
  return async (q, facts) => {
    const rows = await q.query<{ id: string }>(having, [[...new Set(facts.map((fact) => fact.workspace_id))]]);
    const known = new Set(rows.map(({ id }) => id));
    return facts.filter((fact) => known.has(fact.workspace_id));
  };
}

/** Of the facts of one pass that are about the same thing the last is enough, for reactions that look at how the thing is now. */
export function lastOfEach(about: (data: Record<string, unknown>) => unknown): Among {
  return async (_q, facts) => [...new Map(facts.map((fact) => [`${fact.workspace_id} ${String(about(fact.data))}`, fact])).values()];
}

type Body<D> =
  | { run(ctx: Context, data: D, told: Told): Promise<void>; apply?: never }
  | { apply(tx: Tx, data: D, told: Told): Promise<void>; run?: never };

export function reaction<D>(
  definition: { name: string; on: Event<D> | readonly Event<D>[] | (() => readonly string[]); among?: Reaction['among']; retries?: number } & Body<D>,
): Reaction {
  const { on, ...rest } = definition;
  const made = { kind: 'reaction', retries: 8, ...rest } as unknown as Reaction;
  // Facts known only once all modules are loaded are asked for by name, each time.
  if (typeof on === 'function') return Object.defineProperty(made, 'on', { get: on, enumerable: true });
  return { ...made, on: (Array.isArray(on) ? on : [on as Event<D>]).map((e: Event<D>) => e.name) };
}

/** Work done every so often, once per workspace, whichever process gets to it. */
export interface Schedule {
  readonly kind: 'schedule';
  readonly name: string;
  readonly everySeconds: number;
  run(ctx: Context): Promise<void>;
  /** For work of the installation itself: once, not once per workspace. */
  readonly runForAll?: () => Promise<void>;
}

type Round = { run(ctx: Context): Promise<void>; runForAll?: never } | { runForAll(): Promise<void>; run?: never };

export function schedule(definition: { name: string; everySeconds: number } & Round): Schedule {
  return { kind: 'schedule', run: async () => {}, ...definition };
}
