/**
 * Polar: a seller of record for digital goods; shoppers pay on its page and Polar settles the taxes (polar.sh/docs). Connected by an
 * access token of the organization, or by signing in there. Each order is paid as one product of Polar with a price of its own.
 * It also sells the installation's tiers (`tiers.ts`): then its subscriptions are what workspaces have bought.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { connectors, type Account, type Connector, type Known } from '#modules/integrations/index.ts';
import { askPolar } from './client.ts';
import { polarOAuth, revokeTokens } from './oauth.ts';
import { productFor } from './product.ts';
import './provider.ts';
import './tiers.ts';
import { EVENTS, polarHooks } from './webhooks.ts';

export const polar = module({ name: 'polar', uses: ['integrations', 'payments', 'billing'] });

async function organizationOf(account: Account): Promise<Known> {
  const { items } = await askPolar(account, { method: 'GET', path: '/v1/organizations/?limit=1' });
  const [found] = items as { id: string; name: string }[];
  if (!found) throw new Refusal('not_connected', 'This access opens no organization at Polar.');
  return { label: found.name, accountId: found.id };
}

const connector: Connector = {
  says: 'Polar',
  about: 'Sells digital goods for you and settles their taxes: shoppers pay on Polar’s page.',
  group: 'Payments',
  keys: [
    { key: 'accessToken', says: 'Organization access token', about: 'At Polar under Settings, Developers. It may read and write checkouts, refunds, products and webhooks, and read orders and organizations. To sell the installation’s tiers it also reads and writes subscriptions and customer sessions.', secret: true },
    { key: 'mode', says: 'Account', about: 'Sandbox is for trying things out; no money moves.', choices: ['live', 'sandbox'] },
    { key: 'signingSecret', says: 'Secret of the webhook', about: 'Only needed when the token may not add webhooks.', secret: true, optional: true },
  ],
  app: { fields: [{ key: 'clientId', says: 'Client id' }, { key: 'clientSecret', says: 'Client secret', secret: true }, { key: 'mode', says: 'Account', choices: ['live', 'sandbox'] }] },
  oauth: polarOAuth(organizationOf),
  async verify(account) {
    if (account.settings['mode'] && !['live', 'sandbox'].includes(account.settings['mode'])) throw new Refusal('invalid', 'The account is either live or sandbox.', { fields: { 'settings.mode': 'is either live or sandbox' } });
    return organizationOf(account);
  },
  webhooks: polarHooks,
  async subscribe(account, address): Promise<Pick<Known, 'settings' | 'secrets'>> {
    const product = account.settings['hookProductId'] ?? (await productFor(account));
    if (account.secrets['signingSecret'] || account.settings['hookId']) return { settings: { hookProductId: product } };
    const made = await askPolar(account, { method: 'POST', path: '/v1/webhooks/endpoints', body: { url: address, format: 'raw', events: EVENTS } });
    return { settings: { hookProductId: product, hookId: String(made['id']) }, secrets: { hookSecret: String(made['secret']) } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await askPolar(account, { method: 'DELETE', path: `/v1/webhooks/endpoints/${account.settings['hookId']}` });
    await revokeTokens(account);
  },
};

connectors.provide('polar', connector);
