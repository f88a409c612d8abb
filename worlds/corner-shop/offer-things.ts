import { createDiscount } from '#modules/discounts/index.ts';
import { issueCard } from '#modules/gift-cards/index.ts';
import { createOffer } from '#modules/offers/index.ts';
import { DAY, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { ShopPlan } from '../shop-plan.ts';

/** What a small shop gives away: a code, free delivery from an amount, a week that ends, a suggestion, a gift card. */
export async function offerThings(ctx: Context, { currency, name }: ShopPlan): Promise<void> {
  const [first, second] = await ctx.read((r) => r.sql<{ id: string }>`select id from products where status = 'active' order by title, id limit 2`);
  const gems = name.includes('Gem') || currency === 'AUD';
  const terms = { things: { productIds: [], collectionIds: [] }, buy: { productIds: [], collectionIds: [] } };
  await createDiscount.call(ctx, { title: 'Welcome', code: 'WELCOME10', kind: 'percentage', maxPerCustomer: 1, terms: { ...terms, percent: 1_000, firstOrder: true, combines: ['shipping'] } as never });
  await createDiscount.call(ctx, { title: 'Free delivery', kind: 'free_shipping', terms: { ...terms, minimumSubtotal: { [currency]: gems ? 50_000 : 8_000 }, combines: ['product', 'order'] } as never });
  if (first) await createDiscount.call(ctx, { title: 'This week', kind: 'percentage', endsAt: later(now(), 6 * DAY).toISOString(), terms: { ...terms, percent: 1_500, things: { productIds: [first.id], collectionIds: [] }, combines: ['order', 'shipping'] } as never });
  if (first && second) await createOffer.call(ctx, { title: 'Goes well with it', productId: second.id, trigger: { productIds: [first.id], collectionIds: [] }, percent: 1_000, places: ['cart', 'order'] });
  await issueCard.call(ctx, { amount: gems ? 25_000 : 5_000, currency, note: 'Raffle at the Saturday market' });
}
