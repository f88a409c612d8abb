import { contextForActor } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { actorId, type Actor } from '#platform/tenancy/actor.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { bulkEnded, bulkProgressed, bulkTurnDue } from './events.ts';

interface Run {
  id: string;
  operation: string;
  input: Record<string, unknown>;
  actor: Actor;
}

interface Outcome {
  recordId: string;
  state: 'done' | 'failed' | 'skipped';
  sentence: string | null;
}

// Short turns leave room for other work; the rows of a step are recorded together.
const TURN_MILLIS = 4_000;
const STEP = 40;
const LANES = 4;

/** Works on a run for a few seconds, then hands it on. Safe to call at any time: one worker has a run at once, and no row is done twice. */
export async function takeTurn(ctx: Context, runId: string): Promise<void> {
  const run = await claim(ctx, runId);
  if (!run) return;
  const caller = await contextForActor(ctx.workspaceId, run.actor);
  const until = performance.now() + TURN_MILLIS;
  let open = true;
  while (open && performance.now() < until) open = await takeStep(ctx, caller, run);
  if (open) await handOn(ctx, runId);
}

// The database's clock decides about leases: it is the one clock all workers share.
async function claim(ctx: Context, runId: string): Promise<Run | undefined> {
  const [run] = await ctx.transaction((tx) => tx.sql<Run>`
    update bulk_runs set state = 'running', lease_until = clock_timestamp() + interval '20 seconds'
    where id = ${runId} and ended_at is null and (lease_until is null or lease_until < clock_timestamp())
    returning id, operation, input, actor`);
  return run;
}

async function handOn(ctx: Context, runId: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    await tx.sql`update bulk_runs set lease_until = null where id = ${runId}`;
    tx.tell(bulkTurnDue, { runId, turn: newId() });
  });
}

async function takeStep(ctx: Context, caller: Context, run: Run): Promise<boolean> {
  const rows = await ctx.read((r) => r.sql<{ recordId: string }>`
    select record_id as "recordId" from bulk_rows where run_id = ${run.id} and state = 'waiting' order by record_id limit ${STEP}`);
  const waiting = rows.map((row) => row.recordId);
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await doOne(caller, run, next));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await faultPoint('bulk.before-record');
  return ctx.transaction((tx) => record(tx, run, outcomes));
}

/** The operation's whole ceremony for one row. A row done before a crash answers from its key and is not done again. */
async function doOne(caller: Context, run: Run, recordId: string): Promise<Outcome> {
  try {
    await registry.operation(run.operation).call(caller, { ...run.input, id: recordId }, { idempotencyKey: `bulk:${run.id}:${recordId}` });
    return { recordId, state: 'done', sentence: null };
  } catch (error) {
    return { recordId, ...reasonOf(error, run, recordId) };
  }
}

// Gone, or in that state already: nothing was to be done, so nothing failed.
function reasonOf(error: unknown, run: Run, recordId: string): Pick<Outcome, 'state' | 'sentence'> {
  if (error instanceof Refusal) return { state: error.code === 'not_found' || error.code.startsWith('already_') || error.code === 'order_cancelled' ? 'skipped' : 'failed', sentence: error.sentence };
  log.error('A row of a bulk change met a bug.', { run: run.id, operation: run.operation, record: recordId, error: error as Error });
  return { state: 'failed', sentence: 'Something went wrong with this one. Try it by itself.' };
}

interface Sums {
  state: string;
  says: string;
  total: number;
  done: number;
  failed: number;
  skipped: number;
}

/** Writes what became of the rows and says whether the run goes on. A row that was under way while the run was cancelled is still told as done. */
async function record(tx: Tx, run: Run, outcomes: Outcome[]): Promise<boolean> {
  await tx.sql`select 1 from bulk_runs where id = ${run.id} for update`;
  await tx.sql`
    update bulk_rows b set state = o.state, sentence = o.sentence
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o("recordId" uuid, state text, sentence text)
    where b.run_id = ${run.id} and b.record_id = o."recordId" and b.state <> 'done'`;
  const sums = await sumUp(tx, run.id);
  const progress = { runId: run.id, state: sums.state, total: sums.total, done: sums.done, failed: sums.failed, skipped: sums.skipped };
  if (sums.state !== 'done') tx.tell(bulkProgressed, progress);
  else tx.tell(bulkEnded, { ...progress, says: sums.says, actorId: actorId(run.actor) });
  return sums.state === 'running';
}

/** Counts the rows anew, so that the sums are right whatever happened before, and ends a run that has no row left. */
export async function sumUp(tx: Tx, runId: string): Promise<Sums> {
  const [sums] = await tx.sql<Sums>`
    with counted as (
      select count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'failed')::int as failed,
        count(*) filter (where state = 'skipped')::int as skipped, count(*) filter (where state = 'waiting')::int as waiting
      from bulk_rows where run_id = ${runId})
    update bulk_runs r set done = c.done, failed = c.failed, skipped = c.skipped, lease_until = clock_timestamp() + interval '20 seconds',
      state = case when r.state = 'running' and c.waiting = 0 then 'done' else r.state end,
      ended_at = coalesce(r.ended_at, case when c.waiting = 0 then ${tx.now}::timestamptz end)
    from counted c where r.id = ${runId}
    returning r.state, r.says, r.total, r.done, r.failed, r.skipped`;
  return sums!;
}
