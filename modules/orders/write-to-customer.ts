import { reaction } from '#platform/events/reaction.ts';
import { formatMoney } from '#platform/money.ts';
import { sendMail, type Mail } from '#platform/mail/send-mail.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { paymentRefunded } from '#modules/payments/index.ts';
import { html, titleOf, type Sender } from './confirmation-mail.ts';
import { orderFulfilled, orderMailAsked, orderUpdated, parcelMoved, returnDecided, returnRequested } from './events.ts';
import { orderPath, trackingPath } from './order-link.ts';
import { mailsOf } from './order-mails.ts';
import { readOrder, type FulfilmentRecord, type OrderRecord } from './order-record.ts';
import { senderOf } from './reactions.ts';
import type { ParcelStep } from './shapes.ts';
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

/** A parcel comes today, or has come. */
export const writeOfProgress = reaction({
  name: 'orders.progress-mail',
  on: parcelMoved,
  async run(ctx, { orderId, fulfilmentId, step, notify }) {
    if (!notify) return;
    await write(ctx, orderId, `order-parcel:${fulfilmentId}:${step}`, async (order) => {
      const parcel = order.fulfilments.find(({ id, cancelledAt }) => id === fulfilmentId && !cancelledAt);
      // A parcel that has arrived meanwhile is no longer on its way to the door.
      if (!parcel || (step === 'out_for_delivery' && parcel.deliveredAt)) return undefined;
      return progressWords(order, parcel, step);
    });
  },
});

/** A wish to send something back has reached the shop. */
export const confirmAReturn = reaction({
  name: 'orders.return-asked-mail',
  on: returnRequested,
  run: (ctx, { orderId, returnId, name }) =>
    write(ctx, orderId, `order-return:${returnId}:asked`, async (order) => {
      const back = await ctx.read((r) => returnBy(r, returnId));
      return back.stage === 'requested' ? askedWords(order, back, name) : undefined;
    }),
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
  /** Leads to where the parcels are, instead of to the order. */
  leadsTo?: 'tracking';
}

async function write(ctx: Context, orderId: string, once: string, wordsFor: (order: OrderRecord, sender: Sender) => Promise<Words | undefined>): Promise<void> {
  const [known] = await ctx.read((r) => r.sql`select 1 from orders where id = ${orderId} and email <> ''`);
  if (!known) return;
  const order = await ctx.read((r) => readOrder(r, orderId));
  const sender = await senderOf(ctx, order.storefrontId);
  const words = await wordsFor(order, sender);
  if (!words) return;
  await sendMail(ctx, mailOf(order, sender, words, sender.url + (words.leadsTo ? trackingPath : orderPath)(ctx.workspaceId, order)), { once, about: orderId });
  await ctx.transaction(async (tx) => tx.tell(orderUpdated, { orderId, number: order.number, change: 'mail' }));
}

function mailOf(order: OrderRecord, sender: Sender, { subject, opening, sentence, rows }: Words, link: string): Mail {
  const list = rows.map((row) => row.filter(Boolean).join(': ')).join('\n');
  const text = [`${opening}\n${sentence}`, list, `Follow your order: ${link}`, sender.shop].filter(Boolean).join('\n\n');
  return { to: order.email, subject, text: `${text}\n`, html: html({ opening, sentence, rows, sums: [], link, shop: sender.shop, brand: sender.brand }) };
}

function parcelWords(order: OrderRecord, parcel: FulfilmentRecord): Words {
  const track = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ');
  const follow = parcel.trackingUrl ? `Follow the parcel: ${parcel.trackingUrl}` : '';
  return {
    subject: `Your order #${order.number} is on its way`,
    opening: `A parcel of your order #${order.number} is on its way.`,
    sentence: [track && `${track}.`, follow].filter(Boolean).join(' '),
    rows: rowsOf(order, parcel.lines),
    leadsTo: 'tracking',
  };
}

function progressWords(order: OrderRecord, parcel: FulfilmentRecord, step: ParcelStep): Words {
  const track = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ');
  const rows = rowsOf(order, parcel.lines);
  if (step === 'delivered') {
    return { subject: `Your order #${order.number} was delivered`, opening: `A parcel of your order #${order.number} was delivered.`, sentence: 'We hope you like it. If something is not right, you can ask for a return on the page of your order.', rows, leadsTo: 'tracking' };
  }
  return { subject: `Your order #${order.number} arrives today`, opening: `A parcel of your order #${order.number} is out for delivery.`, sentence: track && `${track}.`, rows, leadsTo: 'tracking' };
}

function rowsOf(order: OrderRecord, parts: readonly { lineId: string; quantity: number }[]): (readonly [string, string])[] {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  return parts.flatMap(({ lineId, quantity }) => (lines.has(lineId) ? [[`${quantity} × ${titleOf(lines.get(lineId)!)}`, ''] as const] : []));
}

function askedWords(order: OrderRecord, back: ReturnRecord, name: string): Words {
  return { subject: `We have your request ${name}`, opening: `You would like to send these things back (${name}).`, sentence: 'We look at it and write to you how to send them, or why not. Until then you can take the request back on the page of your order.', rows: rowsOf(order, back.lines) };
}

function returnWords(order: OrderRecord, back: ReturnRecord, name: string): Words {
  const rows = rowsOf(order, back.lines);
  if (back.stage === 'declined') return { subject: `Your return ${name}`, opening: `We cannot take back what you wanted to return (${name}).`, sentence: back.outcome, rows };
  const label = back.labelUrl ? `Your label: ${back.labelUrl}` : '';
  return { subject: `Your return ${name}`, opening: `You can send these things back (${name}).`, sentence: [back.instructions, label].filter(Boolean).join(' '), rows };
}
