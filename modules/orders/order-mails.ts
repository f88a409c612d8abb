import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { orderMailAsked, orderUpdated } from './events.ts';
import { lockOrder } from './lock-order.ts';
import { writeTimeline } from './timeline.ts';

const Mail = z.object({
  id: z.uuid(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  state: z.string().meta({ description: 'waiting, sending, sent, refused, or kept when no mail server is configured' }),
  html: z.string(),
  text: z.string(),
});
type Mail = z.infer<typeof Mail>;

/** The mails an order brought about, oldest first, as they were sent. */
export const orderMails = view({
  name: 'orders.mails',
  route: 'GET /orders/:id/mails',
  says: 'Mails of an order',
  needs: 'orders:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(Mail) }),
  read: async (r, { id }) => ({ data: await mailsOf(r, id) }),
});

/** Sends a mail of an order once more: to the same person, or to another address. */
export const resendMail = operation({
  name: 'orders.resend-mail',
  route: 'POST /orders/:id/mails/:mailId/resending',
  says: 'Send a mail of an order again',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), mailId: z.uuid(), to: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('an e-mail address is needed'))]).default('') }),
  output: z.object({ id: z.uuid(), to: z.string() }),
  async run(tx, { id, mailId, to }) {
    const order = await lockOrder(tx, id);
    const mail = (await mailsOf(tx, id)).find((each) => each.id === mailId);
    if (!mail) throw notFound('This mail');
    const recipient = to || mail.to;
    await writeTimeline(tx, { orderId: id, kind: 'mail', says: `“${mail.subject}” was sent again to ${recipient}.` });
    tx.tell(orderMailAsked, { orderId: id, number: order.number, mailId, to: recipient });
    tx.tell(orderUpdated, { orderId: id, number: order.number, change: 'mail' });
    return { id: mailId, to: recipient };
  },
});

// Confirmations of earlier versions carry the order in their name only.
export async function mailsOf(r: Reader, orderId: string): Promise<Mail[]> {
  const rows = await r.sql<Omit<Mail, 'at'> & { createdAt: Date }>`
    select id, created_at as "createdAt", recipient as to, subject, state, html, text from mail_messages
    where about = ${orderId} or once = ${`order-confirmation:${orderId}`} order by created_at, id`;
  return rows.map(({ createdAt, ...mail }) => ({ ...mail, at: createdAt.toISOString() }));
}
