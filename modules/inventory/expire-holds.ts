import { schedule } from '#platform/events/reaction.ts';
import { holdExpired } from './events.ts';
import { releaseExpired } from './release-hold.ts';

const AT_ONCE = 100;

/** Holds nobody paid for in time go back on the shelf. */
export const expireHolds = schedule({
  name: 'inventory.release-expired',
  everySeconds: 60,
  async run(ctx) {
    let released = AT_ONCE;
    while (released === AT_ONCE)
      released = await ctx.transaction(async (tx) => {
        const holds = await releaseExpired(tx, AT_ONCE);
        for (const what of holds) tx.tell(holdExpired, { for: what });
        return holds.length;
      });
  },
});
