import { offeredProviders, paymentProviders, type PaymentProvider } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import { openContext, type Context, type Reader } from '#platform/tenancy/context.ts';
import { outsideSellers, type OutsideSeller } from './outside-seller.ts';
import { priceBook, type PriceBook } from './price-book.ts';

/** Who takes the money for tiers, ready to be asked. */
export interface Seller {
  id: string;
  providerName: string;
  says: string;
  /** Where it sells by subscriptions of its own instead of being charged by us. */
  outside: OutsideSeller | undefined;
}

/** The operator's own workspace as far as it is needed: its account at the provider, and nothing it may do. */
export function sellerContext(sellerId: string): Context {
  return openContext({ workspaceId: sellerId, actor: { kind: 'system', name: 'billing' }, capabilities: [] });
}

/** Ways to sell: outside sellers, and what can be charged by a clock, without anybody's page and without anybody who looks whether the money came. */
export async function waysToSell(sellerId: string): Promise<{ id: string; says: string }[]> {
  return sellerContext(sellerId).read(async (r) => [...(await waysToCharge(r)), ...(await waysOutside(r))]);
}

async function waysOutside(r: Reader): Promise<{ id: string; says: string }[]> {
  const found: { id: string; says: string }[] = [];
  for (const [id, seller] of outsideSellers.all()) if (await seller.offered(r)) found.push({ id, says: seller.says });
  return found;
}

async function waysToCharge(r: Reader): Promise<{ id: string; says: string }[]> {
  const offered = await offeredProviders(r);
  return offered.filter(({ id, chargesAgain, onItsPage }) => chargesAgain === 'own-token' && !onItsPage && !providerCalled(id)?.byHand).map(({ id, says }) => ({ id, says }));
}

function providerCalled(name: string): PaymentProvider | undefined {
  return paymentProviders.all().get(name);
}

/** Who sells here now; undefined while nobody does, or while the provider is not connected. */
export async function sellerNow({ settings }: Pick<PriceBook, 'settings'>): Promise<Seller | undefined> {
  if (!settings.sellerId) return undefined;
  const way = (await waysToSell(settings.sellerId)).find(({ id }) => id === settings.provider);
  return way && { id: settings.sellerId, providerName: way.id, says: way.says, outside: outsideSellers.all().get(way.id) };
}

export const NOT_FOR_SALE = 'Plans are not for sale here. Whoever runs this installation sets the tier of a workspace.';

export async function requireSeller(): Promise<{ seller: Seller; book: PriceBook }> {
  const book = await priceBook();
  const seller = await sellerNow(book);
  if (!seller || book.prices.length === 0) throw new Refusal('not_for_sale', NOT_FOR_SALE);
  return { seller, book };
}

/** The same where a card is charged by us. */
export async function requireCardSeller(): Promise<{ seller: Seller; book: PriceBook }> {
  const found = await requireSeller();
  if (found.seller.outside) throw new Refusal('wrong_way', `Plans are bought on the page of ${found.seller.says} here.`);
  return found;
}

/** The same where it is bought on the seller's page. */
export async function requireOutside(): Promise<{ seller: Seller & { outside: OutsideSeller }; book: PriceBook }> {
  const { seller, book } = await requireSeller();
  if (!seller.outside) throw new Refusal('wrong_way', 'Plans are bought on this page with a card here.');
  return { seller: { ...seller, outside: seller.outside }, book };
}
