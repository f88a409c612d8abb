/**
 * PayPal: the payer agrees on PayPal's page, we take or reserve the money when they are back (Orders v2,
 * developer.paypal.com/docs/api/orders/v2). Connected by client id and secret of the merchant's own app.
 */
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { connectors, type Connector } from '#modules/integrations/index.ts';
import { askPayPal, tokenOf } from './client.ts';
import './provider.ts';
import './statements.ts';
import { EVENTS, payPalHooks } from './webhooks.ts';

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
  async verify(account) {
    if (!['live', 'sandbox'].includes(account.settings['mode'] ?? '')) throw new Refusal('invalid', 'The account is either live or sandbox.', { fields: { 'settings.mode': 'is either live or sandbox' } });
    await tokenOf(account);
    return { label: `${account.settings['mode'] === 'live' ? 'Live account' : 'Sandbox'} ${account.settings['clientId']!.slice(0, 12)}…` };
  },
  webhooks: payPalHooks,
  async subscribe(account, address) {
    if (account.settings['webhookId'] || account.settings['hookId']) return {};
    const made = await askPayPal(account, { method: 'POST', path: '/v1/notifications/webhooks', body: { url: address, event_types: EVENTS.map((name) => ({ name })) } });
    return { settings: { hookId: String(made['id']) } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await askPayPal(account, { method: 'DELETE', path: `/v1/notifications/webhooks/${account.settings['hookId']}` });
  },
};

connectors.provide('paypal', connector);
