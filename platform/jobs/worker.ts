import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { log, withLogFields } from '../log.ts';
import type { ToldRow } from '../events/relay.ts';
import type { Reaction, Schedule, Told } from '../events/reaction.ts';
import { registry } from '../registry.ts';
import { Refusal } from '../refusal.ts';
import { openContext, type Context } from '../tenancy/context.ts';
import { platformRead } from '../tenancy/platform-door.ts';
import { PARKED, REACTIONS, SCHEDULES } from './boss.ts';
import { jobParked } from './parked-event.ts';

interface ReactionJob {
  reaction: string;
  told: ToldRow;
}

interface ScheduleJob {
  schedule: string;
}

const BATCH = 80;
// So many of a batch run at once. What only asks the database keeps it busy with few, and the connections left over serve the shop;
// what goes out to others mostly waits, and must not hold up the rest.
const AT_ONCE = { apply: 3, run: 20 };
const WAKE_MILLIS = 25;
const WAKE_MILLIS_AT_MOST = 250;
// A noisy workspace may have this many taken at once; a quiet one never waits behind its whole backlog. Taking jobs costs more the longer
// the backlog is, so few are taken only by who has few.
const PER_WORKSPACE = 40;

export interface Workers {
  /** There is work: look now instead of at the next poll. */
  wake(): void;
  stop(): void;
}

/** Starts this process's share of the work. */
export async function startWorkers(boss: PgBoss): Promise<Workers> {
  // Two: a workspace at its share is passed over only while its batch is under way, so somebody else has to look then.
  // They look at different moments: two looks at once do not see what the other takes.
  const workers = [await startReactionWorker(boss, 0), await startReactionWorker(boss, WAKE_MILLIS / 2)];
  // Two as well: while one carries out something long, the other keeps the rest on time.
  for (let n = 0; n < 2; n++) await startScheduleWorker(boss);
  const stopTimers = startTimers(boss);
  return { wake: () => workers.forEach((worker) => worker.wake()), stop: stopTimers };
}

async function startScheduleWorker(boss: PgBoss): Promise<void> {
  const options = { batchSize: 20, pollingIntervalSeconds: 5, includeMetadata: true, perJobResults: true } as const;
  await boss.work<ScheduleJob>(SCHEDULES, options, async (jobs) =>
    lanes(jobs, 3, async (job): Promise<Result> => {
      try {
        await runSchedule(job.data.schedule);
        return { id: job.id, status: 'completed' };
      } catch (error) {
        return { id: job.id, status: 'failed', output: { message: (error as Error).message } };
      }
    }),
  );
}

async function startReactionWorker(boss: PgBoss, offset: number): Promise<{ wake(): void }> {
  const options = { batchSize: BATCH, groupConcurrency: PER_WORKSPACE, pollingIntervalSeconds: 2 };
  let id = '';
  // Looking costs the database milliseconds, and more the longer the backlog: calls within a moment become one look, and who found
  // nothing for himself, because the other one has it all, looks less often.
  let timer: NodeJS.Timeout | undefined;
  let pause = WAKE_MILLIS;
  const wake = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      pause = Math.min(pause * 2, WAKE_MILLIS_AT_MOST);
      boss.notifyWorker(id);
    }, pause + offset).unref();
  };
  id = await boss.work<ReactionJob>(REACTIONS, { ...options, includeMetadata: true, perJobResults: true } as const, async (jobs) => {
    const results = await reactToAll(boss, jobs as RetriedJob[]);
    // A finished batch may have freed its workspace's share or the next fact of a record.
    pause = WAKE_MILLIS;
    clearTimeout(timer);
    timer = undefined;
    wake();
    return results;
  });
  return { wake };
}

type RetriedJob = JobWithMetadata<ReactionJob>;

type Result = { id: string; status: 'completed' | 'failed'; output?: object };

async function reactToAll(boss: PgBoss, jobs: readonly RetriedJob[]): Promise<Result[]> {
  const goesOut = ({ data }: RetriedJob) => registry.reactions().some((r) => r.name === data.reaction && r.run);
  const [out, inside] = [jobs.filter(goesOut), jobs.filter((job) => !goesOut(job))];
  const results = await Promise.all([lanes(out, AT_ONCE.run, (job) => react(boss, job)), lanes(inside, AT_ONCE.apply, (job) => react(boss, job))]);
  return results.flat();
}

/** Works through all of them, so many at a time. */
async function lanes<J>(jobs: readonly J[], atOnce: number, work: (job: J) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = jobs.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const job of waiting) results.push(await work(job));
    }),
  );
  return results;
}

async function react(boss: PgBoss, job: RetriedJob): Promise<Result> {
  const { reaction: name, told } = job.data;
  try {
    await withLogFields({ job: job.id, reaction: name, workspace: told.workspace_id }, () => runReaction(name, told));
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const message = (error as Error).message;
    log.warn('A reaction failed.', { reaction: name, event: told.event, attempt: job.retryCount + 1, error: message });
    if (job.retryCount < job.retryLimit) return { id: job.id, status: 'failed', output: { message } };
    return park(boss, job, message);
  }
}

// A reaction out of attempts steps aside for a person to look at, so that later facts about the record still get through.
async function park(boss: PgBoss, job: RetriedJob, message: string): Promise<Result> {
  await boss.send(PARKED, { ...job.data, message, failedAt: new Date().toISOString() }, { singletonKey: job.id, group: { id: job.data.told.workspace_id } });
  await tellParked(job, message);
  log.error('A reaction is parked after its last attempt.', { reaction: job.data.reaction, event: job.data.told.event, error: message });
  return { id: job.id, status: 'completed', output: { parked: true, message } };
}

// What follows from a parked job is not told again when it is parked itself, or one broken reaction would ring for ever.
async function tellParked(job: RetriedJob, message: string): Promise<void> {
  const { reaction, told } = job.data;
  if (told.event === jobParked.name) return;
  await systemContext(told.workspace_id, reaction).transaction(async (tx) => tx.tell(jobParked, { jobId: job.id, reaction, event: told.event, message: message.slice(0, 500), about: told.about }));
}

/** Runs one reaction for one told fact; safe to repeat. */
export async function runReaction(name: string, row: ToldRow): Promise<void> {
  const reaction = registry.reactions().find((r) => r.name === name);
  if (!reaction) throw new Error(`no reaction is named "${name}"`);
  const ctx = systemContext(row.workspace_id, name);
  const told: Told = { id: row.id, event: row.event, about: row.about, at: new Date(row.told_at).toISOString(), actor: row.actor };
  if (reaction.run) return reaction.run(ctx, row.data as never, told);
  await applyOnce(ctx, reaction, row, told);
}

async function applyOnce(ctx: Context, reaction: Reaction, row: ToldRow, told: Told): Promise<void> {
  await ctx.transaction(async (tx) => {
    const [first] = await tx.sql`
      insert into reaction_receipts (reaction, event_id) values (${reaction.name}, ${row.id})
      on conflict (workspace_id, reaction, event_id) do nothing returning id`;
    if (first) await reaction.apply!(tx, row.data as never, told);
    // The job counts as done only by a later commit, which does wait for the disk.
  }, { flush: false });
}

/** The context of work nobody in particular asked for. */
export function systemContext(workspaceId: string, name: string): Context {
  return openContext({ workspaceId, actor: { kind: 'system', name }, capabilities: 'all' });
}

// Each timer puts one job into a queue that holds at most one of its name, so many processes still run it once.
function startTimers(boss: PgBoss): () => void {
  const timers = registry.schedules().map((s) => {
    const slot = Math.max(1, s.everySeconds);
    return setInterval(() => void boss.send(SCHEDULES, { schedule: s.name }, { singletonKey: s.name, singletonSeconds: slot }).catch((error: Error) => log.warn('A timer could not put its job into the queue; the next one will.', { schedule: s.name, error: error.message })), slot * 1_000).unref();
  });
  return () => timers.forEach(clearInterval);
}

/** Runs a schedule for every workspace; one workspace's failure does not keep the others waiting. */
export async function runSchedule(name: string): Promise<void> {
  const found = registry.schedules().find((s) => s.name === name);
  if (!found) return;
  if (found.runForAll) return found.runForAll();
  const rows = await platformRead('schedules', (q) => q.sql<{ id: string }>`select id from workspaces where suspended_at is null or delete_after is not null order by id`);
  for (const { id } of rows) await runFor(found, id);
}

async function runFor(found: Schedule, workspaceId: string): Promise<void> {
  try {
    await found.run(systemContext(workspaceId, found.name));
  } catch (error) {
    const level = error instanceof Refusal ? 'warn' : 'error';
    log[level]('A schedule failed for a workspace.', { schedule: found.name, workspace: workspaceId, error: error as Error });
  }
}
