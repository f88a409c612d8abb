/**
 * Stripe: cards on Stripe's own payment page, or with a payment method a storefront has made (docs.stripe.com/api). Connected by a
 * key of the merchant's own, or through the installation's Connect app, which may then keep a fee.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { callVendor, connectors, type Account, type App, type Connector, type Known } from '#modules/integrations/index.ts';
import { askStripe, type Json } from './client.ts';
import './provider.ts';
import './statements.ts';
import { EVENTS, stripeHooks } from './webhooks.ts';

export const stripe = module({ name: 'stripe', uses: ['integrations', 'payments', 'statements'] });

const CONNECT = 'https://connect.stripe.com';

const connector: Connector = {
  says: 'Stripe',
  about: 'Cards, wallets and local ways to pay, on a payment page of Stripe.',
  group: 'Payments',
  keys: [
    { key: 'secretKey', says: 'Secret key', about: 'Begins with sk_ or rk_; at Stripe under Developers, API keys.', secret: true },
    { key: 'signingSecret', says: 'Signing secret', about: 'Begins with whsec_. Only needed when the key may not add webhooks.', secret: true, optional: true },
  ],
  app: {
    fields: [
      { key: 'clientId', says: 'Connect client id', about: 'Begins with ca_.' },
      { key: 'secretKey', says: 'Platform secret key', secret: true },
      { key: 'signingSecret', says: 'Signing secret of the Connect webhook', secret: true, optional: true },
    ],
    verify: async (app) => nameOf(await askStripe(platform(app), { method: 'GET', path: '/v1/account' })),
  },
  oauth: {
    scopes: ['read_write'],
    pkce: false,
    consent: (app, { state, redirect }) => `${CONNECT}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: app.settings['clientId']!, scope: 'read_write', state, redirect_uri: redirect })}`,
    exchange: async (app, { code }) => {
      const answer = await tokenCall(app, '/oauth/token', { grant_type: 'authorization_code', code });
      const accountId = String(answer['stripe_user_id'] ?? '');
      if (!accountId.startsWith('acct_')) throw new Refusal('declined', `Stripe did not connect the account${answer['error_description'] ? `: ${String(answer['error_description'])}` : '.'}`);
      return labelled({ ...platform(app), accountId });
    },
  },
  verify: (account) => labelled(account),
  webhooks: stripeHooks,
  async subscribe(account, address) {
    if (account.secrets['secretKey'] === undefined || account.secrets['signingSecret']) return {};
    const made = await askStripe(account, { method: 'POST', path: '/v1/webhook_endpoints', params: { url: address, enabled_events: EVENTS }, key: `hook-${account.connectionId}-${address.length}` });
    return { settings: { hookId: String(made['id']) }, secrets: { hookSecret: String(made['secret']) } };
  },
  async disconnect(account) {
    if (account.secrets['secretKey'] === undefined && account.app) return void (await tokenCall(account.app, '/oauth/deauthorize', { client_id: account.app.settings['clientId']!, stripe_user_id: account.accountId! }));
    const hook = account.settings['hookId'];
    if (hook) await askStripe(account, { method: 'DELETE', path: `/v1/webhook_endpoints/${hook}` });
  },
};

function platform(app: App): Account {
  return { connectionId: '', accountId: null, settings: {}, secrets: {}, app };
}

async function labelled(account: Account): Promise<Known> {
  const own = account.secrets['secretKey'] !== undefined;
  const found = await askStripe(account, { method: 'GET', path: own ? '/v1/account' : `/v1/accounts/${account.accountId ?? ''}` });
  return { label: nameOf(found), accountId: String(found['id']) };
}

function nameOf(account: Json): string {
  const settings = account['settings'] as { dashboard?: { display_name?: string } } | undefined;
  const profile = account['business_profile'] as { name?: string } | undefined;
  return settings?.dashboard?.display_name || profile?.name || String(account['id']);
}

async function tokenCall(app: App, path: string, params: Record<string, string>): Promise<Json> {
  const body = new URLSearchParams({ ...params, ...(path === '/oauth/token' && { client_secret: app.secrets['secretKey']! }) }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${app.secrets['secretKey']}` };
  const answer = await callVendor(`${CONNECT}${path}`, { method: 'POST', headers, body });
  if (answer.status >= 500) throw new Error(`Stripe answered ${answer.status}`);
  if (answer.status >= 400) throw new Refusal('declined', `Stripe said no: ${String(answer.json['error_description'] ?? answer.status)}`);
  return answer.json;
}

connectors.provide('stripe', connector);
