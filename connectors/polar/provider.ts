import { Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountAt, checkSignature, connectedVendors, requireAccount, schemes, type Account } from '#modules/integrations/index.ts';
import { paymentProviders, type PaymentProvider, type ProviderFact, type RemoteCharge, type StepRequest } from '#modules/payments/index.ts';
import { book, type PolarRequest } from './book.ts';
import { askPolar } from './client.ts';
import { factsOfCheckout, factsOfOrder, factsOfRefund, withoutTax, type Checkout, type Order, type Refund } from './facts.ts';
import { productFor } from './product.ts';
import { chargeKeyOf, signingSecrets } from './webhooks.ts';

const notLater = async (): Promise<never> => {
  throw new Refusal('not_possible', 'Polar takes the money at once; it cannot be reserved and captured later.');
};

const polarProvider: PaymentProvider = {
  says: 'Card, by Polar',
  onItsPage: true,
  offered: async (r) => (await connectedVendors(r)).has('polar'),
  source({ token, returnTo }) {
    if (token) throw new Refusal('invalid_card', 'Polar is paid on its own page; it takes no tokens.');
    if (!returnTo) throw new Refusal('invalid', 'Tell where the shopper comes back to (returnTo).');
    return { token: '', brand: null, last4: null };
  },
  async authorize(ctx, { key, amount, capture, returnTo }) {
    if (capture === 'later') return notLater();
    const account = await requireAccount(ctx, 'polar');
    const charge = await book.begin(ctx, key, { amount: amount.amount, currency: amount.currency.toLowerCase(), returnTo: returnTo! });
    return standing(account, charge, await pageOf(ctx, account, charge));
  },
  capture: notLater,
  void: notLater,
  refund,
  lookup,
  async readWebhook(ctx, { headers, body }) {
    const account = await accountAt(ctx, 'polar');
    checkSignature(schemes.polar, { headers, body: Buffer.from(body) }, { secrets: account ? signingSecrets(account) : [], now: now() });
    const chargeKey = (await chargeKeyOf(ctx, body)) ?? '';
    return { chargeKey, facts: (await lookup(ctx, chargeKey)) ?? [] };
  },
};

/**
 * The page of a charge, opened where there is none. Polar knows no idempotency keys; a page whose address nobody was told is never
 * paid on, so of two that were opened only the one that was written down first counts.
 */
async function pageOf(ctx: Context, account: Account, { key, request, remoteId }: RemoteCharge<PolarRequest>): Promise<Checkout> {
  if (remoteId) return readPage(account, remoteId);
  const product = account.settings['hookProductId'] ?? (await productFor(account));
  const price = { amount_type: 'fixed', price_amount: request.amount, price_currency: request.currency, tax_behavior: 'inclusive' };
  const body = { products: [product], prices: { [product]: [price] }, currency: request.currency, allow_discount_codes: false, success_url: request.returnTo, return_url: request.returnTo, metadata: { charge_key: key } };
  const made = (await askPolar(account, { method: 'POST', path: '/v1/checkouts/', body })) as unknown as Checkout;
  await book.named(ctx, key, made.id);
  const first = (await book.get(ctx, key))!.remoteId!;
  return first === made.id ? made : readPage(account, first);
}

async function readPage(account: Account, id: string): Promise<Checkout> {
  return (await askPolar(account, { method: 'GET', path: `/v1/checkouts/${id}` })) as unknown as Checkout;
}

async function standing(account: Account, { key }: RemoteCharge<PolarRequest>, page: Checkout): Promise<ProviderFact[]> {
  const order = page.status === 'succeeded' ? await orderOf(account, page.id) : undefined;
  return order?.paid ? factsOfOrder(order, await refundsOf(account, order.id), key) : factsOfCheckout(page, key);
}

async function orderOf(account: Account, checkoutId: string): Promise<Order | undefined> {
  const { items } = await askPolar(account, { method: 'GET', path: `/v1/orders/?${new URLSearchParams({ checkout_id: checkoutId, limit: '1' })}` });
  return (items as Order[] | undefined)?.[0];
}

async function refundsOf(account: Account, orderId: string): Promise<Refund[]> {
  const found: Refund[] = [];
  for (let page = 1; page <= 50; page++) {
    const { items, pagination } = await askPolar(account, { method: 'GET', path: `/v1/refunds/?${new URLSearchParams({ order_id: orderId, limit: '100', page: String(page) })}` });
    found.push(...(items as Refund[]));
    if (page >= Number((pagination as { max_page?: number } | undefined)?.max_page ?? 1)) return found;
  }
  throw new Error('Polar has too many refunds of one order');
}

async function lookup(ctx: Context, chargeKey: string): Promise<ProviderFact[] | undefined> {
  const charge = await book.get(ctx, chargeKey);
  if (!charge?.remoteId) return undefined;
  const account = await requireAccount(ctx, 'polar');
  return standing(account, charge, await readPage(account, charge.remoteId));
}

/** Polar knows no idempotency keys: a refund that was asked for before is found by our key in it. */
async function refund(ctx: Context, { key, chargeKey, amount }: StepRequest): Promise<ProviderFact[]> {
  const charge = await book.get(ctx, chargeKey);
  if (!charge?.remoteId) throw new Refusal('not_found', 'Polar does not know this charge.');
  const account = await requireAccount(ctx, 'polar');
  const order = await orderOf(account, charge.remoteId);
  if (!order?.paid) throw new Refusal('nothing_to_refund', 'Nothing was received on this charge.');
  const before = (await refundsOf(account, order.id)).find(({ metadata }) => metadata['step_key'] === key);
  const made = before ?? ((await askPolar(account, { method: 'POST', path: '/v1/refunds/', body: { order_id: order.id, reason: 'customer_request', amount: withoutTax(amount.amount, order), metadata: { step_key: key } } })) as unknown as Refund);
  const facts = factsOfRefund(made);
  return facts.length > 0 ? facts : [{ kind: 'pending', reference: made.id, amount: 0 }];
}

paymentProviders.provide('polar', polarProvider);
