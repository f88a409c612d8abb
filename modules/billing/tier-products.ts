import * as z from 'zod';
import { whyNot } from '#modules/integrations/index.ts';
import { allTiers } from '#modules/tiers/index.ts';
import type { Queries } from '#platform/db/query.ts';
import { superOperation, superView } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { OutsideProduct, OutsideSeller } from './outside-seller.ts';
import { priceBook, priceBookChanged, productsAt, type TierProduct } from './price-book.ts';
import { sellerContext, sellerNow, type Seller } from './seller.ts';

type Outside = Seller & { outside: OutsideSeller };

async function outsideNow(): Promise<Outside | undefined> {
  const seller = await sellerNow(await priceBook());
  return seller?.outside && { ...seller, outside: seller.outside };
}

/** What the outside seller has on its shelf, and which tiers its products stand for. Null while no outside seller sells. */
export const superOutside = superView({
  name: 'super.outside-seller',
  says: 'Products of the seller of tiers',
  input: z.object({}),
  async read() {
    const seller = await outsideNow();
    if (!seller) return null;
    const chosen = productsAt(await priceBook(), { sellerId: seller.id, provider: seller.providerName });
    // That it is away for a while is said; what was chosen before stays.
    const [products, sentence] = await seller.outside.products(sellerContext(seller.id)).then((found) => [found, ''] as const, (error: unknown) => [[], whyNot(error)] as const);
    return { says: seller.says, chosen, products, sentence };
  },
});

interface Found {
  seller: Outside;
  product: OutsideProduct;
}

/** Says which tier a product of the outside seller stands for; '' = it is no longer sold, and who has bought it keeps the tier. */
export const setTierProduct = superOperation({
  name: 'super.set-tier-product',
  says: 'Say which tier a product stands for',
  input: z.object({ product: z.string().min(1).max(100), tier: z.string().max(40) }),
  output: z.object({ product: z.string(), tier: z.string() }),
  async before({ product: id, tier }): Promise<Found> {
    const seller = await outsideNow();
    if (!seller) throw new Refusal('wrong_way', 'Tiers are not sold by an outside seller. Say first who sells.');
    const product = tier === '' ? await known(seller, id) : await onTheShelf(seller, id);
    if (!product) throw new Refusal('invalid', `${seller.says} has no such product that is paid by the month or by the year at a fixed price.`, { fields: { product: 'is not for sale there like this' } });
    return { seller, product };
  },
  async run(q, { product: id, tier: name }, _who, { seller, product }) {
    const at = { sellerId: seller.id, provider: seller.providerName };
    const [before] = await q.sql<TierProduct>`select tier, for_sale as "forSale" from tier_products where seller_id = ${at.sellerId} and provider = ${at.provider} and product_id = ${id}`;
    if (name === '') await q.sql`update tier_products set for_sale = false where seller_id = ${at.sellerId} and provider = ${at.provider} and product_id = ${id}`;
    else await stands(q, at, product, { name, before: before?.tier });
    return { answer: { product: id, tier: name }, note: { workspaceId: seller.id, about: `${product.name} at ${seller.says}`, before: before ?? null, after: { tier: name, price: product.price, currency: product.currency, interval: product.interval } } };
  },
  afterCommit: async () => priceBookChanged(),
});

async function onTheShelf({ id: sellerId, outside, says }: Outside, id: string): Promise<OutsideProduct | undefined> {
  const ctx = sellerContext(sellerId);
  try {
    await outside.prepare(ctx);
    return (await outside.products(ctx)).find((each) => each.id === id);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('not_reached', `${says} cannot be asked just now: ${whyNot(error)}`);
  }
}

// One that is gone from the shelf can still be taken off here.
async function known(seller: Outside, id: string): Promise<OutsideProduct | undefined> {
  const row = productsAt(await priceBook(), { sellerId: seller.id, provider: seller.providerName }).find(({ productId }) => productId === id);
  return row && { ...row, id };
}

async function stands(q: Queries, { sellerId, provider }: { sellerId: string; provider: string }, product: OutsideProduct, { name, before }: { name: string; before: string | undefined }): Promise<void> {
  const tier = (await allTiers()).find((each) => each.name === name && name !== 'free' && name !== 'unlimited');
  if (!tier) throw notFound('The tier');
  // Somebody who pays for one tier does not wake up with another.
  if (before !== undefined && before !== name) throw new Refusal('conflict', 'This product stands for another tier already, and somebody may pay for it. Make a product of its own for this tier.', { fields: { product: 'stands for another tier' } });
  const { id, interval, price, currency } = product;
  await q.sql`update tier_products set for_sale = false where seller_id = ${sellerId} and provider = ${provider} and tier = ${name} and interval = ${interval} and currency = ${currency}`;
  await q.sql`
    insert into tier_products (seller_id, provider, product_id, name, tier, interval, price, currency) values (${sellerId}, ${provider}, ${id}, ${product.name}, ${name}, ${interval}, ${price}, ${currency})
    on conflict (seller_id, provider, product_id) do update set name = excluded.name, price = excluded.price, for_sale = true`;
}
