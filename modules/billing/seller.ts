import { connectors } from '#modules/integrations/index.ts';
import { offeredProviders, paymentProviders, type Offered, type PaymentProvider } from '#modules/payments/index.ts';
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
  /** The card is given on its own page, where it keeps it, and not here. */
  cardOnPage: boolean;
}

/** The operator's own workspace as far as it is needed: its account at the provider, and nothing it may do. */
export function sellerContext(sellerId: string): Context {
  return openContext({ workspaceId: sellerId, actor: { kind: 'system', name: 'billing' }, capabilities: [] });
}

/** Ways to sell: outside sellers, and what can be charged by a clock, without anybody who looks whether the money came. */
export async function waysToSell(sellerId: string): Promise<{ id: string; says: string }[]> {
  return sellerContext(sellerId).read(async (r) => [...(await waysToCharge(r)), ...(await waysOutside(r))]);
}

async function waysOutside(r: Reader): Promise<{ id: string; says: string }[]> {
  const found: { id: string; says: string }[] = [];
  for (const [id, seller] of outsideSellers.all()) if (await seller.offered(r)) found.push({ id, says: seller.says });
  return found;
}

async function waysToCharge(r: Reader): Promise<{ id: string; says: string }[]> {
  return (await offeredProviders(r)).filter(chargesByClock).map(({ id, says }) => ({ id, says }));
}

// With a card that is typed in here, or with one it keeps on its own page while nothing is paid.
function chargesByClock({ id, chargesAgain, onItsPage, keepsAlone }: Offered): boolean {
  if (providerCalled(id)?.byHand) return false;
  return chargesAgain === 'own-token' ? !onItsPage : chargesAgain === 'by-paying' && onItsPage && keepsAlone;
}

/** Whether somebody could sell once they are connected. */
export function couldSell(id: string): boolean {
  const provider = providerCalled(id);
  return outsideSellers.all().has(id) || (provider?.offered !== undefined && provider.keepsAlone === true);
}

/** The company behind it, as people call it. */
export function nameOfSeller(id: string): string {
  return connectors.all().get(id)?.says ?? providerCalled(id)?.says ?? id;
}

function providerCalled(name: string): PaymentProvider | undefined {
  return paymentProviders.all().get(name);
}

/** Who sells here now; undefined while nobody does, or while the provider is not connected. */
export async function sellerNow({ settings }: Pick<PriceBook, 'settings'>): Promise<Seller | undefined> {
  if (!settings.sellerId) return undefined;
  const way = (await waysToSell(settings.sellerId)).find(({ id }) => id === settings.provider);
  const outside = way && outsideSellers.all().get(way.id);
  const cardOnPage = way !== undefined && !outside && providerCalled(way.id)?.onItsPage === true;
  return way && { id: settings.sellerId, providerName: way.id, says: cardOnPage ? nameOfSeller(way.id) : way.says, outside, cardOnPage };
}

export const NOT_FOR_SALE = 'Plans are not for sale here. Whoever runs this installation sets the tier of a workspace.';

/** Who sells, at which prices. */
export interface Shop {
  seller: Seller;
  book: PriceBook;
}

export async function requireSeller(): Promise<Shop> {
  const book = await priceBook();
  const seller = await sellerNow(book);
  if (!seller || book.prices.length === 0) throw new Refusal('not_for_sale', NOT_FOR_SALE);
  return { seller, book };
}

/** The same where a card is typed in here. */
export async function requireCardSeller(): Promise<Shop> {
  const found = await requireSeller();
  if (found.seller.outside || found.seller.cardOnPage) throw new Refusal('wrong_way', `Plans are bought on the page of ${found.seller.says} here.`);
  return found;
}

/** The same for another card: typed in here, or refused where the provider takes it on its page. */
export async function requireCardHere(): Promise<Shop> {
  const found = await requireSeller();
  if (found.seller.cardOnPage) throw new Refusal('wrong_way', `Cards are given on the page of ${found.seller.says} here.`);
  return found;
}

/** The same where the provider takes the card on its page and we charge it. */
export async function requireKeeper(): Promise<Shop> {
  const found = await requireSeller();
  if (!found.seller.cardOnPage) throw new Refusal('wrong_way', `Cards are not given on a page of ${found.seller.says} here.`);
  return found;
}

/** The same where it is bought on some page of the seller. */
export async function requirePage(): Promise<Shop> {
  const found = await requireSeller();
  if (!found.seller.outside && !found.seller.cardOnPage) throw new Refusal('wrong_way', 'Plans are bought on this page with a card here.');
  return found;
}

/** The same where it is bought from an outside seller. */
export async function requireOutside(): Promise<{ seller: Seller & { outside: OutsideSeller }; book: PriceBook }> {
  const { seller, book } = await requireSeller();
  if (!seller.outside) throw new Refusal('wrong_way', 'No other seller sells plans here.');
  return { seller: { ...seller, outside: seller.outside }, book };
}
