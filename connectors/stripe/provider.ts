import { Refusal } from '#platform/refusal.ts';
import { HOUR, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountAt, checkSignature, connectedVendors, requireAccount, schemes, type Account } from '#modules/integrations/index.ts';
import { feeFor, NOT_KEPT, paymentProviders, type ChargeRequest, type PaymentProvider, type ProviderFact, type RemoteCharge, type StepRequest } from '#modules/payments/index.ts';
import { book, type StripeRequest } from './book.ts';
import { askStripe, StripeRefused, type Json, type Params } from './client.ts';
import { factsOfIntent, factsOfRefunds, pending, sentenceOf, toStripe } from './facts.ts';
import { confirmSetup, factsOfSetupPage, keepingRequest, lookAtSetup } from './keep-alone.ts';
import { forgetCard, takenBack, whatIsCharged } from './kept-card.ts';
import { stripeDisputes } from './disputes.ts';
import { chargeKeyOf, disputeIn, signingSecrets } from './webhooks.ts';

/** How long the payment page waits for the shopper. Half an hour is the least Stripe allows. */
const PAGE_OPEN = 0.6 * HOUR;

/** The charge comes along with its payment: it tells where the card is from. */
const WITH_CHARGE = ['latest_charge'] as const;

const stripeProvider: PaymentProvider = {
  says: 'Card, by Stripe',
  onItsPage: true,
  chargesAgain: 'by-paying',
  keepsAlone: true,
  takenBack,
  offered: async (r) => (await connectedVendors(r)).has('stripe'),
  source({ token, returnTo }) {
    if (token && !/^pm_[A-Za-z0-9_]{4,200}$/.test(token)) throw new Refusal('invalid_card', 'This is no payment method of Stripe.');
    if (!token && !returnTo) throw new Refusal('invalid', 'Tell where the shopper comes back to (returnTo), or pass a payment method of Stripe.');
    return { token: token ?? '', brand: null, last4: null };
  },
  async authorize(ctx, ask) {
    const account = await requireAccount(ctx, 'stripe');
    const charge = await book.begin(ctx, ask.key, await requestFor(ctx, account, ask), ask.usage ? ask.source.token : undefined);
    if (charge.request.kind === 'setup') return confirmSetup(ctx, account, charge);
    return charge.request.kind === 'intent' ? confirmIntent(ctx, account, charge) : openSession(ctx, account, ask.key, charge.request.params);
  },
  async capture(ctx, ask) {
    const { account, intent } = await chargeOf(ctx, ask.chargeKey);
    const params = { amount_to_capture: toStripe(ask.amount), metadata: { capture_key: ask.key } };
    const done = await askStripe(account, { method: 'POST', path: `/v1/payment_intents/${intent}/capture`, params, key: ask.key });
    return factsOfIntent(done).map((fact) => ({ ...fact, key: ask.key }));
  },
  async void(ctx, ask) {
    const { account, intent } = await chargeOf(ctx, ask.chargeKey);
    const done = await askStripe(account, { method: 'POST', path: `/v1/payment_intents/${intent}/cancel`, params: { cancellation_reason: 'requested_by_customer' }, key: ask.key });
    return factsOfIntent(done).map((fact) => ({ ...fact, key: ask.key }));
  },
  refund,
  forget: forgetCard,
  disputes: stripeDisputes,
  lookup: (ctx, chargeKey) => lookup(ctx, chargeKey),
  async readWebhook(ctx, { headers, body }) {
    const account = await accountAt(ctx, 'stripe');
    checkSignature(schemes.stripe, { headers, body: Buffer.from(body) }, { secrets: account ? signingSecrets(account) : [], now: now() });
    const told = JSON.parse(body) as Json;
    const disputed = disputeIn(told);
    const chargeKey = (disputed ? (await stripeDisputes.lookup(ctx, disputed))?.chargeKey : await chargeKeyOf(ctx, told)) ?? '';
    return { chargeKey, ...(disputed && { disputes: [disputed] }), facts: (await lookup(ctx, chargeKey)) ?? [] };
  },
};

async function refund(ctx: Context, ask: StepRequest): Promise<ProviderFact[]> {
  const { account, intent, fee } = await chargeOf(ctx, ask.chargeKey);
  const params = { payment_intent: intent, amount: toStripe(ask.amount), metadata: { step_key: ask.key, charge_key: ask.chargeKey }, ...(fee > 0 && { refund_application_fee: true }) };
  const made = await askStripe(account, { method: 'POST', path: '/v1/refunds', params, key: ask.key });
  const facts = factsOfRefunds([made]);
  return facts.length > 0 ? facts : [pending(String(made['id']), undefined, {})];
}

function feeOf(params: Params): number {
  return Number(params['application_fee_amount'] ?? (params['payment_intent_data'] as Params | undefined)?.['application_fee_amount'] ?? 0);
}

async function requestFor(ctx: Context, account: Account, ask: ChargeRequest): Promise<StripeRequest> {
  const { key, amount, source, capture, usage, returnTo } = ask;
  if (amount.amount === 0) return keepingRequest(ask);
  const fee = account.secrets['secretKey'] === undefined ? await feeFor(ctx, amount) : 0;
  const keep = usage === 'keep' ? { setup_future_usage: 'off_session' } : {};
  const common = { metadata: { charge_key: key }, ...keep, capture_method: capture === 'now' ? 'automatic' : 'manual', ...(fee > 0 && { application_fee_amount: toStripe({ ...amount, amount: fee }) }) };
  const currency = amount.currency.toLowerCase();
  if (source.token) return { kind: 'intent', params: { amount: toStripe(amount), currency, ...(!usage && { payment_method: source.token }), payment_method_types: ['card'], confirm: true, expand: WITH_CHARGE, ...common, ...(usage === 'again' && { off_session: true }), ...(returnTo && { return_url: returnTo }) } };
  const line = { quantity: 1, price_data: { currency, unit_amount: toStripe(amount), product_data: { name: 'Your order' } } };
  const ends = Math.floor(later(now(), PAGE_OPEN).getTime() / 1_000);
  return { kind: 'session', params: { mode: 'payment', line_items: [line], success_url: returnTo!, cancel_url: returnTo!, client_reference_id: key, metadata: { charge_key: key }, payment_intent_data: common, ...(usage === 'keep' && { customer_creation: 'always', payment_method_types: ['card'] }), expires_at: ends } };
}

async function confirmIntent(ctx: Context, account: Account, { key, request, secret }: RemoteCharge<StripeRequest>): Promise<ProviderFact[]> {
  try {
    const params = { ...request.params, ...(await whatIsCharged(account, key, secret)) };
    return await learnIntent(ctx, key, await askStripe(account, { method: 'POST', path: '/v1/payment_intents', params, key }));
  } catch (error) {
    const intent = error instanceof StripeRefused ? (error.error['payment_intent'] as Json | undefined) : undefined;
    // Stripe names the card it does not know any more; what people read does not.
    if (!intent) throw request.params['off_session'] && error instanceof StripeRefused ? new Refusal('payment_refused', NOT_KEPT) : error;
    await book.named(ctx, key, String(intent['id']));
    return [{ kind: 'declined', reference: String(intent['id']), amount: 0, key, sentence: sentenceOf((error as StripeRefused).error) }];
  }
}

async function learnIntent(ctx: Context, key: string, intent: Json): Promise<ProviderFact[]> {
  await book.named(ctx, key, String(intent['id']));
  return factsOfIntent(intent);
}

async function openSession(ctx: Context, account: Account, key: string, params: Params): Promise<ProviderFact[]> {
  const session = await askStripe(account, { method: 'POST', path: '/v1/checkout/sessions', params, key });
  await book.named(ctx, key, String(session['id']));
  return factsOfSession(account, key, session);
}

async function factsOfSession(account: Account, key: string, session: Json): Promise<ProviderFact[]> {
  const intent = session['payment_intent'];
  if (session['status'] === 'complete' && typeof intent === 'string') return factsOfIntentNamed(account, intent);
  if (session['status'] === 'complete' && typeof session['setup_intent'] === 'string') return factsOfSetupPage(account, key, session);
  if (session['status'] === 'expired') return [{ kind: 'declined', reference: String(session['id']), amount: 0, key, sentence: 'The payment page was left before anything was paid. Nothing was charged.' }];
  return [pending(String(session['id']), session['url'] as string | undefined, { key })];
}

async function factsOfIntentNamed(account: Account, id: string): Promise<ProviderFact[]> {
  const [intent, refunds] = await Promise.all([askStripe(account, { method: 'GET', path: `/v1/payment_intents/${id}`, params: { expand: WITH_CHARGE } }), askStripe(account, { method: 'GET', path: '/v1/refunds', params: { payment_intent: id, limit: 100 } })]);
  return [...factsOfIntent(intent), ...factsOfRefunds((refunds['data'] ?? []) as Json[])];
}

async function lookup(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined> {
  const known = await book.get(ctx, chargeKey);
  if (!known) return undefined;
  const account = await requireAccount(ctx, 'stripe');
  if (known.request.kind === 'session') {
    // Opening it again with its key answers the page that was opened before, and charges nobody.
    const session = known.remoteId ? await askStripe(account, { method: 'GET', path: `/v1/checkout/sessions/${known.remoteId}` }) : undefined;
    return session ? factsOfSession(account, chargeKey, session) : openSession(ctx, account, chargeKey, known.request.params);
  }
  if (known.request.kind === 'setup') return lookAtSetup(ctx, account, known);
  const intent = known.remoteId ?? (await findIntent(account, chargeKey, known.createdAt));
  if (!intent) return undefined;
  await book.named(ctx, chargeKey, intent);
  return factsOfIntentNamed(account, intent);
}

/** The answer to a charge was lost: looks through the account's newest for ours. */
async function findIntent(account: Account, chargeKey: string, since: Date): Promise<string | undefined> {
  let after: string | undefined;
  for (let pages = 0; pages < 20; pages++) {
    const params = { created: { gte: Math.floor(since.getTime() / 1_000) - 120 }, limit: 100, ...(after && { starting_after: after }) };
    const page = await askStripe(account, { method: 'GET', path: '/v1/payment_intents', params });
    const all = (page['data'] ?? []) as Json[];
    const ours = all.find((intent) => ((intent['metadata'] ?? {}) as Json)['charge_key'] === chargeKey);
    if (ours) return String(ours['id']);
    if (page['has_more'] !== true) return undefined;
    after = String(all.at(-1)!['id']);
  }
  throw new Error('Stripe has too many payments of that hour to find ours among them');
}

async function chargeOf(ctx: Context, chargeKey: string): Promise<{ account: Account; intent: string; fee: number }> {
  const known = await book.get(ctx, chargeKey);
  if (!known) throw new Refusal('not_found', 'Stripe does not know this charge.');
  const account = await requireAccount(ctx, 'stripe');
  if (known.request.kind === 'intent') {
    const intent = known.remoteId ?? (await findIntent(account, chargeKey, known.createdAt));
    if (!intent) throw new Refusal('not_found', 'Stripe does not know this charge.');
    return { account, intent, fee: feeOf(known.request.params) };
  }
  const session = await askStripe(account, { method: 'GET', path: `/v1/checkout/sessions/${known.remoteId ?? ''}` });
  if (typeof session['payment_intent'] !== 'string') throw new Refusal('not_authorized', 'Nothing was paid on this page yet.');
  return { account, intent: session['payment_intent'], fee: feeOf(known.request.params) };
}

paymentProviders.provide('stripe', stripeProvider);
