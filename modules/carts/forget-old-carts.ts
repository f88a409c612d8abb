import { schedule } from '#platform/events/reaction.ts';
import { DAY, later, now } from '#platform/time.ts';

/** A passing visitor's cart is kept this long after the last touch, a customer's as long as the customer. */
const KEPT = 90 * DAY;

/** Once a day: what nobody came back for makes room. Ordered carts go too; their orders stand by themselves. */
export const forgetOldCarts = schedule({
  name: 'carts.forget-old',
  everySeconds: 86_400,
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      await tx.sql`delete from carts where updated_at < ${later(now(), -KEPT)} and (customer_id is null or state <> 'open')`;
    }),
});
