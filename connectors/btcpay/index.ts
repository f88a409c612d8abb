/**
 * BTCPay Server (btcpayserver.org): bitcoin and other coins on a server of the merchant's own. Connected by its address, store and
 * API key (Greenfield API). An invoice counts as paid once BTCPay says it is settled. Money goes back in BTCPay itself: a refund
 * there needs the shopper to name an address, so it cannot be carried out from here.
 */
import { module } from '#platform/module.ts';
import { amountText } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { accountAt, callVendor, checkSignature, connectedVendors, connectors, requireAccount, schemes, type Account, type Connector, type Hooks } from '#modules/integrations/index.ts';
import { hearOfCharge, paymentProviders, remoteBook, type PaymentProvider, type ProviderFact } from '#modules/payments/index.ts';

export const btcPay = module({ name: 'btcpay', uses: ['integrations', 'payments'] });

interface InvoiceRequest {
  amount: string;
  currency: string;
  metadata: { orderId: string };
  checkout: { redirectURL: string; redirectAutomatically: true; expirationMinutes: number };
  /** Minor units. */
  minor: number;
}

interface Invoice {
  id?: string;
  status?: string;
  checkoutLink?: string;
  metadata?: { orderId?: string };
}

const book = remoteBook<InvoiceRequest>('btcpay');
const PAGE_OPEN_MINUTES = 30;

async function ask(account: Account, path: string, { method, body }: { method: 'GET' | 'POST' | 'DELETE'; body?: object }) {
  const base = (account.settings['url'] ?? '').replace(/\/+$/, '');
  const headers = { authorization: `token ${account.secrets['apiKey']}`, 'content-type': 'application/json' };
  const answer = await callVendor(`${base}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  if (answer.status === 401 || answer.status === 403) throw new Refusal('not_connected', 'BTCPay does not accept this key, or the key may not do this.');
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) throw new Refusal('payment_refused', `BTCPay said no: ${String(answer.json['message'] ?? answer.status)}`);
  throw new Error(`BTCPay answered ${answer.status}`);
}

const storePath = ({ settings }: Account) => `/stores/${encodeURIComponent(settings['storeId'] ?? '')}`;

function factsOf({ id, status, checkoutLink }: Invoice, key: string, minor: number): ProviderFact[] {
  const reference = id ?? key;
  if (status === 'Settled') return [{ kind: 'captured', reference, amount: minor, key }];
  if (status === 'Expired' || status === 'Invalid') return [{ kind: 'declined', reference, amount: 0, key, sentence: 'Nothing arrived in time for this payment. If you have sent something, please write to us.' }];
  return [{ kind: 'pending', reference, amount: 0, key, ...(status === 'New' && checkoutLink && { continueAt: checkoutLink }) }];
}

/** BTCPay knows no idempotency keys: invoices are found by our own number in them. Should there be two after a lost answer, both count. */
async function invoicesOf(account: Account, key: string): Promise<Invoice[]> {
  const { data } = await ask(account, `${storePath(account)}/invoices?${new URLSearchParams({ orderId: key })}`, { method: 'GET' });
  return ((data ?? []) as Invoice[]).filter(({ metadata }) => metadata?.orderId === key);
}

async function lookup(ctx: Context, key: string): Promise<ProviderFact[] | undefined> {
  const known = await book.get(ctx, key);
  if (!known) return undefined;
  const facts = (await invoicesOf(await requireAccount(ctx, 'btcpay'), key)).flatMap((invoice) => factsOf(invoice, key, known.request.minor));
  if (facts.length === 0) return undefined;
  const open = facts.filter(({ kind }) => kind !== 'declined');
  return open.length > 0 ? open : facts;
}

const onlyThere = async (): Promise<never> => {
  throw new Refusal('only_there', 'Coins go back from your BTCPay server itself: open the invoice there and choose Refund. Then note it on the order.');
};

const provider: PaymentProvider = {
  says: 'Bitcoin, by BTCPay',
  onItsPage: true,
  offered: async (r) => (await connectedVendors(r)).has('btcpay'),
  source({ returnTo }) {
    if (!returnTo) throw new Refusal('invalid', 'Tell where the shopper comes back to (returnTo).');
    return { token: '', brand: null, last4: null };
  },
  async authorize(ctx, { key, amount, capture, returnTo }) {
    if (capture === 'later') throw new Refusal('not_possible', 'Coins cannot be reserved; they are sent or not.');
    const account = await requireAccount(ctx, 'btcpay');
    const wanted = { amount: amountText(amount), currency: amount.currency, metadata: { orderId: key }, checkout: { redirectURL: returnTo!, redirectAutomatically: true as const, expirationMinutes: PAGE_OPEN_MINUTES }, minor: amount.amount };
    const { request } = await book.begin(ctx, key, wanted);
    const { minor, ...body } = request;
    const [known] = await invoicesOf(account, key);
    const invoice = known ?? ((await ask(account, `${storePath(account)}/invoices`, { method: 'POST', body })) as Invoice);
    await book.named(ctx, key, String(invoice.id));
    return factsOf(invoice, key, minor);
  },
  capture: onlyThere,
  void: onlyThere,
  refund: onlyThere,
  lookup,
  async readWebhook(ctx, { headers, body }) {
    const account = await accountAt(ctx, 'btcpay');
    checkSignature(schemes.btcpay, { headers, body: Buffer.from(body) }, { secrets: account ? hooks.secrets(account) as string[] : [], now: now() });
    const chargeKey = (await chargeKeyOf(ctx, body)) ?? '';
    return { chargeKey, facts: (await lookup(ctx, chargeKey)) ?? [] };
  },
};

interface Delivery {
  deliveryId?: string;
  originalDeliveryId?: string;
  type?: string;
  invoiceId?: string;
  metadata?: { orderId?: string };
}

async function chargeKeyOf(ctx: Context, body: string): Promise<string | undefined> {
  const { invoiceId, metadata } = JSON.parse(body) as Delivery;
  return (invoiceId && (await book.keyOf(ctx, invoiceId))) || metadata?.orderId;
}

const hooks: Hooks = {
  scheme: 'btcpay',
  how: 'Quickdash adds this address to your store by itself when the key may change webhooks. Otherwise add it there and put its secret here.',
  secrets: ({ secrets }) => [secrets['signingSecret'], secrets['hookSecret']].filter((secret): secret is string => Boolean(secret)),
  read(body) {
    const { deliveryId, originalDeliveryId, type } = JSON.parse(body) as Delivery;
    return { id: originalDeliveryId ?? deliveryId ?? '', event: type ?? '' };
  },
  async hear(ctx, _account, { event, body }) {
    if (!event.startsWith('Invoice')) return 'ignored';
    const key = await chargeKeyOf(ctx, body);
    return key ? hearOfCharge(ctx, 'btcpay', key) : 'ignored';
  },
};

const connector: Connector = {
  says: 'BTCPay Server',
  about: 'Bitcoin and other coins, straight to your own server. Refunds are made there.',
  group: 'Payments',
  keys: [
    { key: 'url', says: 'Address of your server', about: 'Begins with https://' },
    { key: 'storeId', says: 'Store id', about: 'At BTCPay under Settings of the store.' },
    { key: 'apiKey', says: 'API key', about: 'May view and create invoices, view the store and change its webhooks.', secret: true },
    { key: 'signingSecret', says: 'Secret of the webhook', about: 'Only needed when the key may not change webhooks.', secret: true, optional: true },
  ],
  async verify(account) {
    const store = await ask(account, storePath(account), { method: 'GET' });
    return { label: String(store['name'] ?? account.settings['storeId']), accountId: account.settings['storeId']! };
  },
  webhooks: hooks,
  async subscribe(account, address) {
    if (account.secrets['signingSecret'] || account.settings['hookId']) return {};
    const made = await ask(account, `${storePath(account)}/webhooks`, { method: 'POST', body: { url: address, enabled: true, automaticRedelivery: true, authorizedEvents: { everything: true } } });
    return { settings: { hookId: String(made['id']) }, secrets: { hookSecret: String(made['secret']) } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await ask(account, `/webhooks/${account.settings['hookId']}`, { method: 'DELETE' });
  },
};

paymentProviders.provide('btcpay', provider);
connectors.provide('btcpay', connector);
