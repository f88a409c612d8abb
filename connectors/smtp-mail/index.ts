/** A workspace's own mail server, by SMTP submission: port 465 with TLS, 587 with STARTTLS. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { mailCarriers, type CarrierAccount, type MailCarrier } from '#modules/mail/index.ts';
import { config } from '#platform/config.ts';
import { smtpTransport, type SmtpAccount } from '#platform/mail/transport.ts';
import { module } from '#platform/module.ts';
import { Refusal } from '#platform/refusal.ts';

const PORTS = new Set([25, 465, 587, 2465, 2525, 2587]);

const smtp: MailCarrier = {
  says: 'Your own mail server (SMTP)',
  fields: [
    { key: 'host', says: 'Server' },
    { key: 'port', says: 'Port', usual: '587' },
    { key: 'user', says: 'User name', usual: '' },
    { key: 'password', says: 'Password', secret: true },
  ],
  async check(given) {
    const account = accountOf(given);
    await refuseOurOwnNetwork(account);
    const transport = smtpTransport(account);
    try {
      await transport.verify();
    } catch (error) {
      throw new Refusal('mail_server', sentenceOf(error as Trouble, account));
    } finally {
      transport.close();
    }
    return `${account.host} takes our mails.`;
  },
  open: (given) => smtpTransport(accountOf(given)),
};

function accountOf({ account, secret }: CarrierAccount): SmtpAccount {
  const port = Number(account['port'] || 587);
  const user = account['user'] ?? '';
  return { host: account['host'] ?? '', port, secure: port === 465 || port === 2465, requireTLS: isStrict(), ...(user && { auth: { user, pass: secret?.reveal() ?? '' } }) };
}

// Developers and tests talk to servers on the same machine, without certificates.
function isStrict(): boolean {
  return config().NODE_ENV === 'production';
}

const OURS = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) OURS.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 127], ['fc00::', 7], ['fe80::', 10]] as const) OURS.addSubnet(net, bits, 'ipv6');

// Whoever rents a workspace here must not reach the machines behind the installation's own walls.
async function refuseOurOwnNetwork({ host, port }: SmtpAccount): Promise<void> {
  if (!isStrict()) return;
  if (!PORTS.has(port)) throw new Refusal('mail_server', `Mail servers take mails on port 587 or 465, not ${port}.`, { fields: { 'account.port': 'is not a port of a mail server' } });
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length === 0) throw new Refusal('mail_server', `There is no server called ${host}. Check the spelling.`);
  if (found.some(({ address }) => OURS.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))) throw new Refusal('mail_server', `${host} is inside this installation’s own network and cannot be used.`);
}

interface Trouble extends Error {
  code?: string;
  responseCode?: number;
}

function sentenceOf({ code, responseCode, message }: Trouble, { host, port }: SmtpAccount): string {
  if (code === 'EAUTH') return `${host} does not accept this user name and password.`;
  if (code === 'EDNS' || code === 'ENOTFOUND') return `There is no server called ${host}. Check the spelling.`;
  if (code === 'ETIMEDOUT' || code === 'ECONNECTION' || code === 'ESOCKET') return `${host} does not answer on port ${port}. Check server and port.`;
  if (code === 'ETLS') return `${host} does not offer an encrypted connection on port ${port}.`;
  return `${host} said no${responseCode ? ` (${responseCode})` : ''}: ${message.slice(0, 200)}`;
}

mailCarriers.provide('smtp', smtp);

export const smtpMail = module({ name: 'smtp-mail', uses: ['mail'] });
