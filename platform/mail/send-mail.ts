import * as z from 'zod';
import { config } from '../config.ts';
import type { Queries } from '../db/query.ts';
import type { Context } from '../tenancy/context.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { type MailTransport, mailTransport, RecipientRefused } from './transport.ts';

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The installation's MAIL_FROM unless told. */
  from?: string;
  /** Further headers, e.g. List-Unsubscribe. */
  headers?: Record<string, string>;
}

/** sent: accepted by the mail server. kept: no transport, see /dev/mail. refused: the recipient does not exist. */
export type MailOutcome = 'sent' | 'kept' | 'refused';

/**
 * Sends a mail of the workspace. `once` names the delivery: repeating the call never records, and normally never sends,
 * a second mail. Throws when the mail server cannot be reached or another process is sending it right now; the reaction
 * that calls it is then repeated.
 */
export function sendMail(ctx: Context, mail: Mail, { once }: { once: string }): Promise<MailOutcome> {
  return deliverOnce({ table: 'mail_messages', unique: 'workspace_id, once', open: (work) => ctx.transaction(work) }, mail, once);
}

/** Sends a mail to a person before a workspace is known: sign-up, password reset, invitation. */
export function sendAccountMail(mail: Mail, { once }: { once: string }): Promise<MailOutcome> {
  return deliverOnce({ table: 'account_mails', unique: 'once', open: (work) => platformTransaction('sign-in', work) }, mail, once);
}

interface Book {
  table: 'mail_messages' | 'account_mails';
  unique: string;
  open<T>(work: (q: Queries) => Promise<T>): Promise<T>;
}

interface Entry {
  id: string;
  state: 'waiting' | 'sending' | MailOutcome;
}

// A process that died while sending holds its claim this long; then the mail is sent again under the same Message-ID.
const CLAIM_SECONDS = 120;
const Address = z.string().max(320).regex(/^[^\r\n]+@[^\r\n]+$/);

async function deliverOnce(book: Book, mail: Mail, once: string): Promise<MailOutcome> {
  const from = mail.from ?? config().MAIL_FROM;
  const transport = mailTransport();
  const entry = await enter(book, mail, from, once, transport ? 'waiting' : 'kept');
  if (entry.state === 'sent' || entry.state === 'kept' || entry.state === 'refused') return entry.state;
  if (!transport) return keep(book, entry.id);
  if (!(await claim(book, entry.id))) throw new Error(`The mail "${once}" is being sent by another process`);
  return attempt(book, transport, entry.id, { ...mail, from });
}

function enter(book: Book, mail: Mail, from: string, once: string, state: Entry['state']): Promise<Entry> {
  const values = [once, from, Address.parse(mail.to), mail.subject, mail.html, mail.text, state];
  return book.open(async (q) => {
    await q.query(
      `insert into ${book.table} (once, sender, recipient, subject, html, text, state) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (${book.unique}) do nothing`,
      values,
    );
    const [entry] = await q.query<Entry>(`select id, state from ${book.table} where once = $1`, [once]);
    return entry!;
  });
}

async function claim(book: Book, id: string): Promise<boolean> {
  const rows = await book.open((q) =>
    q.query(
      `update ${book.table} set state = 'sending', attempts = attempts + 1, attempted_at = now()
        where id = $1 and (state = 'waiting' or (state = 'sending' and attempted_at < now() - make_interval(secs => $2)))
        returning id`,
      [id, CLAIM_SECONDS],
    ),
  );
  return rows.length > 0;
}

async function attempt(book: Book, transport: MailTransport, id: string, mail: Mail & { from: string }): Promise<MailOutcome> {
  // RFC 3834: tells vacation responders not to answer.
  const headers = { 'Auto-Submitted': 'auto-generated', ...mail.headers };
  try {
    await transport.deliver({ ...mail, headers, messageId: `<${id}@${domainOf(mail.from)}>` });
  } catch (error) {
    return notDelivered(book, id, error as Error);
  }
  await settle(book, id, 'sent', null);
  return 'sent';
}

async function notDelivered(book: Book, id: string, error: Error): Promise<MailOutcome> {
  const forGood = error instanceof RecipientRefused;
  await settle(book, id, forGood ? 'refused' : 'waiting', error.message);
  if (forGood) return 'refused';
  throw error;
}

async function settle(book: Book, id: string, state: Entry['state'], error: string | null): Promise<void> {
  await book.open((q) =>
    q.query(
      `update ${book.table} set state = $2, last_error = $3, sent_at = case when $2 = 'sent' then now() end where id = $1`,
      [id, state, error],
    ),
  );
}

async function keep(book: Book, id: string): Promise<MailOutcome> {
  await settle(book, id, 'kept', null);
  return 'kept';
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
