import { module } from '#platform/module.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { paymentProviders } from '#modules/payments/index.ts';
import { testProvider } from './provider.ts';
import * as tables from './tables.ts';
import { deliverDueWebhooks } from './webhooks.ts';

/**
 * A payment provider for trying things out: no money moves. Its cards succeed (4242 4242 4242 4242), are declined (…0002), answer
 * late by webhook (…0341), lose the answer after charging (…0119) or send their webhook twice (…5126). The owner of …0259 disputes the
 * charge, that of …2685 says nothing came, the bank of …1976 only asks, and 4000 0025 0000 0003 is from France. Charged
 * again without the shopper …9995 is declined, and the bank of 4000 0027 6000 3184 wants the shopper. An answer with "winning" in its note wins, one with "losing" loses.
 */
export const testPayments = module({ name: 'test-payments', uses: ['payments'], tables, schedules: [deliverDueWebhooks] });

paymentProviders.provide('test', testProvider);

interface Booked {
  key: string;
  currency: string;
  captured: number;
  refunded: number;
}

/** What the provider's own book says, to be compared with payments and orders. */
export async function testProviderBook(r: Reader): Promise<Booked[]> {
  return r.sql<Booked>`
    select key, currency,
      coalesce((select sum((f ->> 'amount')::bigint) from jsonb_array_elements(facts) f where f ->> 'kind' = 'captured'), 0)::bigint as captured,
      coalesce((select sum((f ->> 'amount')::bigint) from jsonb_array_elements(facts) f where f ->> 'kind' = 'refunded'), 0)::bigint as refunded
    from test_provider_charges order by created_at`;
}

export { testCards } from './cards.ts';
export { SIGNATURE_HEADER, sign } from './signature.ts';
export { deliverWebhooks } from './webhooks.ts';
export { decideDispute, openDispute } from './disputes.ts';
