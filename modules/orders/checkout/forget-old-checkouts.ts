import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

/** An unfinished checkout holds a name and an address, so it is not kept longer than it may be of use. */
const KEPT = 30 * DAY;

/** Once a day: checkouts that became no order are forgotten. Their stock was given back long before. */
export const forgetOldCheckouts = schedule({
  name: 'checkout.forget-old',
  everySeconds: 86_400,
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      await tx.sql`delete from checkouts where order_id is null and updated_at < ${later(now(), -KEPT)}`;
    }),
});
