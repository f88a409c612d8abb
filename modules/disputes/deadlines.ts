import { schedule } from '#platform/events/reaction.ts';
import { DAY, HOUR, now } from '#platform/time.ts';
import { disputeDue } from './events.ts';

/** Days before the deadline at which people are told again. */
const WARNINGS = [3, 1] as const;

interface Due {
  id: string;
  orderId: string;
  number: number;
  respondBy: Date;
  warnedDays: number | null;
}

/** Tells of disputes that have to be answered soon, at three days and at one; each once. */
export const warnOfDeadlines = schedule({
  name: 'disputes.deadlines',
  everySeconds: HOUR / 1_000 / 4,
  async run(ctx) {
    await ctx.transaction(async (tx) => {
      const due = await tx.sql<Due>`
        select id, order_id as "orderId", order_number as number, respond_by as "respondBy", warned_days as "warnedDays" from disputes
        where closed_at is null and state in ('inquiry', 'needs_response') and respond_by > ${now()} and respond_by <= ${new Date(now().getTime() + WARNINGS[0] * DAY)}
        order by respond_by limit 200 for update skip locked`;
      for (const { id, orderId, number, respondBy, warnedDays } of due) {
        const days = WARNINGS.findLast((each) => respondBy.getTime() - now().getTime() <= each * DAY)!;
        if (warnedDays !== null && warnedDays <= days) continue;
        await tx.sql`update disputes set warned_days = ${days} where id = ${id}`;
        tx.tell(disputeDue, { disputeId: id, orderId, number, days, respondBy: respondBy.toISOString() });
      }
    });
  },
});
