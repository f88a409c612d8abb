import type { Event } from '#platform/events/event.ts';
import { reaction, schedule, type Reaction, type Told } from '#platform/events/reaction.ts';
import type { Context, Reader, Tx } from '#platform/tenancy/context.ts';
import { HOUR, later, now } from '#platform/time.ts';
import { addRaisedKind, settingsOf, type KindSettings, type RaisedKind } from './kinds.ts';
import { raiseTask, settleTask } from './raise-task.ts';
import type { NewTask } from './record-task.ts';

/** What is to be done while a cause lasts. */
interface CausedTask extends Pick<NewTask, 'title' | 'note' | 'storefrontId' | 'about'> {
  /** Left out: as is usual for the kind. */
  dueAt?: Date | undefined;
  /** Since when the cause lasts, for kinds that wait for a while. */
  since?: Date | undefined;
}

interface TaskCause<D> extends Omit<RaisedKind, 'usual'> {
  /** Of the reaction. */
  name: string;
  usual: Partial<KindSettings> & Pick<KindSettings, 'priority' | 'dueHours'>;
  /** Facts after which a cause may have come or gone. */
  on: Event<D> | readonly Event<D>[];
  /** Of these facts, those that can matter. */
  when?(data: D, event: string): boolean;
  /** The ids of what they are about: there is one task for each while its cause lasts. */
  of(data: D, r: Reader): readonly string[] | Promise<readonly string[]>;
  /** How it stands now: what is to be done; undefined = nothing, or nothing any more. */
  look(tx: Tx, id: string): Promise<CausedTask | undefined>;
  /** Is there something to do again where people have ended the task meanwhile? */
  again?(data: D, told: Told): boolean;
  /** For kinds that wait: what has lasted since before this instant. */
  waiting?(r: Reader, before: Date): Promise<readonly string[]>;
}

type Look = Pick<TaskCause<never>, 'kind' | 'look'>;
type Waiting = Look & Required<Pick<TaskCause<never>, 'waiting'>>;

const waitingCauses: Waiting[] = [];

/**
 * A kind of task that comes by itself: it is there as long as its cause lasts, and done by itself when the cause is gone. Facts may be
 * heard twice and in any order. The workspace says whether such tasks come, to whom, how urgent they are and when they are due.
 */
export function taskCause<D>({ name, on, when, of, again, usual, ...kind }: TaskCause<D>): Reaction {
  const { look, waiting, ...facts } = kind;
  addRaisedKind({ ...facts, usual: { active: true, waitHours: null, ...usual } });
  if (waiting) waitingCauses.push({ kind: kind.kind, look, waiting });
  return reaction<D>({
    name,
    on,
    ...(when && { among: async (_q, told) => told.filter((fact) => when(fact.data as D, fact.event)) }),
    async apply(tx, data, told) {
      const ids = [...new Set(await of(data, tx))].toSorted();
      await standInLine(tx, kind, ids);
      for (const id of ids) await keepTask(tx, kind, id, { again: again?.(data, told) ?? false });
    },
  });
}

// Whoever hears of a cause waits for the others who do, before looking: who comes last knows of everything that was told.
async function standInLine(tx: Tx, { kind }: Look, ids: readonly string[]): Promise<void> {
  for (const id of ids) await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`task:${tx.workspaceId}:${kind}:${id}`}, 0))`;
}

async function keepTask(tx: Tx, { kind, look }: Look, id: string, { again }: { again: boolean }): Promise<void> {
  const key = `${kind}:${id}`;
  const caused = await look(tx, id);
  if (!caused) return settleTask(tx, key);
  const { since, ...wish } = caused;
  const { active, priority, waitHours } = await settingsOf(tx, kind);
  if (since && later(since, (waitHours ?? 0) * HOUR) > tx.now) return;
  await raiseTask(tx, { ...wish, kind, key, priority, again, isWanted: active });
}

/** Every five minutes: what has been waiting for too long becomes a task. */
export const raiseWaiting = schedule({
  name: 'tasks.raise-waiting',
  everySeconds: 300,
  async run(ctx) {
    for (const cause of waitingCauses) {
      for (const id of await withoutTask(ctx, cause)) await ctx.transaction((tx) => raiseOne(tx, cause, id));
    }
  },
});

async function raiseOne(tx: Tx, cause: Waiting, id: string): Promise<void> {
  await standInLine(tx, cause, [id]);
  await keepTask(tx, cause, id, { again: false });
}

function withoutTask(ctx: Context, { kind, waiting }: Waiting): Promise<string[]> {
  return ctx.read(async (r) => {
    const { active, waitHours } = await settingsOf(r, kind);
    const ids = active ? await waiting(r, later(now(), -(waitHours ?? 0) * HOUR)) : [];
    if (ids.length === 0) return [];
    const known = await r.sql<{ key: string }>`select source_key as key from tasks where source_key = any(${ids.map((id) => `${kind}:${id}`)}::text[])`;
    return ids.filter((id) => !known.some(({ key }) => key === `${kind}:${id}`));
  });
}
