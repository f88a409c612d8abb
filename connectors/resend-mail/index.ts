/** Resend (resend.com), by its HTTP API: https://resend.com/docs/api-reference. */
import { TAG } from './reports.ts';
import { mailCarriers, type CarrierAccount, type MailCarrier } from '#modules/mail/index.ts';
import { NotBefore, RecipientRefused, type OutgoingMail } from '#platform/mail/transport.ts';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';

let base = 'https://api.resend.com';
let patience = 15_000;

/** Test support: another address for Resend, and less patience. */
export function useResendAt(address: string, timeoutMillis = 15_000): void {
  base = address;
  patience = timeoutMillis;
}

interface Problem {
  name?: string;
  message?: string;
}

const resend: MailCarrier = {
  says: 'Resend',
  fields: [{ key: 'key', says: 'API key', secret: true }],
  async check(account) {
    const answer = await ask(account, '/domains', { method: 'GET' }).catch((error: Error) => {
      throw new Refusal('mail_server', `Resend could not be reached: ${error.message}`);
    });
    const body = (await answer.json().catch(() => ({}))) as Problem & { data?: { name: string; status: string }[] };
    // A key that may only send cannot be asked for more; the first mail will show the rest.
    if (body.name === 'restricted_api_key') return 'The key may send mails. Whether your domain is verified shows with the first one.';
    if (answer.status === 401 || answer.status === 403) throw new Refusal('mail_server', 'Resend does not accept this API key.');
    if (!answer.ok) throw new Refusal('mail_server', `Resend answered ${answer.status}. Try again in a moment.`);
    return domainSentence(account.senderAddress, body.data ?? []);
  },
  open: (account) => ({ deliver: (mail) => deliver(account, mail), close: () => {} }),
};

function domainSentence(senderAddress: string, domains: readonly { name: string; status: string }[]): string {
  const domain = senderAddress.slice(senderAddress.lastIndexOf('@') + 1).toLowerCase();
  const found = domains.find(({ name }) => domain === name || domain.endsWith(`.${name}`));
  if (!found) throw new Refusal('mail_server', `The domain ${domain} is not in this Resend account. Add it there, or send from another address.`);
  if (found.status !== 'verified') throw new Refusal('mail_server', `Resend has not verified the domain ${found.name} yet. Finish its DNS records there and try again.`);
  return `Resend takes mails from ${found.name}.`;
}

async function deliver(account: CarrierAccount, { messageId, from, to, subject, html, text, headers, replyTo }: OutgoingMail): Promise<void> {
  const body = JSON.stringify({ from, to: [to], subject, html, text, headers: { ...headers, 'Message-ID': messageId }, tags: [{ name: TAG, value: /<([^@>]+)@/.exec(messageId)?.[1] ?? 'none' }], ...(replyTo && { reply_to: [replyTo] }) });
  // Resend remembers a key for 24 hours and sends nothing twice for it.
  const answer = await ask(account, '/emails', { method: 'POST', body, headers: { 'content-type': 'application/json', 'idempotency-key': messageId } });
  if (answer.ok) return void (await answer.body?.cancel());
  throw await troubleOf(answer);
}

async function troubleOf(answer: Response): Promise<Error> {
  const { name = '', message = '' } = (await answer.json().catch(() => ({}))) as Problem;
  const sentence = `Resend answered ${answer.status}${message ? `: ${message}` : ''}`;
  if (answer.status === 429) return new NotBefore(sentence, Number(answer.headers.get('retry-after')) || 60);
  // A parameter it cannot use is the address, as everything else is ours and the same for every mail.
  if (answer.status === 422 && name === 'validation_error' && /\bto\b/i.test(message)) return new RecipientRefused(sentence);
  return new Error(sentence);
}

function ask({ secret }: CarrierAccount, path: string, { headers, ...init }: RequestInit): Promise<Response> {
  return fetch(base + path, { ...init, headers: { ...headers, authorization: `Bearer ${secret?.reveal() ?? ''}`, 'user-agent': 'quickdash' }, signal: AbortSignal.timeout(patience) });
}

mailCarriers.provide('resend', resend);

export const resendMail = module({ name: 'resend-mail', uses: ['integrations', 'mail'] });
