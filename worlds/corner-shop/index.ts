import { refreshListings } from '#modules/discovery/index.ts';
import { defaultLocation } from '#modules/inventory/index.ts';
import { newId } from '#platform/ids.ts';
import { DAY } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { openDemoShop, makeDemoPerson } from '../demo-person.ts';
import { drawPictures } from '../draw.ts';
import { peopleOf } from '../people.ts';
import { planOrders, type PlannedOrder, type Sellable, type WorldCustomer } from '../plan-orders.ts';
import { planStock } from '../plan-stock.ts';
import { randomOf, type Random } from '../random.ts';
import type { ShopPlan } from '../shop-plan.ts';
import { writeCatalogue } from '../write-catalogue.ts';
import { writeConversations } from '../write-conversations.ts';
import { writeCustomers } from '../write-customers.ts';
import { writeMailAddresses } from '../write-mail-addresses.ts';
import { writeOrders } from '../write-orders.ts';
import { writePayments } from '../write-payments.ts';
import { writeVoice } from '../write-voice.ts';
import { writeRows } from '../write.ts';
import { moneyThings } from './money-things.ts';
import { offerThings } from './offer-things.ts';
import { coffeeShop } from './coffee-shop.ts';
import { drawGemMedia, writeGemMedia } from './gem-media.ts';
import { gemShop } from './gem-shop.ts';
import { dressShop } from './shop-face.ts';
import { COFFEE_TALKS, GEM_TALKS } from './talks.ts';
import { COFFEE_VOICES, GEM_VOICES } from './voices.ts';
import { workThings } from './work-things.ts';

/** Two shops of one person with a year behind them: a gem shop, and a coffee brand. */
export async function seedCornerShop(say: (line: string) => void): Promise<void> {
  const random = randomOf('corner-shop');
  const plans = [gemShop(random.part('gems')), coffeeShop(random.part('coffee'))];
  say(`  drawing ${plans.reduce((sum, plan) => sum + plan.things.length, 0)} pictures …`);
  const drawn = plans.map((plan) => drawPictures(plan.things.map((thing) => thing.picture)));
  const gemMedia = drawGemMedia();
  const person = await makeDemoPerson();
  for (const [i, plan] of plans.entries()) {
    const { ctx, storefrontId } = await openDemoShop(person, plan);
    const pictures = await drawn[i]!;
    const media = i === 0 ? await gemMedia : null;
    await ctx.transaction((tx) => fillShop(tx, random.part(plan.name), { plan, pictures, storefrontId, media }));
    await ctx.transaction((tx) => dressShop(tx, { name: plan.name, storefrontId }));
    await offerThings(ctx, plan);
    await moneyThings(ctx, plan);
    await workThings(ctx, person.userId);
    say(`  ${plan.name}: ${plan.things.length} products, ${plan.customers} customers, ${plan.orders} orders`);
  }
}

interface Shop {
  plan: ShopPlan;
  pictures: readonly Buffer[];
  storefrontId: string;
  media: Awaited<ReturnType<typeof drawGemMedia>> | null;
}

async function fillShop(tx: Tx, random: Random, { plan, pictures, storefrontId, media }: Shop): Promise<void> {
  const goods = await writeCatalogue(tx, plan, pictures);
  if (media) await writeGemMedia(tx, media);
  const customers: WorldCustomer[] = peopleOf(random.part('people'), plan.people, plan.customers).map((person) => ({ ...person, id: newId() }));
  const orders = planOrders(random.part('orders'), plan, { goods, customers, end: tx.now });
  await writeCustomers(tx, random.part('customers'), { plan, customers, orders });
  await writeOrders(tx, plan, { orders, storefrontId });
  await writePayments(tx, plan, orders);
  await fillStock(tx, random.part('stock'), { plan, orders, goods });
  const photos = new Map(goods.map((good) => [good.productId, pictures[plan.things.findIndex((thing) => thing.title === good.title)]!]));
  const [voices, talks] = plan.name === 'Southerly Coffee' ? [COFFEE_VOICES, COFFEE_TALKS] : [GEM_VOICES, GEM_TALKS];
  await writeVoice(tx, random.part('voice'), { voices, orders, customers, storefrontId, currency: plan.currency, photos });
  await writeConversations(tx, random.part('conversations'), { talks, orders, customers, storefrontId, team: plan.team });
  await refreshListings(tx, [...new Set(goods.map((good) => good.productId))]);
  await countSold(tx, orders);
  await writeMailAddresses(tx, random.part('mail addresses'), customers);
}

async function fillStock(tx: Tx, random: Random, { plan, orders, goods }: { plan: ShopPlan; orders: PlannedOrder[]; goods: Sellable[] }): Promise<void> {
  const begin = new Date(tx.now.getTime() - 366 * DAY);
  const stock = planStock(random, plan, { orders, goods, locationId: await defaultLocation(tx), begin, end: tx.now });
  await writeRows(tx, 'stock_levels', stock.levels);
  await writeRows(tx, 'stock_movements', stock.movements);
  await writeRows(tx, 'reservations', stock.reservations);
}

// What sold in the last quarter decides the order of the bestsellers.
async function countSold(tx: Tx, orders: readonly PlannedOrder[]): Promise<void> {
  const lately = orders.filter((order) => !order.cancelledAt && tx.now.getTime() - order.placedAt.getTime() < 90 * DAY).flatMap((order) => order.lines);
  const sold = Map.groupBy(lately, (line) => line.of.productId);
  const counts = [...sold.values()].map((lines) => lines.reduce((sum, line) => sum + line.quantity, 0));
  await tx.sql`update listings l set sold = s.sold from unnest(${[...sold.keys()]}::uuid[], ${counts}::int[]) as s(product_id, sold) where l.product_id = s.product_id`;
}
