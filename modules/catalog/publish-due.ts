import { schedule } from '#platform/events/reaction.ts';
import { now } from '#platform/time.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { lockProducts, productsChanged } from './products-changed.ts';
import { settleVisibility } from './update-product.ts';

const AT_ONCE = 200;

/** Shows the active products whose publishing time has come, and makes drafts of those whose time is over. */
export const publishDue = schedule({
  name: 'catalog.publish-due',
  everySeconds: 30,
  async run(ctx) {
    while ((await publishSome(ctx)) === AT_ONCE);
    while ((await unpublishSome(ctx)) === AT_ONCE);
  },
});

async function publishSome(ctx: Context): Promise<number> {
  const due = await ctx.read((r) => r.sql<{ id: string }>`
    select id from products where status = 'active' and live_since is null and publish_at <= ${now()}
      and (unpublish_at is null or unpublish_at > ${now()}) order by publish_at limit ${AT_ONCE}`);
  return settle(ctx, due, (tx, ids) => settleVisibility(tx, ids));
}

async function unpublishSome(ctx: Context): Promise<number> {
  const over = await ctx.read((r) => r.sql<{ id: string }>`
    select id from products where status = 'active' and unpublish_at <= ${now()} order by unpublish_at limit ${AT_ONCE}`);
  return settle(ctx, over, async (tx, ids) => {
    // Looked at again under the lock: somebody may have given it more time a moment ago.
    await tx.sql`
      update products set status = 'draft', publish_at = null, unpublish_at = null, live_since = null, version = version + 1, updated_at = ${tx.now}
      where id = any(${ids}::uuid[]) and status = 'active' and unpublish_at <= ${tx.now}`;
  });
}

async function settle(ctx: Context, rows: { id: string }[], change: (tx: Tx, ids: string[]) => Promise<void>): Promise<number> {
  const ids = rows.map((row) => row.id);
  if (ids.length > 0)
    await ctx.transaction(async (tx) => {
      await lockProducts(tx, ids);
      await change(tx, ids);
      await productsChanged(tx, ids);
    });
  return ids.length;
}
