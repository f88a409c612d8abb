import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

const KEYS_KEPT_DAYS = 2;
const FACTS_KEPT_DAYS = 90;

/** Once an hour: first answers older than two days and relayed facts older than a quarter of a year make room. */
export const tidyUp = schedule({
  name: 'jobs.tidy-up',
  everySeconds: 3_600,
  async run(ctx) {
    await ctx.transaction(async (tx) => {
      await tx.sql`delete from idempotency_keys where created_at < ${later(now(), -KEYS_KEPT_DAYS * DAY)}`;
      const old = later(now(), -FACTS_KEPT_DAYS * DAY);
      await tx.sql`delete from outbox where relayed is not null and told_at < ${old}`;
      await tx.sql`delete from reaction_receipts where done_at < ${old}`;
    });
  },
});
