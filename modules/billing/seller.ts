import { offeredProviders, paymentProviders, type PaymentProvider } from '#modules/payments/index.ts';
import { Refusal } from '#platform/refusal.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { priceBook, type PriceBook } from './price-book.ts';

/** Who takes the money for tiers, ready to be asked. */
export interface Seller {
  id: string;
  providerName: string;
  says: string;
}

/** The operator's own workspace as far as it is needed: its account at the provider, and nothing it may do. */
export function sellerContext(sellerId: string): Context {
  return openContext({ workspaceId: sellerId, actor: { kind: 'system', name: 'billing' }, capabilities: [] });
}

/** Ways to pay that can be charged by a clock: without anybody's page, and without anybody who looks whether the money came. */
export async function waysToCharge(sellerId: string): Promise<{ id: string; says: string }[]> {
  const offered = await sellerContext(sellerId).read(offeredProviders);
  return offered.filter(({ id, chargesAgain, onItsPage }) => chargesAgain === 'own-token' && !onItsPage && !providerCalled(id)?.byHand).map(({ id, says }) => ({ id, says }));
}

function providerCalled(name: string): PaymentProvider | undefined {
  return paymentProviders.all().get(name);
}

/** Who sells here now; undefined while nobody does, or while the provider is not connected. */
export async function sellerNow({ settings }: PriceBook): Promise<Seller | undefined> {
  if (!settings.sellerId) return undefined;
  const way = (await waysToCharge(settings.sellerId)).find(({ id }) => id === settings.provider);
  return way && { id: settings.sellerId, providerName: way.id, says: way.says };
}

export const NOT_FOR_SALE = 'Plans are not for sale here. Whoever runs this installation sets the tier of a workspace.';

export async function requireSeller(): Promise<{ seller: Seller; book: PriceBook }> {
  const book = await priceBook();
  const seller = await sellerNow(book);
  if (!seller || book.prices.length === 0) throw new Refusal('not_for_sale', NOT_FOR_SALE);
  return { seller, book };
}
