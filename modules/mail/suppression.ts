import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { useSuppression } from '#platform/mail/send-mail.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { mailSuppressions } from './tables.ts';

const REASONS = ['bounced', 'complained', 'by hand'] as const;
type Reason = (typeof REASONS)[number];

const SAYS: Record<Reason, string> = {
  bounced: 'Mails to this address came back, so nothing more is sent to it.',
  complained: 'Whoever has this address called a mail of yours spam, so nothing more is sent to it.',
  'by hand': 'This address was put on the list of those that get no mail.',
};

// A mail is never sent to an address on the list; the log of mails says why.
useSuppression(async (q, address) => {
  const [row] = await q.query<{ reason: Reason }>('select reason from mail_suppressions where address = $1', [address.toLowerCase()]);
  return row && SAYS[row.reason];
});

export const mailSuppressed = event({
  name: 'mail.suppressed',
  says: 'An address gets no more mail',
  data: z.object({ suppressionId: z.uuid(), address: z.string(), reason: z.enum(REASONS) }),
  about: 'suppressionId',
});

export const suppressionList = listView({
  name: 'mail.suppressions',
  route: 'GET /mail/suppressions',
  says: 'Addresses that get no mail',
  needs: 'mail:read',
  from: mailSuppressions,
  columns: {
    address: column(mailSuppressions.address, { says: 'Address', search: true, sort: true }),
    reason: column(mailSuppressions.reason, { says: 'Why', filter: 'any of', values: REASONS }),
    detail: column(mailSuppressions.detail, { says: 'What the other side said' }),
    createdAt: column(mailSuppressions.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [mailSuppressed],
});

interface Suppressed {
  address: string;
  reason: Reason;
  detail: string;
}

async function suppress(tx: Tx, { address, reason, detail }: Suppressed): Promise<string> {
  const name = address.toLowerCase();
  const [made] = await tx.sql<{ id: string }>`
    insert into mail_suppressions (address, reason, detail, created_at) values (${name}, ${reason}, ${detail.slice(0, 500)}, ${tx.now})
    on conflict (workspace_id, address) do nothing returning id`;
  if (made) tx.tell(mailSuppressed, { suppressionId: made.id, address: name, reason });
  const [row] = made ? [made] : await tx.sql<{ id: string }>`select id from mail_suppressions where address = ${name}`;
  return row!.id;
}

export const suppressAddress = operation({
  name: 'mail.suppress',
  route: 'POST /mail/suppressions',
  says: 'Send no more mail to an address',
  needs: 'mail:write',
  input: z.object({ address: z.email().max(254), note: z.string().trim().max(300).default('') }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { address, note }) {
    const id = await suppress(tx, { address, reason: 'by hand', detail: note });
    tx.changed({ record: 'mail address', id, after: { suppressed: address.toLowerCase() } });
    return { id };
  },
});

export const releaseAddress = operation({
  name: 'mail.release',
  route: 'DELETE /mail/suppressions/:id',
  says: 'Send mail to an address again',
  needs: 'mail:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [gone] = await tx.sql<{ address: string; reason: string }>`delete from mail_suppressions where id = ${id} returning address, reason`;
    if (!gone) throw notFound('The address');
    tx.changed({ record: 'mail address', id, before: { suppressed: gone.address, reason: gone.reason }, after: { suppressed: null } });
    return { id };
  },
});

/** What a mail company tells became of a mail: `messageId` is ours. Told twice or out of order, the worst that happened stands. */
export interface MailFate {
  messageId: string | undefined;
  fate: 'delivered' | 'delayed' | 'bounced' | 'complained';
  /** A soft bounce may arrive next time; only a hard one closes the address. */
  forGood: 'yes' | 'no';
  address: string;
  detail: string;
  at: Date;
}

const WEIGHT = { delayed: 1, delivered: 2, bounced: 3, complained: 4 } as const;

/** Writes down what became of a mail; an address that bounces for good or complains gets no more. Answers whether the mail was ours. */
export async function recordMailFate(ctx: Context, { messageId, fate, forGood, address, detail, at }: MailFate): Promise<'done' | 'ignored'> {
  if (!messageId || !z.uuid().safeParse(messageId).success) return 'ignored';
  return ctx.transaction(async (tx) => {
    const [mail] = await tx.sql<{ recipient: string; fate: keyof typeof WEIGHT | null }>`select recipient, fate from mail_messages where id = ${messageId} for update`;
    if (!mail || mail.recipient.toLowerCase() !== address.toLowerCase()) return 'ignored';
    if (!mail.fate || WEIGHT[fate] > WEIGHT[mail.fate]) await tx.sql`update mail_messages set fate = ${fate}, fate_detail = ${detail.slice(0, 500)}, fate_at = ${at} where id = ${messageId}`;
    if (forGood === 'yes' && (fate === 'bounced' || fate === 'complained')) await suppress(tx, { address, reason: fate, detail });
    return 'done';
  });
}
