import { Refusal } from '#platform/refusal.ts';
import { HOUR, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountAt, checkSignature, connectedVendors, requireAccount, schemes, type Account } from '#modules/integrations/index.ts';
import { paymentProviders, type ChargeRequest, type PaymentProvider, type ProviderFact, type RemoteCharge, type StepRequest } from '#modules/payments/index.ts';
import { book, type PayPalRequest } from './book.ts';
import { askPayPal, PayPalRefused, signedIn, type Json } from './client.ts';
import { ofCapture, ofRefund, payerPage, paymentsOf, toPayPal } from './facts.ts';
import { keepAlone, lookAtKeeping } from './keep-alone.ts';
import { cannotKeep, factsWithKept, forgetConsent, KEEP, orderToSend, refusedAgain, takenBack } from './kept-consent.ts';
import { payPalDisputes } from './disputes.ts';
import { partOfFee, platformFee, type PlatformFee } from './platform-fee.ts';
import { certificateFor, chargeKeyOf, disputeIn, hookIdOf, merchantIn } from './webhooks.ts';

/** An order nobody has approved after this time is left; PayPal takes nothing without us. */
const LEFT_AFTER = HOUR;

const payPalProvider: PaymentProvider = {
  says: 'PayPal',
  onItsPage: true,
  chargesAgain: 'by-paying',
  keepsAlone: true,
  takenBack,
  offered: async (r) => (await connectedVendors(r)).has('paypal'),
  source({ token, returnTo }) {
    if (token && !/^[\w-]{4,200}$/.test(token)) throw new Refusal('invalid_card', 'This is no payment token of PayPal.');
    if (!token && !returnTo) throw new Refusal('invalid', 'Tell where the shopper comes back to (returnTo), or pass a payment token of PayPal.');
    return { token: token ?? '', brand: null, last4: null };
  },
  async authorize(ctx, ask) {
    const account = await requireAccount(ctx, 'paypal');
    if (ask.amount.amount === 0) return keepAlone(ctx, account, ask);
    const charge = await book.begin(ctx, ask.key, await requestFor(ctx, account, ask), ask.usage && ask.source.token ? ask.source.token : undefined);
    return standing(ctx, account, charge, await openOrder(ctx, account, charge));
  },
  async capture(ctx, ask) {
    const { account, order, fee } = await orderOf(ctx, ask.chargeKey);
    const [promise] = paymentsOf(order).authorizations;
    if (!promise) throw new Refusal('not_authorized', 'This charge is not waiting to be captured.');
    const body = { amount: toPayPal(ask.amount), final_capture: true, ...partOfFee(fee, ask.amount) };
    return ofCapture((await askPayPal(account, { method: 'POST', path: `/v2/payments/authorizations/${promise.id}/capture`, body, key: ask.key })) as never).map((fact) => ({ ...fact, key: ask.key }));
  },
  async void(ctx, ask) {
    const { account, order } = await orderOf(ctx, ask.chargeKey);
    const [promise] = paymentsOf(order).authorizations;
    if (!promise) throw new Refusal('not_authorized', 'Nothing is promised on this charge.');
    if (promise.status !== 'VOIDED') await askPayPal(account, { method: 'POST', path: `/v2/payments/authorizations/${promise.id}/void`, key: ask.key });
    return [{ kind: 'voided', reference: promise.id, amount: 0, key: ask.key }];
  },
  refund,
  forget: forgetConsent,
  disputes: payPalDisputes,
  lookup,
  async readWebhook(ctx, { headers, body }) {
    const account = await accountAt(ctx, 'paypal');
    const values = { webhookId: account ? hookIdOf(account) : '' };
    checkSignature(schemes.paypal, { headers, body: Buffer.from(body) }, { secrets: account ? [await certificateFor(headers)] : [], values, now: now() });
    // All who signed in share one webhook of the installation.
    if (account && signedIn(account) && merchantIn(body) !== account.accountId) throw new Refusal('unauthenticated', 'This message was not accepted: it is about another account.');
    const told = JSON.parse(body) as Json;
    const disputed = disputeIn(told);
    const chargeKey = (disputed ? (await payPalDisputes.lookup(ctx, disputed))?.chargeKey : await chargeKeyOf(ctx, told)) ?? '';
    return { chargeKey, ...(disputed && { disputes: [disputed] }), facts: (await lookup(ctx, chargeKey)) ?? [] };
  },
};

async function refund(ctx: Context, ask: StepRequest): Promise<ProviderFact[]> {
  const { account, order, fee } = await orderOf(ctx, ask.chargeKey);
  const capture = paymentsOf(order).captures.find(({ status }) => ['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(status));
  if (!capture) throw new Refusal('nothing_to_refund', 'Nothing was received on this charge.');
  const body = { amount: toPayPal(ask.amount), custom_id: ask.key, invoice_id: ask.chargeKey, ...partOfFee(fee, ask.amount) };
  const made = await askPayPal(account, { method: 'POST', path: `/v2/payments/captures/${capture.id}/refund`, body, key: ask.key });
  const facts = ofRefund({ ...made, custom_id: ask.key } as never);
  return facts.length > 0 ? facts : [{ kind: 'pending', reference: String(made['id']), amount: 0 }];
}

async function requestFor(ctx: Context, account: Account, { key, amount, source, capture, usage, returnTo }: ChargeRequest): Promise<PayPalRequest> {
  const context = { return_url: returnTo, cancel_url: returnTo, user_action: 'PAY_NOW', shipping_preference: 'NO_SHIPPING' };
  const onPage = { ...(usage === 'keep' && { attributes: KEEP }), experience_context: context };
  const fee = await platformFee(ctx, account, amount);
  const payee = signedIn(account) ? { payee: { merchant_id: account.accountId! } } : {};
  // What is only promised now pays its fee when it is captured.
  const unit = { reference_id: 'default', custom_id: key, invoice_id: key, amount: toPayPal(amount), ...payee, ...(capture === 'now' && partOfFee(fee, amount)) };
  return {
    ...(usage && { usage }),
    ...(fee && { fee }),
    intent: capture === 'now' ? 'CAPTURE' : 'AUTHORIZE',
    purchase_units: [unit],
    payment_source: { paypal: !source.token ? onPage : usage ? {} : { vault_id: source.token } },
  };
}

/** Creates the order, or answers the one that was created with this key. */
async function openOrder(ctx: Context, account: Account, charge: RemoteCharge<PayPalRequest>): Promise<Json> {
  const { key } = charge;
  const order = await askPayPal(account, { method: 'POST', path: '/v2/checkout/orders', body: orderToSend(charge), key }).catch((error: unknown) => refusedFor(ctx, charge, error));
  await book.named(ctx, key, String(order['id']));
  return order;
}

// The shopper was told no: the same request must never be carried out later.
async function refusedFor(ctx: Context, { key, request }: RemoteCharge<PayPalRequest>, error: unknown): Promise<never> {
  if (!(error instanceof PayPalRefused)) throw error;
  await book.close(ctx, key);
  throw request.usage === 'again' ? refusedAgain(error) : (cannotKeep(error) ?? error);
}

const readOrder = (account: Account, id: string) => askPayPal(account, { method: 'GET', path: `/v2/checkout/orders/${id}` });

async function lookup(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined> {
  const charge = await book.get(ctx, chargeKey);
  if (!charge) return undefined;
  const account = await requireAccount(ctx, 'paypal');
  const keeping = await lookAtKeeping(ctx, account, charge);
  if (keeping) return keeping;
  if (charge.closedAt && !charge.remoteId) return [{ kind: 'declined', reference: chargeKey, amount: 0, key: chargeKey, sentence: 'PayPal declined the payment. Nothing was charged. Please try another way to pay.' }];
  // PayPal has no list of orders to look through; asked again with its key it answers the order there is.
  const order = charge.remoteId ? await readOrder(account, charge.remoteId) : await openOrder(ctx, account, charge);
  return standing(ctx, account, charge, order);
}

/** What has happened, after taking what the payer has agreed to. */
async function standing(ctx: Context, account: Account, charge: RemoteCharge<PayPalRequest>, order: Json): Promise<ProviderFact[]> {
  const known = factsWithKept(charge, order);
  if (known.length > 0) return known;
  const id = String(order['id']);
  if (order['status'] === 'APPROVED' && !charge.closedAt) return finish(account, charge, order);
  if (order['status'] === 'VOIDED' || charge.closedAt || later(charge.createdAt, LEFT_AFTER) < now()) return leave(ctx, charge, id);
  if (charge.request.usage === 'again' && order['status'] === 'PAYER_ACTION_REQUIRED') return asks(ctx, charge, id);
  const page = payerPage(order);
  return [{ kind: 'pending', reference: id, amount: 0, key: charge.key, ...(page && { continueAt: page }) }];
}

// Nobody is there to go to that page.
async function asks(ctx: Context, charge: RemoteCharge<PayPalRequest>, id: string): Promise<ProviderFact[]> {
  await book.close(ctx, charge.key);
  return [{ kind: 'declined', reference: id, amount: 0, key: charge.key, sentence: refusedAgain({ issue: 'PAYER_ACTION_REQUIRED' }).sentence }];
}

async function leave(ctx: Context, charge: RemoteCharge<PayPalRequest>, id: string): Promise<ProviderFact[]> {
  await book.close(ctx, charge.key);
  return [{ kind: 'declined', reference: id, amount: 0, key: charge.key, sentence: 'The payment page was left before anything was paid. Nothing was charged.' }];
}

async function finish(account: Account, charge: RemoteCharge<PayPalRequest>, order: Json): Promise<ProviderFact[]> {
  const { key, request } = charge;
  const id = String(order['id']);
  const verb = request.intent === 'CAPTURE' ? 'capture' : 'authorize';
  try {
    const done = await askPayPal(account, { method: 'POST', path: `/v2/checkout/orders/${id}/${verb}`, key: `${key}-${verb}` });
    const facts = factsWithKept(charge, done);
    return facts.length > 0 ? facts : [{ kind: 'pending', reference: id, amount: 0, key }];
  } catch (error) {
    if (!(error instanceof PayPalRefused)) throw error;
    // Somebody else was faster; or the payer has to choose another way to pay, on PayPal's page.
    if (error.issue === 'ORDER_ALREADY_CAPTURED' || error.issue === 'ORDER_ALREADY_AUTHORIZED') return factsWithKept(charge, await readOrder(account, id));
    const page = payerPage(error.answer) ?? payerPage(order);
    if (error.issue === 'INSTRUMENT_DECLINED' && page) return [{ kind: 'pending', reference: id, amount: 0, key, continueAt: page }];
    return [{ kind: 'declined', reference: id, amount: 0, key, sentence: error.sentence }];
  }
}

async function orderOf(ctx: Context, chargeKey: string): Promise<{ account: Account; order: Json; fee: PlatformFee | undefined }> {
  const charge = await book.get(ctx, chargeKey);
  if (!charge) throw new Refusal('not_found', 'PayPal does not know this charge.');
  const account = await requireAccount(ctx, 'paypal');
  const order = charge.remoteId ? await readOrder(account, charge.remoteId) : await openOrder(ctx, account, charge);
  return { account, order, fee: signedIn(account) ? charge.request.fee : undefined };
}

paymentProviders.provide('paypal', payPalProvider);
