/**
 * PayPal: the payer agrees on PayPal's page, we take or reserve the money when they are back (Orders v2,
 * developer.paypal.com/docs/api/orders/v2). Connected by client id and secret of the merchant's own app, or by signing in at PayPal,
 * where the merchant lets the installation's app act for them; it may then keep a fee.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { connectors, type Account, type Connector } from '#modules/integrations/index.ts';
import { askPayPal, credentialsOf, signedIn, tokenOf, type Json } from './client.ts';
import { leftToDo, payPalSignIn, platform, verifySignedIn } from './onboarding.ts';
import './provider.ts';
import './statements.ts';
import { APP_EVENTS, EVENTS, payPalHooks } from './webhooks.ts';

export const payPal = module({ name: 'paypal', uses: ['integrations', 'payments', 'statements'] });

const connector: Connector = {
  says: 'PayPal',
  about: 'Payments with a PayPal account, or as a guest by card, on PayPal’s page.',
  group: 'Payments',
  keys: [
    { key: 'clientId', says: 'Client id', about: 'At developer.paypal.com under Apps and credentials.' },
    { key: 'clientSecret', says: 'Secret', secret: true },
    { key: 'mode', says: 'Account', about: 'Sandbox is for trying things out; no money moves.', choices: ['live', 'sandbox'] },
    { key: 'webhookId', says: 'Webhook id', about: 'Only needed when you add the webhook there yourself.', optional: true },
  ],
  app: {
    fields: [
      { key: 'clientId', says: 'Client id of the platform’s app', about: 'At developer.paypal.com under Apps and credentials. PayPal has to approve you as a partner first.' },
      { key: 'clientSecret', says: 'Secret', secret: true },
      { key: 'mode', says: 'Account', about: 'Sandbox is for trying things out; no money moves.', choices: ['live', 'sandbox'] },
      { key: 'partnerId', says: 'Merchant id of the platform', about: 'At paypal.com under Account settings, Business information.' },
      { key: 'attributionId', says: 'Attribution id (BN code)', about: 'PayPal gives it to its partners.', optional: true },
      { key: 'webhookId', says: 'Webhook id', about: 'Only needed when you add the webhook there yourself, with the address above and all events.', optional: true },
    ],
    verify: async (app) => workingLabel(platform(app)),
    subscribe: async (app, address): Promise<Record<string, string>> => (app.settings['webhookId'] ? { hookId: '' } : { hookId: await addressAt(platform(app), address) }),
  },
  oauth: payPalSignIn,
  verify: async (account) => (signedIn(account) ? verifySignedIn(account) : { label: await workingLabel(account) }),
  webhooks: payPalHooks,
  async subscribe(account, address) {
    if (signedIn(account) || account.settings['webhookId'] || account.settings['hookId']) return {};
    return { settings: { hookId: await makeHook(account, address, EVENTS) } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await askPayPal(account, { method: 'DELETE', path: `/v1/notifications/webhooks/${account.settings['hookId']}` });
  },
  leftToDo,
};

/** Asks PayPal for a token, which it gives only for a client id and secret that belong together; answers what the account is called. */
async function workingLabel(account: Account): Promise<string> {
  const { mode = '', clientId = '' } = credentialsOf(account).settings;
  if (!['live', 'sandbox'].includes(mode)) throw new Refusal('invalid', 'The account is either live or sandbox.', { fields: { 'settings.mode': 'is either live or sandbox' } });
  await tokenOf(account);
  return `${mode === 'live' ? 'Live account' : 'Sandbox'} ${clientId.slice(0, 12)}…`;
}

async function makeHook(account: Account, url: string, events: readonly string[]): Promise<string> {
  const made = await askPayPal(account, { method: 'POST', path: '/v1/notifications/webhooks', body: { url, event_types: events.map((name) => ({ name })) } });
  return String(made['id']);
}

/** PayPal takes an address once; the one that lies there already is used on. */
async function addressAt(account: Account, url: string): Promise<string> {
  const { webhooks = [] } = (await askPayPal(account, { method: 'GET', path: '/v1/notifications/webhooks' })) as { webhooks?: Json[] };
  const there = webhooks.find((hook) => hook['url'] === url);
  return there ? String(there['id']) : makeHook(account, url, APP_EVENTS);
}

connectors.provide('paypal', connector);
