import { productUpdated } from '#modules/catalog/index.ts';
import { availability, stockBack } from '#modules/inventory/index.ts';
import { reaction, schedule } from '#platform/events/reaction.ts';
import { money } from '#platform/money.ts';
import { HOUR, later, now } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { alertRang } from './events.ts';
import { judgePrice } from './price-drop.ts';
import { lowestPrice } from './prices.ts';

/** Whoever was told first has this long before the next in line are told. */
const HEAD_START = 4 * HOUR;
const MOST_AT_ONCE = 500;

/** As many people as there are pieces, in the order they signed up. Nobody is told twice of one sign-up. */
async function ringLine(tx: Tx, variantId: string): Promise<number> {
  const left = (await availability(tx, [variantId])).get(variantId)?.available ?? 0;
  if (left <= 0) return 0;
  const rung = await tx.sql<{ id: string }>`
    with line as materialized (
      select a.id from alerts a join products p on p.id = a.product_id and p.live_since is not null
      where a.kind = 'restock' and a.state = 'waiting' and a.variant_id = ${variantId} order by a.created_at, a.id limit ${Math.min(left, MOST_AT_ONCE)} for update of a)
    update alerts set state = 'told', told_at = ${tx.now} from line where alerts.id = line.id returning alerts.id`;
  for (const { id } of rung) tx.tell(alertRang, { alertId: id, kind: 'restock' });
  return rung.length;
}

export const ringAtRestock = reaction({
  name: 'alerts.restock',
  on: stockBack,
  apply: async (tx, { variantId }) => void (await ringLine(tx, variantId)),
});

/** While something is left, the next in line are told after a head start. */
export const ringNextInLine = schedule({
  name: 'alerts.next-in-line',
  everySeconds: 900,
  async run(ctx) {
    const rows = await ctx.read((r) => r.sql<{ id: string }>`
      select a.variant_id as id from alerts a where a.kind = 'restock' and a.state <> 'ended' and a.variant_id is not null
      group by a.variant_id having bool_or(a.state = 'waiting') and coalesce(max(a.told_at) < ${later(now(), -HEAD_START)}, false)`);
    for (const { id } of rows) await ctx.transaction((tx) => ringLine(tx, id));
  },
});

interface PriceWatch {
  id: string;
  currency: string;
  first: number;
  told: number | null;
}

/** Every change of a product's prices is told as product.updated; true drops ring. */
export const ringAtPriceDrop = reaction({
  name: 'alerts.price-drop',
  on: productUpdated,
  async apply(tx, { productId }) {
    const watches = await tx.sql<PriceWatch>`
      select id, currency, price_then as first, price_told as told from alerts where kind = 'price' and state = 'waiting' and product_id = ${productId} order by id for update`;
    for (const currency of new Set(watches.map((each) => each.currency))) {
      const price = await lowestPrice(tx, productId, currency);
      for (const watch of watches.filter((each) => each.currency === currency)) await judge(tx, watch, price);
    }
  },
});

async function judge(tx: Tx, watch: PriceWatch, price: number | null): Promise<void> {
  const { rings, told } = judgePrice(watch, price);
  if (told !== watch.told) await tx.sql`update alerts set price_told = ${told} where id = ${watch.id}`;
  if (!rings || price === null) return;
  await tx.sql`update alerts set told_at = ${tx.now} where id = ${watch.id}`;
  tx.tell(alertRang, { alertId: watch.id, kind: 'price', price: money(price, watch.currency), before: money(watch.first, watch.currency) });
}
