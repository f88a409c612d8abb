import { HOUR, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import type { Account } from '#modules/integrations/index.ts';
import { remoteBook, NOT_KEPT, type ChargeRequest, type ProviderFact, type RemoteCharge } from '#modules/payments/index.ts';
import { askPayPal, PayPalRefused, type Json } from './client.ts';
import { CANNOT_KEEP, isKept, unlessMissing } from './kept-consent.ts';

// The payer agrees to be charged later while nothing is paid (developer.paypal.com/api/payment-tokens/save-without-purchase/paypal):
// a setup token leads them to PayPal's page; once they have agreed, it is exchanged for the token that is kept.

/** The setup token as PayPal is asked for it; a token that exists already is only looked at. */
interface SetupRequest {
  setup: { payment_source?: { paypal: object } };
}

const setups = remoteBook<SetupRequest>('paypal');
/** PayPal keeps a setup token for three hours; one nobody has agreed to is left earlier. */
const LEFT_AFTER = HOUR;
const LEFT = 'The page of PayPal was left before you agreed. Please try again.';
const OPEN = new Set(['CREATED', 'PAYER_ACTION_REQUIRED']);

export async function keepAlone(ctx: Context, account: Account, { key, source, returnTo }: ChargeRequest): Promise<ProviderFact[]> {
  const experience = { return_url: returnTo, cancel_url: returnTo, shipping_preference: 'NO_SHIPPING' };
  const paypal = { usage_type: 'MERCHANT', permit_multiple_payment_tokens: true, experience_context: experience };
  const request = source.token ? { setup: {} } : { setup: { payment_source: { paypal } } };
  return standing(ctx, account, await setups.begin(ctx, key, request, source.token || undefined));
}

/** How the keeping that this charge stands for goes on; undefined where it is an order. */
export async function lookAtKeeping(ctx: Context, account: Account, charge: RemoteCharge<object>): Promise<ProviderFact[] | undefined> {
  return 'setup' in charge.request ? standing(ctx, account, charge as RemoteCharge<SetupRequest>) : undefined;
}

async function standing(ctx: Context, account: Account, charge: RemoteCharge<SetupRequest>): Promise<ProviderFact[]> {
  const { key, secret, closedAt } = charge;
  if (secret) return (await isKept(account, secret)) ? [kept(key, secret)] : [refused(key, NOT_KEPT)];
  if (closedAt) return [refused(key, LEFT)];
  const setup = await setupOf(ctx, account, charge);
  if (setup && !OPEN.has(String(setup['status']))) return exchange(ctx, account, { key, id: String(setup['id']) });
  if (!setup || later(charge.createdAt, LEFT_AFTER) < now()) return leave(ctx, key, LEFT);
  const page = ((setup['links'] ?? []) as { rel?: string; href?: string }[]).find(({ rel }) => rel === 'approve')?.href;
  return [{ kind: 'pending', reference: String(setup['id']), amount: 0, key, ...(page && { continueAt: page }) }];
}

/** Creates the setup token, or answers how the one of this key stands; undefined when PayPal has it no more. */
async function setupOf(ctx: Context, account: Account, { key, request, remoteId }: RemoteCharge<SetupRequest>): Promise<Json | undefined> {
  if (remoteId) return askPayPal(account, { method: 'GET', path: `/v3/vault/setup-tokens/${remoteId}` }).catch(unlessMissing);
  const setup = await askPayPal(account, { method: 'POST', path: '/v3/vault/setup-tokens', body: request.setup, key }).catch((error: unknown) => {
    if (error instanceof PayPalRefused && /NOT_ENABLED|NOT_AUTHORIZED|PERMISSION_DENIED/.test(`${error.issue} ${String(error.answer['name'])}`)) throw CANNOT_KEEP();
    throw error;
  });
  await setups.named(ctx, key, String(setup['id']));
  return setup;
}

/** Under one key PayPal makes one token of it, however often it is asked. */
async function exchange(ctx: Context, account: Account, { key, id }: { key: string; id: string }): Promise<ProviderFact[]> {
  const body = { payment_source: { token: { id, type: 'SETUP_TOKEN' } } };
  const made = await askPayPal(account, { method: 'POST', path: '/v3/vault/payment-tokens', body, key: `${key}-token` }).catch((error: unknown) => {
    if (error instanceof PayPalRefused) return undefined;
    throw error;
  });
  return made ? [kept(key, String(made['id']))] : leave(ctx, key, 'PayPal could not keep this way to pay. Please try again, or choose another one.');
}

async function leave(ctx: Context, key: string, sentence: string): Promise<ProviderFact[]> {
  await setups.close(ctx, key);
  return [refused(key, sentence)];
}

function kept(key: string, token: string): ProviderFact {
  return { kind: 'kept', reference: key, amount: 0, key, kept: { token } };
}

function refused(key: string, sentence: string): ProviderFact {
  return { kind: 'declined', reference: key, amount: 0, key, sentence };
}
