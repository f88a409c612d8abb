import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { schedule } from '#platform/events/reaction.ts';
import { countSales } from './count-sales.ts';
import { findSimilar } from './find-similar.ts';
import { learnFromOrders } from './learn-from-orders.ts';

export const recommendationsChanged = event({
  name: 'recommendations.changed',
  says: 'Sales were counted and recommendations made anew',
  data: z.object({ at: z.string() }),
  about: 'at',
});

const MOST_ROUNDS = 20;

/** Once an hour: what sold, what is bought together, what is alike. */
export const recompute = schedule({
  name: 'recommendations.recompute',
  everySeconds: 3_600,
  async run(ctx) {
    const [sold] = await ctx.read((r) => r.sql<{ any: boolean }>`select exists (select 1 from order_lines) as any`);
    if (sold!.any) await ctx.transaction((tx) => countSales(tx).then(() => learnFromOrders(tx)));
    for (let round = 0; round < MOST_ROUNDS; round++) if ((await ctx.transaction((tx) => findSimilar(tx))) === 0) break;
    await ctx.transaction(async (tx) => tx.tell(recommendationsChanged, { at: tx.now.toISOString() }));
  },
});
