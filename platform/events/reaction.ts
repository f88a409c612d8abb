import type { Context, Tx } from '../tenancy/context.ts';
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
  /** For outside effects. Runs at least once: use `told.id` as the outside party's idempotency key. */
  readonly run?: (ctx: Context, data: never, told: Told) => Promise<void>;
  /** For effects in our own database. Runs in one transaction with its receipt: exactly once. */
  readonly apply?: (tx: Tx, data: never, told: Told) => Promise<void>;
  readonly retries: number;
}

type Body<D> =
  | { run(ctx: Context, data: D, told: Told): Promise<void>; apply?: never }
  | { apply(tx: Tx, data: D, told: Told): Promise<void>; run?: never };

export function reaction<D>(
  definition: { name: string; on: Event<D> | readonly Event<D>[]; retries?: number } & Body<D>,
): Reaction {
  const events = (Array.isArray(definition.on) ? definition.on : [definition.on]) as readonly Event<D>[];
  return { kind: 'reaction', retries: 8, ...definition, on: events.map((e) => e.name) } as unknown as Reaction;
}

/** Work done every so often, once per workspace, whichever process gets to it. */
export interface Schedule {
  readonly kind: 'schedule';
  readonly name: string;
  readonly everySeconds: number;
  run(ctx: Context): Promise<void>;
}

export function schedule(definition: { name: string; everySeconds: number; run(ctx: Context): Promise<void> }): Schedule {
  return { kind: 'schedule', ...definition };
}
