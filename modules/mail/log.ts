import * as z from 'zod';
import { sql } from 'drizzle-orm';
import { event } from '#platform/events/event.ts';
import { reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import { attemptMail, bookOf } from '#platform/mail/send-mail.ts';
import { mailMessages } from '#platform/mail/tables.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

// What people see: being sent is waiting, a refused address has failed, and what stays in the mailbox was not sent at all.
const state = sql<string>`case ${mailMessages.state} when 'sending' then 'waiting' when 'refused' then 'failed' else ${mailMessages.state} end`;

export const mailList = listView({
  name: 'mail.list',
  route: 'GET /mail/messages',
  says: 'Mails that were sent',
  needs: 'mail:read',
  from: mailMessages,
  search: [{ text: mailMessages.searchText, key: mailMessages.id }],
  columns: {
    subject: column(mailMessages.subject, { says: 'Subject', search: true }),
    recipient: column(mailMessages.recipient, { says: 'To', search: true, sort: true }),
    state: column(state, { says: 'State', filter: 'any of', values: ['waiting', 'sent', 'failed', 'kept'] }),
    createdAt: column(mailMessages.createdAt, { says: 'When', filter: 'dates', sort: 'newest first' }),
    reason: column(mailMessages.lastError, { says: 'Why not' }),
    fate: column(mailMessages.fate, { says: 'At the other end', filter: 'any of', values: ['delivered', 'delayed', 'bounced', 'complained'] }),
    via: column(mailMessages.via, { says: 'By' }),
  },
});

interface Message {
  id: string;
  subject: string;
  recipient: string;
  sender: string;
  html: string;
  text: string;
  state: string;
  confidential: boolean;
  attempts: number;
  reason: string | null;
  via: string | null;
  fate: string | null;
  fateDetail: string;
  fateAt: Date | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date | null;
}

const HIDDEN = 'This mail holds a personal link, so its text is shown to nobody but the one it was sent to.';

/** One mail. A text that holds a key to somebody's account is not shown. */
export const mailMessage = view({
  name: 'mail.message',
  route: 'GET /mail/messages/:id',
  says: 'A mail that was sent',
  needs: 'mail:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(), subject: z.string(), recipient: z.string(), sender: z.string(), html: z.string(), text: z.string(), state: z.string(), confidential: z.boolean(),
    attempts: z.int(), reason: z.string().nullable(), via: z.string().nullable(), fate: z.string().nullable(), fateDetail: z.string(), fateAt: z.string().nullable(), createdAt: z.string(), sentAt: z.string().nullable(), nextAttemptAt: z.string().nullable(),
  }),
  async read(r, { id }) {
    const mail = await messageOf(r, id);
    const body = mail.confidential ? { html: '', text: HIDDEN } : { html: mail.html, text: mail.text };
    const iso = (at: Date | null) => at?.toISOString() ?? null;
    return { ...mail, ...body, fateAt: iso(mail.fateAt), createdAt: mail.createdAt.toISOString(), sentAt: iso(mail.sentAt), nextAttemptAt: iso(mail.nextAttemptAt) };
  },
});

async function messageOf(r: Reader, id: string): Promise<Message> {
  const [mail] = await r.sql<Message>`
    select id, subject, recipient, sender, html, text, confidential, attempts, last_error as reason, via, fate, fate_detail as "fateDetail", fate_at as "fateAt", created_at as "createdAt", sent_at as "sentAt", next_attempt_at as "nextAttemptAt",
      case state when 'sending' then 'waiting' when 'refused' then 'failed' else state end as state
    from mail_messages where id = ${id}`;
  if (!mail) throw notFound('The mail');
  return mail;
}

export const mailResendAsked = event({
  name: 'mail.resend-asked',
  says: 'A mail is to be sent once more',
  data: z.object({ messageId: z.uuid() }),
  about: 'messageId',
});

/** What was sent goes out as a new mail; what waits or has failed is tried again at once. */
export const resendMail = operation({
  name: 'mail.resend',
  route: 'POST /mail/messages/:id/sendings',
  says: 'Send a mail once more',
  needs: 'mail:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const mail = await messageOf(tx, id);
    if (mail.confidential && mail.state === 'sent') throw new Refusal('confidential', 'A mail with a personal link is not sent twice; have a new link made instead.');
    const messageId = mail.state === 'sent' || mail.state === 'kept' ? newId() : id;
    if (messageId === id) await tx.sql`update mail_messages set state = 'waiting', next_attempt_at = null, created_at = case when state = 'waiting' then created_at else ${tx.now} end where id = ${id} and state <> 'sending'`;
    else await tx.sql`
      insert into mail_messages (id, once, sender, recipient, subject, html, text, headers, about, confidential, state, created_at)
      select ${messageId}, once || ':again:' || ${messageId}, sender, recipient, subject, html, text, headers, about, confidential, 'waiting', ${tx.now} from mail_messages where id = ${id}`;
    tx.tell(mailResendAsked, { messageId });
    return { id: messageId };
  },
});

export const sendAsked = reaction({
  name: 'mail.send-asked',
  on: mailResendAsked,
  run: async (ctx, { messageId }) => void (await attemptMail(bookOf(ctx), messageId)),
});
