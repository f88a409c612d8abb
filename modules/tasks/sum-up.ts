import { workspaceSettings } from '#modules/accounts/index.ts';
import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';
import { taskSummaryDue } from './events.ts';

/** The hours of the workspace's day in which it is told: who is given a first task later hears of that one alone. */
const MORNING = { from: 8, to: 12 };
const KEPT = 7 * DAY;

interface Sum {
  userId: string;
  open: number;
  overdue: number;
  today: number;
}

/** Once a day, in the morning where the workspace is: everybody who has open tasks is told how many. */
export const sumUpTasks = schedule({
  name: 'tasks.sum-up',
  everySeconds: 900,
  async run(ctx) {
    const { timeZone } = await ctx.read(workspaceSettings);
    const { day, hour } = localDay(now(), timeZone);
    if (hour < MORNING.from || hour >= MORNING.to) return;
    await ctx.transaction(async (tx) => {
      // Whoever was told today has a row; a second look, or another process, tells nobody twice.
      const sums = await tx.sql<Sum>`
        with open as (
          select assignee_id, count(*)::int as open, count(*) filter (where due_at <= ${tx.now})::int as overdue,
            count(*) filter (where due_at > ${tx.now} and (due_at at time zone ${timeZone}::text)::date = ${day}::date)::int as today
          from tasks t where state = 'open' and exists (select 1 from members m where m.user_id = t.assignee_id and m.suspended_at is null) group by assignee_id
        ), told as (
          insert into task_summaries (user_id, day) select assignee_id, ${day}::date from open on conflict (workspace_id, user_id, day) do nothing returning user_id
        )
        select o.assignee_id as "userId", o.open, o.overdue, o.today from open o join told on told.user_id = o.assignee_id`;
      for (const sum of sums) tx.tell(taskSummaryDue, { ...sum, day });
      if (sums.length > 0) await tx.sql`delete from task_summaries where day < ${later(tx.now, -KEPT)}::date`;
    });
  },
});

function localDay(at: Date, timeZone: string): { day: string; hour: number } {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  return { day: `${of('year')}-${of('month')}-${of('day')}`, hour: Number(of('hour')) };
}
