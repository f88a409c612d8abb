import { reaction } from '#platform/events/reaction.ts';
import { formatMoney } from '#platform/money.ts';
import { sendMail, type Mail } from '#platform/mail/send-mail.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { paymentRefunded } from '#modules/payments/index.ts';
import { html, titleOf, type Sender } from './confirmation-mail.ts';
import { orderFulfilled, orderMailAsked, orderUpdated, returnDecided } from './events.ts';
import { orderPath } from './order-link.ts';
import { mailsOf } from './order-mails.ts';
import { readOrder, type FulfilmentRecord, type OrderRecord } from './order-record.ts';
import { senderOf } from './reactions.ts';
import { returnBy, type ReturnRecord } from './returns/return-record.ts';

/** A parcel is on its way: what is in it and how to follow it. */
export const writeOfAParcel = reaction({
  name: 'orders.parcel-mail',
  on: orderFulfilled,
  async run(ctx, { orderId, fulfilmentId, notify }) {
    if (!fulfilmentId || notify === false) return;
    await write(ctx, orderId, `order-parcel:${fulfilmentId}`, async (order) => {
      const parcel = order.fulfilments.find(({ id, cancelledAt }) => id === fulfilmentId && !cancelledAt);
      return parcel && parcelWords(order, parcel);
    });
  },
});

/** A return was agreed or declined: how to send it back, or why not. */
export const writeOfAReturn = reaction({
  name: 'orders.return-mail',
  on: returnDecided,
  run: (ctx, { orderId, returnId, name, approved }) => write(ctx, orderId, `order-return:${returnId}:${approved ? 'yes' : 'no'}`, async (order) => returnWords(order, await ctx.read((r) => returnBy(r, returnId)), name)),
});

/** Money is on its way back. */
export const writeOfARefund = reaction({
  name: 'orders.refund-mail',
  on: paymentRefunded,
  run: (ctx, { orderId, amount }, told) =>
    write(ctx, orderId, `order-refund:${told.id}`, async (order, sender) => ({
      subject: `A refund for your order #${order.number}`,
      opening: `We refunded ${formatMoney(amount, sender.locale)} of your order #${order.number}.`,
      sentence: 'Depending on your bank it takes a few days to arrive.',
      rows: [],
    })),
});

/** A mail of an order, once more. */
export const sendAgain = reaction({
  name: 'orders.mail-again',
  on: orderMailAsked,
  async run(ctx, { orderId, number, mailId, to }, told) {
    const mail = (await ctx.read((r) => mailsOf(r, orderId))).find(({ id }) => id === mailId);
    if (!mail) return;
    await sendMail(ctx, { to, subject: mail.subject, html: mail.html, text: mail.text }, { once: `order-mail-again:${told.id}`, about: orderId });
    await ctx.transaction(async (tx) => tx.tell(orderUpdated, { orderId, number, change: 'mail' }));
  },
});

interface Words {
  subject: string;
  opening: string;
  sentence: string;
  rows: (readonly [string, string])[];
}

async function write(ctx: Context, orderId: string, once: string, wordsFor: (order: OrderRecord, sender: Sender) => Promise<Words | undefined>): Promise<void> {
  const [known] = await ctx.read((r) => r.sql`select 1 from orders where id = ${orderId} and email <> ''`);
  if (!known) return;
  const order = await ctx.read((r) => readOrder(r, orderId));
  const sender = await senderOf(ctx, order.storefrontId);
  const words = await wordsFor(order, sender);
  if (!words) return;
  await sendMail(ctx, mailOf(order, sender, words, sender.url + orderPath(ctx.workspaceId, order)), { once, about: orderId });
  await ctx.transaction(async (tx) => tx.tell(orderUpdated, { orderId, number: order.number, change: 'mail' }));
}

function mailOf(order: OrderRecord, sender: Sender, { subject, opening, sentence, rows }: Words, link: string): Mail {
  const list = rows.map((row) => row.filter(Boolean).join(': ')).join('\n');
  const text = [`${opening}\n${sentence}`, list, `Follow your order: ${link}`, sender.shop].filter(Boolean).join('\n\n');
  return { to: order.email, subject, text: `${text}\n`, html: html({ opening, sentence, rows, sums: [], link, shop: sender.shop, brand: sender.brand }) };
}

function parcelWords(order: OrderRecord, parcel: FulfilmentRecord): Words {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const track = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ');
  const follow = parcel.trackingUrl ? `Follow the parcel: ${parcel.trackingUrl}` : '';
  return {
    subject: `Your order #${order.number} is on its way`,
    opening: `A parcel of your order #${order.number} is on its way.`,
    sentence: [track && `${track}.`, follow].filter(Boolean).join(' '),
    rows: parcel.lines.flatMap(({ lineId, quantity }) => (lines.has(lineId) ? [[`${quantity} × ${titleOf(lines.get(lineId)!)}`, ''] as const] : [])),
  };
}

function returnWords(order: OrderRecord, back: ReturnRecord, name: string): Words {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const rows = back.lines.flatMap(({ lineId, quantity }) => (lines.has(lineId) ? [[`${quantity} × ${titleOf(lines.get(lineId)!)}`, ''] as const] : []));
  if (back.stage === 'declined') return { subject: `Your return ${name}`, opening: `We cannot take back what you wanted to return (${name}).`, sentence: back.outcome, rows };
  const label = back.labelUrl ? `Your label: ${back.labelUrl}` : '';
  return { subject: `Your return ${name}`, opening: `You can send these things back (${name}).`, sentence: [back.instructions, label].filter(Boolean).join(' '), rows };
}
