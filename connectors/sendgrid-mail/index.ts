/** SendGrid, by its HTTP API v3: https://www.twilio.com/docs/sendgrid/api-reference. Sends mails and tells what became of them. */
import { callVendor, connectors, type Connector, type Hooks } from '#modules/integrations/index.ts';
import { mailCarriers, recordMailFate, type CarrierAccount, type MailCarrier, type MailFate } from '#modules/mail/index.ts';
import { NotBefore, RecipientRefused, type OutgoingMail } from '#platform/mail/transport.ts';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';

export const SENDGRID = 'https://api.sendgrid.com';

function ask(key: string, path: string, { method, body }: { method: 'GET' | 'POST'; body?: object }) {
  return callVendor(`${SENDGRID}${path}`, { method, headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) });
}

/** What the key may do, or a Refusal. */
async function scopesOf(key: string): Promise<string[]> {
  const { status, json } = await ask(key, '/v3/scopes', { method: 'GET' });
  if (status === 401 || status === 403) throw new Refusal('mail_server', 'SendGrid does not accept this API key.');
  if (status !== 200) throw new Refusal('mail_server', `SendGrid answered ${status}. Try again in a moment.`);
  return (json['scopes'] ?? []) as string[];
}

const carrier: MailCarrier = {
  says: 'SendGrid',
  fields: [{ key: 'key', says: 'API key', secret: true }],
  async check({ secret }) {
    if (!(await scopesOf(secret?.reveal() ?? '')).includes('mail.send')) throw new Refusal('mail_server', 'This API key may not send mails. Give it the permission Mail Send.');
    return 'SendGrid takes mails with this key.';
  },
  open: (account) => ({ deliver: (mail) => deliver(account, mail), close: () => {} }),
};

const ADDRESS = /^\s*(?:"([^"]*)"|([^<]*?))\s*<([^>]+)>\s*$/;

function person(text: string): { email: string; name?: string } {
  const [, quoted, bare, email] = ADDRESS.exec(text) ?? [];
  const name = quoted || bare;
  return email ? { email, ...(name && { name }) } : { email: text.trim() };
}

// SendGrid knows no key for repetitions; the Message-ID stays the same, so that a receiving server can tell one.
async function deliver({ secret }: CarrierAccount, { messageId, from, to, subject, html, text, headers, replyTo }: OutgoingMail): Promise<void> {
  const ours = /<([^@>]+)@/.exec(messageId)?.[1] ?? '';
  const body = {
    personalizations: [{ to: [person(to)], custom_args: { quickdash_mail: ours } }],
    from: person(from), subject, content: [{ type: 'text/plain', value: text }, { type: 'text/html', value: html }],
    headers: { ...headers, 'Message-ID': messageId }, ...(replyTo && { reply_to: person(replyTo) }),
  };
  const { status, headers: said, json } = await ask(secret?.reveal() ?? '', '/v3/mail/send', { method: 'POST', body });
  if (status >= 200 && status < 300) return;
  const [error] = (json['errors'] ?? []) as { message?: string; field?: string }[];
  const sentence = `SendGrid answered ${status}${error?.message ? `: ${error.message}` : ''}`;
  if (status === 429) throw new NotBefore(sentence, Number(said['x-ratelimit-reset'] ?? 0) > 0 ? 60 : 30);
  throw status === 400 && /\bto\b/.test(error?.field ?? '') ? new RecipientRefused(sentence) : new Error(sentence);
}

const FATES: Record<string, MailFate['fate']> = { delivered: 'delivered', deferred: 'delayed', bounce: 'bounced', dropped: 'bounced', spamreport: 'complained' };

interface Event {
  event?: string;
  email?: string;
  timestamp?: number;
  type?: string;
  reason?: string;
  response?: string;
  quickdash_mail?: string;
}

const hooks: Hooks = {
  scheme: 'sendgrid',
  how: 'At SendGrid under Settings, Mail settings, Event webhook: add this address, switch on the signature and put its verification key here.',
  secrets: ({ settings }) => [settings['verificationKey']].filter((key): key is string => Boolean(key)),
  // SendGrid sends many events at once, without an id for the bundle; each event may be heard twice.
  read: (body) => ({ id: '', event: [...new Set((JSON.parse(body) as Event[]).map((each) => each.event ?? ''))].join(', ') }),
  async hear(ctx, _account, { body }) {
    const fates: string[] = [];
    for (const each of JSON.parse(body) as Event[]) {
      const fate = FATES[each.event ?? ''];
      if (!fate || !each.email) continue;
      const forGood = each.event === 'bounce' && each.type === 'blocked' ? 'no' : each.event === 'dropped' ? 'no' : 'yes';
      fates.push(await recordMailFate(ctx, { messageId: each.quickdash_mail, fate, forGood, address: each.email, detail: each.reason ?? each.response ?? each.event!, at: new Date((each.timestamp ?? 0) * 1_000) }));
    }
    return fates.includes('done') ? 'done' : 'ignored';
  },
};

const connector: Connector = {
  says: 'SendGrid delivery reports',
  about: 'Tells which mails arrived, came back or were called spam, and keeps such addresses off your mails.',
  group: 'Mail',
  keys: [
    { key: 'verificationKey', says: 'Verification key', about: 'Of the signed event webhook.' },
    { key: 'apiKey', says: 'API key', secret: true },
  ],
  async verify({ secrets }) {
    const scopes = await scopesOf(secrets['apiKey'] ?? '');
    return { label: `A key with ${scopes.length === 1 ? 'one permission' : `${scopes.length} permissions`}` };
  },
  webhooks: hooks,
};

mailCarriers.provide('sendgrid', carrier);
connectors.provide('sendgrid', connector);

export const sendGridMail = module({ name: 'sendgrid-mail', uses: ['integrations', 'mail'] });
