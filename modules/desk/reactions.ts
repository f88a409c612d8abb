import { newId } from '#platform/ids.ts';
import { reaction, schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';
import { bulkTurnDue } from './events.ts';
import { takeTurn } from './take-turn.ts';

export const goOn = reaction({
  name: 'desk.take-turn',
  on: bulkTurnDue,
  run: (ctx, { runId }) => takeTurn(ctx, runId),
});

const KEPT_DAYS = 90;

/** A run whose worker died is taken up again within half a minute; ended ones make room after a quarter of a year. */
export const wakeRuns = schedule({
  name: 'desk.wake-runs',
  everySeconds: 10,
  async run(ctx) {
    const left = await ctx.read((r) => r.sql<{ id: string }>`select id from bulk_runs where ended_at is null and coalesce(lease_until, created_at + interval '20 seconds') < clock_timestamp() limit 50`);
    if (left.length > 0) await ctx.transaction(async (tx) => left.forEach(({ id }) => tx.tell(bulkTurnDue, { runId: id, turn: newId() })));
    await ctx.transaction((tx) => tx.sql`delete from bulk_runs where ended_at < ${later(now(), -KEPT_DAYS * DAY)}`);
  },
});
