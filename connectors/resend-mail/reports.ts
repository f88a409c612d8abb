/** What Resend tells became of mails: https://resend.com/docs/dashboard/webhooks/event-types. */
import { callVendor, connectors, type Account, type Connector, type Hooks } from '#modules/integrations/index.ts';
import { recordMailFate, type MailFate } from '#modules/mail/index.ts';
import { Refusal } from '#platform/refusal.ts';

export const RESEND = 'https://api.resend.com';
/** The tag that carries our own id of a mail. */
export const TAG = 'quickdash_mail';

const FATES: Record<string, MailFate['fate']> = { 'email.delivered': 'delivered', 'email.delivery_delayed': 'delayed', 'email.bounced': 'bounced', 'email.complained': 'complained', 'email.suppressed': 'bounced' };

interface Event {
  type?: string;
  created_at?: string;
  data?: { to?: string[]; tags?: Record<string, string> | { name: string; value: string }[]; bounce?: { type?: string; subType?: string; message?: string } };
}

function tagOf(tags: NonNullable<Event['data']>['tags']): string | undefined {
  return Array.isArray(tags) ? tags.find(({ name }) => name === TAG)?.value : tags?.[TAG];
}

const hooks: Hooks = {
  scheme: 'standard',
  how: 'Quickdash adds this address at Resend by itself. With a key that may only send mails, add it there under Webhooks and put its signing secret here.',
  secrets: ({ secrets }) => [secrets['signingSecret'], secrets['hookSecret']].filter((secret): secret is string => Boolean(secret)),
  read: (body, headers) => ({ id: headers.get('svix-id') ?? headers.get('webhook-id') ?? '', event: (JSON.parse(body) as Event).type ?? '' }),
  async hear(ctx, _account, { event, body }) {
    const fate = FATES[event];
    const { data, created_at: at } = JSON.parse(body) as Event;
    const [address] = data?.to ?? [];
    if (!fate || !address) return 'ignored';
    const { type = '', message = '' } = data?.bounce ?? {};
    const forGood = fate === 'bounced' && /transient|soft|undetermined/i.test(type) ? 'no' : 'yes';
    return recordMailFate(ctx, { messageId: tagOf(data?.tags), fate, forGood, address, detail: message || event, at: at ? new Date(at) : new Date(0) });
  },
};

async function ask(account: Account, path: string, { method, body }: { method: 'GET' | 'POST' | 'DELETE'; body?: object }) {
  const headers = { authorization: `Bearer ${account.secrets['apiKey']}`, 'content-type': 'application/json' };
  const answer = await callVendor(`${RESEND}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`Resend answered ${answer.status}`);
  if (answer.status >= 400 && answer.json['name'] !== 'restricted_api_key') throw new Refusal('not_connected', `Resend said no: ${String(answer.json['message'] ?? answer.status)}`);
  return answer.json;
}

const connector: Connector = {
  says: 'Resend delivery reports',
  about: 'Tells which mails arrived, came back or were called spam, and keeps such addresses off your mails.',
  group: 'Mail',
  keys: [
    { key: 'apiKey', says: 'API key', about: 'The one your mails leave with, or another of the same account.', secret: true },
    { key: 'signingSecret', says: 'Signing secret', about: 'Begins with whsec_. Only needed when the key may not add webhooks.', secret: true, optional: true },
  ],
  async verify(account) {
    const { data, name } = await ask(account, '/domains', { method: 'GET' });
    if (name === 'restricted_api_key') return { label: 'A key that may send mails' };
    const domains = ((data as { data?: { name: string }[] } | undefined)?.data ?? (data as { name: string }[] | undefined) ?? []).map((domain) => domain.name);
    return { label: domains.length > 0 ? domains.slice(0, 3).join(', ') : 'No domain yet' };
  },
  webhooks: hooks,
  async subscribe(account, address) {
    if (account.secrets['signingSecret'] || account.settings['hookId']) return {};
    const made = await ask(account, '/webhooks', { method: 'POST', body: { endpoint: address, events: Object.keys(FATES) } });
    if (typeof made['signing_secret'] !== 'string') throw new Refusal('not_connected', 'this key may not add webhooks. Add the address below at Resend and put its signing secret here.');
    return { settings: { hookId: String(made['id']) }, secrets: { hookSecret: made['signing_secret'] } };
  },
  async disconnect(account) {
    if (account.settings['hookId']) await ask(account, `/webhooks/${account.settings['hookId']}`, { method: 'DELETE' });
  },
};

connectors.provide('resend', connector);
