import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

const KEPT = 30 * DAY;

/** Once an hour: messages older than a month go, with their deliveries and tries. */
export const tidyWebhooks = schedule({
  name: 'webhooks.tidy-up',
  everySeconds: 3_600,
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      await tx.sql`delete from webhook_messages m where at < ${later(now(), -KEPT)} and not exists (select 1 from webhook_deliveries d where d.message_id = m.id and d.state = 'waiting')`;
    }),
});
