import { schedule } from '#platform/events/reaction.ts';
import { now } from '#platform/time.ts';
import { lockProducts, productsChanged } from './products-changed.ts';
import { settleVisibility } from './update-product.ts';

const AT_ONCE = 200;

/** Shows the active products whose publishing time has come. */
export const publishDue = schedule({
  name: 'catalog.publish-due',
  everySeconds: 30,
  async run(ctx) {
    for (;;) {
      const due = await ctx.read((r) => r.sql<{ id: string }>`
        select id from products where status = 'active' and live_since is null and publish_at <= ${now()} order by publish_at limit ${AT_ONCE}`);
      if (due.length === 0) return;
      const ids = due.map((d) => d.id);
      await ctx.transaction(async (tx) => {
        await lockProducts(tx, ids);
        await settleVisibility(tx, ids);
        await productsChanged(tx, ids);
      });
      if (due.length < AT_ONCE) return;
    }
  },
});
