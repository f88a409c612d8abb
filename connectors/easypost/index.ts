/**
 * EasyPost: labels and tracking of many carriers by one account (docs.easypost.com). The account is connected by key and tried at
 * once; what it says of parcels on their way comes in signed and is kept. Labels are not bought from here yet.
 */
import { randomBytes } from 'node:crypto';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';
import { callVendor, connectors, type Account, type Connector, type Hooks } from '#modules/integrations/index.ts';

export const easyPost = module({ name: 'easypost', uses: ['integrations'] });

export const API = 'https://api.easypost.com';

async function ask({ secrets }: Account, path: string, { method, body }: { method: 'GET' | 'POST' | 'DELETE'; body?: object }): Promise<Record<string, unknown>> {
  const headers = { authorization: `Basic ${Buffer.from(`${secrets['apiKey']}:`).toString('base64')}`, ...(body && { 'content-type': 'application/json' }) };
  const { status, json } = await callVendor(`${API}/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (status >= 200 && status < 300) return json;
  if (status === 401 || status === 403) throw new Refusal('not_connected', 'EasyPost does not accept this key.');
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) throw new Refusal('refused', `EasyPost said no: ${String((json['error'] as { message?: string } | undefined)?.message ?? status)}`);
  throw new Error(`EasyPost answered ${status}`);
}

interface Event {
  id?: string;
  description?: string;
}

const hooks: Hooks = {
  scheme: 'easypost',
  how: 'Quickdash adds this address to your account by itself. Otherwise add it at EasyPost under Webhooks with a secret, and put that secret here.',
  secrets: ({ secrets }) => [secrets['signingSecret'], secrets['hookSecret']].filter((secret): secret is string => Boolean(secret)),
  read(body) {
    const { id, description } = JSON.parse(body) as Event;
    return { id: id ?? '', event: description ?? '' };
  },
  // Kept for reading; no parcel of ours is known by EasyPost's numbers yet.
  hear: () => Promise.resolve('ignored'),
};

const connector: Connector = {
  says: 'EasyPost',
  about: 'Hears from EasyPost how parcels are getting on. Labels cannot be bought from here yet.',
  group: 'Delivery',
  keys: [
    { key: 'apiKey', says: 'API key', about: 'Begins with EZAK (live) or EZTK (test); at EasyPost under Account, API keys.', secret: true },
    { key: 'signingSecret', says: 'Secret of the webhook', about: 'Only needed when you add the webhook there yourself.', secret: true, optional: true },
  ],
  async verify(account) {
    const key = account.secrets['apiKey'] ?? '';
    if (!/^EZ[AT]K\w{8,}$/.test(key)) throw new Refusal('invalid', 'This is no API key of EasyPost.', { fields: { 'secrets.apiKey': 'begins with EZAK or EZTK' } });
    // A question every key may ask, whose answer stays short.
    await ask(account, '/trackers?page_size=1', { method: 'GET' });
    return { label: key.startsWith('EZAK') ? 'Live account' : 'Test account' };
  },
  webhooks: hooks,
  async subscribe(account, address) {
    if (account.secrets['signingSecret'] || account.settings['hookId']) return {};
    const secret = randomBytes(32).toString('hex');
    const made = await ask(account, '/webhooks', { method: 'POST', body: { webhook: { url: address, webhook_secret: secret } } });
    return { settings: { hookId: String(made['id']) }, secrets: { hookSecret: secret } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await ask(account, `/webhooks/${account.settings['hookId']}`, { method: 'DELETE' });
  },
};

connectors.provide('easypost', connector);
