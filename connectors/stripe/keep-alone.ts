import { HOUR, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Account } from '#modules/integrations/index.ts';
import type { ChargeRequest, ProviderFact, RemoteCharge } from '#modules/payments/index.ts';
import { book, type StripeRequest } from './book.ts';
import { askStripe, StripeRefused, type Json } from './client.ts';
import { pending, sentenceOf } from './facts.ts';
import { whatIsCharged } from './kept-card.ts';

// A card is kept while nothing is paid (docs.stripe.com/payments/save-and-reuse): on a page in setup mode, or with a token by a SetupIntent.

const WITH_CARD = ['payment_method'] as const;
const PAGE_OPEN = 0.6 * HOUR;
/** A bank that asks the shopper is waited for so long. */
const LEFT_AFTER = HOUR;
const LEFT = 'The page was left before the card was kept. Please try again.';

export function keepingRequest({ key, source, returnTo }: ChargeRequest): StripeRequest {
  const metadata = { charge_key: key };
  const common = { payment_method_types: ['card'], metadata };
  if (source.token) return { kind: 'setup', params: { ...common, confirm: true, usage: 'off_session', expand: WITH_CARD, ...(returnTo && { return_url: returnTo }) } };
  const ends = Math.floor(later(now(), PAGE_OPEN).getTime() / 1_000);
  return { kind: 'session', params: { ...common, mode: 'setup', customer_creation: 'always', success_url: returnTo!, cancel_url: returnTo!, client_reference_id: key, setup_intent_data: { metadata }, expires_at: ends } };
}

/** Asked again with its key it answers what it did; nothing is charged either way. */
export async function confirmSetup(ctx: Context, account: Account, charge: RemoteCharge<StripeRequest>): Promise<ProviderFact[]> {
  const { key, request, secret } = charge;
  try {
    const params = { ...request.params, ...(await whatIsCharged(account, key, secret)) };
    return await learn(ctx, charge, await askStripe(account, { method: 'POST', path: '/v1/setup_intents', params, key }));
  } catch (error) {
    const setup = error instanceof StripeRefused ? (error.error['setup_intent'] as Json | undefined) : undefined;
    if (!setup) throw error;
    await book.named(ctx, key, String(setup['id']));
    return [refused(String(setup['id']), key, sentenceOf((error as StripeRefused).error))];
  }
}

async function learn(ctx: Context, { key }: RemoteCharge<StripeRequest>, setup: Json): Promise<ProviderFact[]> {
  await book.named(ctx, key, String(setup['id']));
  return factsOfSetup(setup, key);
}

export async function lookAtSetup(ctx: Context, account: Account, charge: RemoteCharge<StripeRequest>): Promise<ProviderFact[]> {
  if (!charge.remoteId) return confirmSetup(ctx, account, charge);
  const setup = await setupNamed(account, charge.remoteId);
  const left = setup['status'] === 'requires_action' && later(charge.createdAt, LEFT_AFTER) < now();
  return factsOfSetup(left ? await askStripe(account, { method: 'POST', path: `/v1/setup_intents/${charge.remoteId}/cancel`, params: { cancellation_reason: 'abandoned' }, key: `${charge.key}-left` }) : setup, charge.key);
}

/** What a page in setup mode that was finished has kept. */
export async function factsOfSetupPage(account: Account, key: string, session: Json): Promise<ProviderFact[]> {
  const setup = await setupNamed(account, String(session['setup_intent']));
  return factsOfSetup({ ...setup, customer: setup['customer'] ?? session['customer'] }, key);
}

function setupNamed(account: Account, id: string): Promise<Json> {
  return askStripe(account, { method: 'GET', path: `/v1/setup_intents/${id}`, params: { expand: WITH_CARD } });
}

function factsOfSetup(setup: Json, key: string): ProviderFact[] {
  const id = String(setup['id']);
  const card = setup['payment_method'] as { id: string; card?: { brand?: string; last4?: string } } | string | null;
  const error = setup['last_setup_error'] as Json | null | undefined;
  if (setup['status'] === 'succeeded' && card) {
    const { id: method, card: shown } = typeof card === 'string' ? { id: card, card: undefined } : card;
    return [{ kind: 'kept', reference: id, amount: 0, key, kept: { token: `${String(setup['customer'])}/${method}`, brand: shown?.brand, last4: shown?.last4 } }];
  }
  if (setup['status'] === 'canceled') return [refused(id, key, LEFT)];
  if (setup['status'] === 'requires_payment_method' && error) return [refused(id, key, sentenceOf(error))];
  const next = setup['next_action'] as { redirect_to_url?: { url?: string } } | null | undefined;
  return [pending(id, next?.redirect_to_url?.url, { key })];
}

function refused(reference: string, key: string, sentence: string): ProviderFact {
  return { kind: 'declined', reference, amount: 0, key, sentence };
}
