import type { Queries } from '../db/query.ts';
import * as z from 'zod';
import type { Context } from '../tenancy/context.ts';
import { platformTransaction } from '../tenancy/platform-door.ts';
import { DAY, later, MINUTE, now, SECOND } from '../time.ts';
import { NotBefore, RecipientRefused } from './transport.ts';
import { usualWay, wayOf, type MailWay } from './way.ts';

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The workspace's sender, or the installation's MAIL_FROM, unless told. */
  from?: string;
  /** Further headers, e.g. List-Unsubscribe. */
  headers?: Record<string, string>;
  /** The text holds a link that opens an account: the log of mails shows that it was sent, not what it says. */
  confidential?: boolean;
}

/**
 * sent: accepted by the mail server. kept: no transport, see /dev/mail. refused: the recipient does not exist. waiting: the
 * mail server could not be reached; the mail is stored and tried again for three days.
 */
export type MailOutcome = 'sent' | 'kept' | 'refused' | 'waiting';

/**
 * Sends a mail of the workspace. `once` names the delivery: repeating the call never records, and normally never sends,
 * a second mail. `about` is the id of the record it tells of.
 */
export async function sendMail(ctx: Context, mail: Mail, { once, about }: { once: string; about?: string }): Promise<MailOutcome> {
  const outcome = await deliverOnce(bookOf(ctx), mail, once);
  if (about) await ctx.transaction((tx) => tx.sql`update mail_messages set about = ${about} where once = ${once} and about is null`);
  return outcome;
}

/** Sends a mail to a person before a workspace is known: sign-up, password reset, invitation. */
export function sendAccountMail(mail: Mail, { once }: { once: string }): Promise<MailOutcome> {
  return deliverOnce(accountBook, { confidential: true, ...mail }, once);
}

/** Where mails are written down, and the way they leave. */
export interface Book {
  table: 'mail_messages' | 'account_mails';
  unique: string;
  open<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  way(): Promise<MailWay>;
  /** Why nothing is sent to this address; undefined while it gets mail. */
  closedTo?(address: string): Promise<string | undefined>;
}

type Suppression = (q: Queries, address: string) => Promise<string | undefined>;
let suppression: Suppression = async () => undefined;

/** The module that keeps the addresses which get no mail says which those are, in a workspace; once, at load. */
export function useSuppression(asked: Suppression): void {
  suppression = asked;
}

export const accountBook: Book = { table: 'account_mails', unique: 'once', open: (work) => platformTransaction('sign-in', work), way: async () => usualWay() };

export function bookOf(ctx: Context): Book {
  return { table: 'mail_messages', unique: 'workspace_id, once', open: (work) => ctx.transaction(work), way: () => wayOf(ctx), closedTo: (address) => ctx.read((r) => suppression(r, address)) };
}

interface Entry {
  id: string;
  state: 'waiting' | 'sending' | 'failed' | 'sent' | 'kept' | 'refused';
}

interface Claimed {
  id: string;
  attempts: number;
  sender: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string> | null;
  created_at: Date;
}

// A process that died while sending holds its claim this long; then the mail is sent again under the same Message-ID.
const CLAIM_SECONDS = 120;
const TRIED_FOR = 3 * DAY;
const LONGEST_PAUSE = 4 * 60 * MINUTE;
const Address = z.string().max(320).regex(/^[^\r\n]+@[^\r\n]+$/);

async function deliverOnce(book: Book, mail: Mail, once: string): Promise<MailOutcome> {
  const way = await book.way();
  const entry = await enter(book, mail, mail.from ?? way.from, once, way.transport ? 'waiting' : 'kept');
  if (entry.state === 'sent' || entry.state === 'kept' || entry.state === 'refused') return entry.state;
  return attemptMail(book, entry.id);
}

function enter(book: Book, mail: Mail, from: string, once: string, state: Entry['state']): Promise<Entry> {
  const values = [once, from, Address.parse(mail.to), mail.subject, mail.html, mail.text, state, mail.headers ? JSON.stringify(mail.headers) : null, mail.confidential === true];
  return book.open(async (q) => {
    await q.query(
      `insert into ${book.table} (once, sender, recipient, subject, html, text, state, headers, confidential) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)
        on conflict (${book.unique}) do nothing`,
      values,
    );
    const [entry] = await q.query<Entry>(`select id, state from ${book.table} where once = $1`, [once]);
    return entry!;
  });
}

/** One attempt at a stored mail that is waiting; leaves alone what somebody else is at, or what has to wait longer. */
export async function attemptMail(book: Book, id: string): Promise<MailOutcome> {
  const way = await book.way();
  if (!way.transport) return settle(book, id, { state: 'kept', via: way.name });
  const mail = await claim(book, id);
  if (!mail) return 'waiting';
  const closed = await book.closedTo?.(mail.recipient);
  if (closed) return settle(book, id, { state: 'refused', via: way.name, error: closed });
  try {
    await way.transport.deliver({ ...outgoing(mail), ...(way.replyTo && { replyTo: way.replyTo }) });
  } catch (error) {
    return notDelivered(book, mail, way, error as Error);
  }
  return settle(book, id, { state: 'sent', via: way.name });
}

async function claim(book: Book, id: string): Promise<Claimed | undefined> {
  const rows = await book.open((q) =>
    q.query<Claimed>(
      `update ${book.table} set state = 'sending', attempts = attempts + 1, attempted_at = $3::timestamptz
        where id = $1 and ((state = 'waiting' and (next_attempt_at is null or next_attempt_at <= $3)) or (state = 'sending' and attempted_at < $3::timestamptz - make_interval(secs => $2)))
        returning id, attempts, sender, recipient, subject, html, text, headers, created_at`,
      [id, CLAIM_SECONDS, now()],
    ),
  );
  return rows[0];
}

function outgoing({ id, sender, recipient, subject, html, text, headers }: Claimed) {
  // RFC 3834: tells vacation responders not to answer.
  return { messageId: `<${id}@${domainOf(sender)}>`, from: sender, to: recipient, subject, html, text, headers: { 'Auto-Submitted': 'auto-generated', ...headers } };
}

async function notDelivered(book: Book, mail: Claimed, way: MailWay, error: Error): Promise<MailOutcome> {
  const last = { error: error.message.slice(0, 500), via: way.name };
  if (error instanceof RecipientRefused) return settle(book, mail.id, { state: 'refused', ...last });
  if (mail.created_at < later(now(), -TRIED_FOR)) return settle(book, mail.id, { state: 'failed', ...last });
  const asked = error instanceof NotBefore ? error.seconds * SECOND : 0;
  const pause = Math.max(asked, Math.min(2 ** (mail.attempts - 1) * MINUTE, LONGEST_PAUSE));
  return settle(book, mail.id, { state: 'waiting', next: later(now(), pause), ...last });
}

interface Fate {
  state: Entry['state'];
  via: string;
  error?: string;
  next?: Date;
}

async function settle(book: Book, id: string, { state, via, error, next }: Fate): Promise<MailOutcome> {
  await book.open((q) =>
    q.query(
      `update ${book.table} set state = $2, last_error = $3, via = $4, next_attempt_at = $5, sent_at = case when $2 = 'sent' then $6::timestamptz end where id = $1`,
      [id, state, error ?? null, via, next ?? null, now()],
    ),
  );
  return state === 'failed' ? 'refused' : (state as MailOutcome);
}

function domainOf(from: string): string {
  return /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
