import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { paymentProviders, type PaymentChoice } from './provider.ts';

/** A way to pay that was kept, as people may see it. */
export interface KeptMethod {
  id: string;
  provider: string;
  cardBrand: string | null;
  cardLast4: string | null;
}

/** Keeps a way to pay with an order, to be charged again without the shopper. Refuses a provider that cannot do that. One statement. */
export async function keepMethod(tx: Tx, { orderId, choice }: { orderId: string; choice: PaymentChoice }): Promise<KeptMethod> {
  const provider = paymentProviders.get(choice.provider);
  if (!provider.chargesAgain) throw new Refusal('not_for_subscriptions', 'A subscription cannot be paid that way, because it cannot be charged again later. Please choose another one.');
  const { token, brand, last4 } = provider.source(choice);
  const kept = { id: newId(), provider: choice.provider, cardBrand: brand, cardLast4: last4 };
  await tx.sql`
    insert into payment_methods (id, order_id, provider, token, card_brand, card_last4, created_at)
    values (${kept.id}, ${orderId}, ${kept.provider}, ${token}, ${brand}, ${last4}, ${tx.now})`;
  return kept;
}

/** The way to pay an order was kept with, the newest if there are several. */
export async function keptMethodOf(r: Reader, orderId: string): Promise<KeptMethod | undefined> {
  const [kept] = await r.sql<KeptMethod>`
    select id, provider, card_brand as "cardBrand", card_last4 as "cardLast4" from payment_methods where order_id = ${orderId} order by created_at desc, id desc limit 1`;
  return kept;
}

/** A kept way to pay as a choice for another payment. */
export async function choiceOfKept(r: Reader, id: string): Promise<PaymentChoice> {
  const [kept] = await r.sql<{ provider: string; token: string }>`select provider, token from payment_methods where id = ${id}`;
  if (!kept) throw new Error(`the kept payment method ${id} is gone`);
  return kept;
}
