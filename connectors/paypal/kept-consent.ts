import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { requireAccount, type Account } from '#modules/integrations/index.ts';
import { hearOfKept, NOT_KEPT, type KeptToken, type PaymentProvider, type ProviderFact, type RemoteCharge } from '#modules/payments/index.ts';
import { book, type PayPalRequest } from './book.ts';
import { askPayPal, PayPalRefused, type Json } from './client.ts';
import { factsOfOrder } from './facts.ts';

// The payer agrees once to be charged again; PayPal keeps that in its vault, under a token.

/** Asks for it: one token for each charge, so that one can be taken back without the others. */
export const KEEP = { vault: { store_in_vault: 'ON_SUCCESS', usage_type: 'MERCHANT', permit_multiple_payment_tokens: true } } as const;
const AGAIN = { payment_initiator: 'MERCHANT', usage: 'SUBSEQUENT', usage_pattern: 'RECURRING_PREPAID' } as const;

/** The order as it is sent, with the token that is stored sealed. */
export function orderToSend({ request: { usage, fee: _, ...order }, secret }: RemoteCharge<PayPalRequest>): object {
  if (!secret) return order;
  return { ...order, payment_source: { paypal: { vault_id: secret, ...(usage === 'again' && { stored_credential: AGAIN }) } } };
}

/** What an order says has happened, and under which token the payer's consent is kept. */
export function factsWithKept({ request, secret }: RemoteCharge<PayPalRequest>, order: Json): ProviderFact[] {
  const facts = factsOfOrder(order);
  const token = request.usage === 'keep' ? (tokenIn(order) ?? secret) : undefined;
  return token ? facts.map((fact) => (fact.kind === 'captured' || fact.kind === 'authorized' ? { ...fact, kept: { token } } : fact)) : facts;
}

function tokenIn(order: Json): string | undefined {
  const source = order['payment_source'] as { paypal?: { attributes?: { vault?: { id?: string } } } } | undefined;
  return source?.paypal?.attributes?.vault?.id || undefined;
}

const ASKS = 'PayPal wants you to confirm this payment yourself, so nothing was charged. Please come back and pay.';
const DECLINED = 'PayPal declined the payment. Nothing was charged. Please try another way to pay.';

/** The merchant's account at PayPal has no vault: said as what the shopper can do about it. */
export function cannotKeep({ issue }: { issue: string }): Refusal | undefined {
  if (issue !== 'NOT_ENABLED_TO_VAULT_PAYMENT_SOURCE') return undefined;
  return CANNOT_KEEP();
}

export const CANNOT_KEEP = () => new Refusal('payment_refused', 'This shop cannot be paid again and again with PayPal. Please choose another way to pay.');

/** Why nothing was taken while no payer was there, in words for them; PayPal's own are for programs. */
export function refusedAgain({ issue }: { issue: string }): Refusal {
  if (issue === 'PAYER_ACTION_REQUIRED') return new Refusal('payment_refused', ASKS);
  const gone = /NOT_FOUND|INVALID_RESOURCE_ID|ALREADY_CANCELLED|TOKEN_EXPIRED/.test(issue);
  return new Refusal('payment_refused', gone ? NOT_KEPT : DECLINED);
}

export async function forgetConsent(ctx: Context, token: string): Promise<void> {
  const account = await requireAccount(ctx, 'paypal');
  await askPayPal(account, { method: 'DELETE', path: `/v3/vault/payment-tokens/${token}` }).catch(unlessMissing);
}

export async function isKept(account: Account, token: string): Promise<boolean> {
  return (await askPayPal(account, { method: 'GET', path: `/v3/vault/payment-tokens/${encodeURIComponent(token)}` }).catch(unlessMissing)) !== undefined;
}

/** PayPal's messages name the token itself; it can be charged as long as it is in the vault. */
export const takenBack: NonNullable<PaymentProvider['takenBack']> = {
  nameOf: (token) => token,
  stillKeeps: async (ctx, token) => isKept(await requireAccount(ctx, 'paypal'), token),
};

export function unlessMissing(error: unknown): undefined {
  if (error instanceof PayPalRefused && /RESOURCE_NOT_FOUND|INVALID_RESOURCE_ID|TOKEN_NOT_FOUND/.test(`${error.issue} ${String(error.answer['name'])}`)) return undefined;
  throw error;
}

/** PayPal sometimes keeps the consent a while after the money: `VAULT.PAYMENT-TOKEN.CREATED` names the token, and PayPal is asked for it. */
export async function hearOfToken(ctx: Context, told: Json): Promise<'done' | 'ignored'> {
  const { id, metadata } = (told['resource'] ?? {}) as { id?: string; metadata?: { order_id?: string } };
  const chargeKey = metadata?.order_id ? await book.keyOf(ctx, metadata.order_id) : undefined;
  if (!id || !chargeKey) return 'ignored';
  const account = await requireAccount(ctx, 'paypal');
  const found = await askPayPal(account, { method: 'GET', path: `/v3/vault/payment-tokens/${encodeURIComponent(id)}` }).catch(unlessMissing);
  const kept: KeptToken | undefined = found && { token: String(found['id']) };
  return kept ? hearOfKept(ctx, 'paypal', { chargeKey, kept }) : 'ignored';
}
