import { requireAccount, type Account } from '#modules/integrations/index.ts';
import type { KeptToken, PaymentProvider } from '#modules/payments/index.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { askStripe, StripeRefused, type Json, type Params } from './client.ts';

/** A card Stripe keeps: a customer there who stands for this one card of ours, and the payment method. */
interface KeptCard {
  customer: string;
  method: string;
}

const idOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : ((value as Json | null | undefined)?.['id'] as string | undefined));

/** What a paid PaymentIntent, asked to be kept, has left at Stripe (docs.stripe.com/payments/save-during-payment). */
export function keptBy(intent: Json): { kept?: KeptToken } {
  const [customer, method] = [idOf(intent['customer']), idOf(intent['payment_method'])];
  if (intent['setup_future_usage'] !== 'off_session' || !customer || !method) return {};
  const charge = intent['latest_charge'] as { payment_method_details?: { card?: { brand?: string; last4?: string } } } | string | null;
  const { brand, last4 } = (typeof charge === 'object' && charge?.payment_method_details?.card) || {};
  return { kept: { token: `${customer}/${method}`, brand, last4 } };
}

function cardOf(token: string): KeptCard | undefined {
  const [, customer, method] = /^(cus_\w+)\/(pm_\w+)$/.exec(token) ?? [];
  return customer && method ? { customer, method } : undefined;
}

/** The part of a request that names what is charged; it is stored sealed. A card to be kept is given a customer first. */
export async function whatIsCharged(account: Account, key: string, secret: string | undefined): Promise<Params> {
  if (!secret) return {};
  const kept = cardOf(secret);
  if (kept) return { customer: kept.customer, payment_method: kept.method };
  const made = await askStripe(account, { method: 'POST', path: '/v1/customers', params: { metadata: { charge_key: key } }, key: `${key}-customer` });
  return { customer: String(made['id']), payment_method: secret };
}

/** Stripe's messages name the card by its payment method; it can be charged as long as it is our customer's. */
export const takenBack: NonNullable<PaymentProvider['takenBack']> = {
  nameOf: (token) => cardOf(token)?.method ?? token,
  async stillKeeps(ctx, token) {
    const card = cardOf(token);
    if (!card) return true;
    const account = await requireAccount(ctx, 'stripe');
    const found = await askStripe(account, { method: 'GET', path: `/v1/payment_methods/${card.method}` }).catch(unlessMissing);
    return idOf(found?.['customer']) === card.customer;
  },
};

/** The card is taken off, and the customer who stood for it is removed. */
export async function forgetCard(ctx: Context, token: string): Promise<void> {
  const card = cardOf(token);
  if (!card) return;
  const account = await requireAccount(ctx, 'stripe');
  await askStripe(account, { method: 'POST', path: `/v1/payment_methods/${card.method}/detach` }).catch((error: unknown) => unlessDetached(account, card, error));
  await askStripe(account, { method: 'DELETE', path: `/v1/customers/${card.customer}` }).catch(unlessMissing);
}

async function unlessDetached(account: Account, { method }: KeptCard, error: unknown): Promise<void> {
  if (!(error instanceof StripeRefused)) throw error;
  const found = await askStripe(account, { method: 'GET', path: `/v1/payment_methods/${method}` }).catch(unlessMissing);
  if (idOf(found?.['customer'])) throw error;
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof StripeRefused && error.error['code'] === 'resource_missing') return undefined;
  throw error;
}
