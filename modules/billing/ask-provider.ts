import { paymentProviders, within, type PaymentProvider, type ProviderFact } from '#modules/payments/index.ts';
import { log } from '#platform/log.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { SECOND } from '#platform/time.ts';
import { sellerContext } from './seller.ts';

const TIMEOUT = 10 * SECOND;

/** Something that was written down with a key before the provider is asked for it. */
interface Written {
  id: string;
  key: string;
  provider: string;
  sellerId: string;
  /** 1 = the provider was never asked before. */
  asks: number;
}

type Act = (provider: PaymentProvider, seller: Context) => Promise<ProviderFact[]>;

/**
 * What the provider says of it: facts, or its no. Whoever finds what was tried before first asks what became of it. Undefined while
 * nobody knows; `act` may refuse by itself.
 */
export async function askProvider({ id, key, provider: name, sellerId, asks }: Written, act: Act): Promise<readonly ProviderFact[] | Refusal | undefined> {
  const provider = paymentProviders.get(name);
  const seller = sellerContext(sellerId);
  try {
    const known = asks > 1 ? await within(TIMEOUT, () => provider.lookup(seller, key)) : undefined;
    return known && known.length > 0 ? known : await within(TIMEOUT, () => act(provider, seller));
  } catch (error) {
    // The provider said no; anything else, and that it is not connected just now, means that nobody knows yet.
    if (error instanceof Refusal && error.code !== 'not_connected') return error;
    log.warn('A payment provider did not answer about a tier; it will be asked again.', { id, error: (error as Error).message });
    return undefined;
  }
}
