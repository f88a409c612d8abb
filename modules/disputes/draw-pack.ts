import { formatMoney, money } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { sellerOf, Sheet, type SheetPicture } from '#modules/invoices/index.ts';
import type { EvidenceField } from '#modules/payments/index.ts';
import type { Gathered } from './gather.ts';
import { picturesOf } from './message-pictures.ts';
import type { DisputeRow } from './read-dispute.ts';

const FIELD_NAMES: Record<EvidenceField, string> = {
  productDescription: 'What was bought',
  customerName: 'Customer',
  customerEmail: 'E-mail address',
  shippingAddress: 'Sent to',
  shippingCarrier: 'Carrier',
  trackingNumber: 'Tracking number',
  shippingDate: 'Sent on',
  refundPolicy: 'Refund policy',
  refundRefusal: 'Why it was not refunded',
  cancellationPolicy: 'Cancellation policy',
  note: 'In the words of the shop',
};

type Show = (amount: number) => string;

/** Everything about a disputed order as one PDF for the bank. */
export async function drawPack(r: Reader, dispute: DisputeRow, gathered: Gathered, fields: Partial<Record<EvidenceField, string>>): Promise<Buffer> {
  const { seller, locale, timeZone } = await sellerOf(r, gathered.order.storefrontId);
  const at = (instant: string | Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(instant));
  const show: Show = (amount) => formatMoney(money(amount, dispute.currency), locale);
  const sheet = new Sheet(seller.paper, `Evidence for dispute ${dispute.reference}`);
  sheet.heading(`Evidence: order #${gathered.order.number}`);
  sheet.space(6);
  sheet.beside([
    { title: 'Dispute', lines: [dispute.reference, `${show(dispute.amount)}, ${dispute.reason.replaceAll('_', ' ')}`, `Opened ${at(dispute.openedAt)}`] },
    { title: 'Shop', lines: [seller.company, seller.email].filter(Boolean) },
    { title: 'Customer', lines: [gathered.order.customerName, gathered.order.email].filter(Boolean) },
  ]);
  drawFields(sheet, fields);
  drawOrder(sheet, gathered, at);
  drawParcels(sheet, gathered, at);
  drawEarlier(sheet, gathered, at);
  drawMails(sheet, gathered, at);
  drawMessages(sheet, gathered, { at, pictures: await picturesOf(gathered.messages) });
  drawPolicies(sheet, gathered);
  return sheet.end(`${seller.company} · dispute ${dispute.reference}`);
}

function section(sheet: Sheet, title: string): void {
  sheet.space(16);
  sheet.room(60);
  sheet.heading(title, 13);
  sheet.space(4);
}

function drawFields(sheet: Sheet, fields: Partial<Record<EvidenceField, string>>): void {
  const said = (['note', 'refundRefusal', 'cancellationPolicy', 'trackingNumber', 'shippingCarrier', 'shippingDate'] as const).filter((field) => fields[field]);
  if (said.length > 0) section(sheet, 'What the shop says');
  for (const field of said) pair(sheet, FIELD_NAMES[field], fields[field]!);
}

function pair(sheet: Sheet, label: string, text: string): void {
  sheet.row([{ text: label, x: 0, width: sheet.width * 0.26, quiet: true }, { text, x: sheet.width * 0.28, width: sheet.width * 0.72 }]);
}

type At = (instant: string | Date) => string;

function drawOrder(sheet: Sheet, { order }: Gathered, at: At): void {
  section(sheet, 'Order and payment');
  pair(sheet, 'Placed', at(order.placedAt));
  for (const line of order.lines) pair(sheet, `${line.quantity} × ${line.sku ?? ''}`, `${[line.title, line.variantTitle].filter(Boolean).join(', ')}: ${formatMoney(line.total)}`);
  pair(sheet, 'Total', formatMoney(order.total));
  for (const payment of order.payments) pair(sheet, 'Payment', `${formatMoney(payment.amount)} by ${payment.provider}${payment.card ? `, ${payment.card.brand ?? 'card'} ending in ${payment.card.last4}` : ''}, ${at(payment.createdAt)}`);
  for (const [label, address] of [['Delivery address', order.shippingAddress], ['Billing address', order.billingAddress]] as const)
    if (address) pair(sheet, label, [address.name, address.line1, address.line2, [address.city, address.region, address.postalCode].filter(Boolean).join(' '), address.country].filter(Boolean).join('\n'));
  for (const entry of order.timeline.slice(0, 60)) pair(sheet, at(entry.at), entry.kind === 'note' ? 'Note of the shop' : entry.says);
}

function drawParcels(sheet: Sheet, { order }: Gathered, at: At): void {
  const sent = order.fulfilments.filter((parcel) => !parcel.cancelledAt);
  if (sent.length === 0) return;
  section(sheet, 'Parcels');
  for (const parcel of sent) {
    pair(sheet, 'Sent', [at(parcel.at), parcel.carrier, parcel.trackingNumber].filter(Boolean).join(', '));
    if (parcel.trackingUrl) pair(sheet, 'Tracking', parcel.trackingUrl);
    if (parcel.outForDeliveryAt) pair(sheet, 'Out for delivery', at(parcel.outForDeliveryAt));
    if (parcel.deliveredAt) pair(sheet, 'Delivered', at(parcel.deliveredAt));
  }
}

function drawEarlier(sheet: Sheet, { earlier }: Gathered, at: At): void {
  if (earlier.length === 0) return;
  section(sheet, 'Earlier orders of this customer');
  for (const order of earlier) pair(sheet, `#${order.number}, ${at(order.placedAt)}`, `${formatMoney(money(order.total, order.currency))}, ${order.paymentState.replaceAll('_', ' ')}, ${order.fulfilmentState}`);
}

function drawMails(sheet: Sheet, { mails }: Gathered, at: At): void {
  if (mails.length === 0) return;
  section(sheet, 'Mails to the customer');
  for (const mail of mails) pair(sheet, at(mail.at), `${mail.subject} (to ${mail.to})\n${mail.text.slice(0, 1_500)}`);
}

function drawMessages(sheet: Sheet, { messages }: Gathered, { at, pictures }: { at: At; pictures: ReadonlyMap<string, readonly SheetPicture[]> }): void {
  if (messages.length === 0) return;
  section(sheet, 'What customer and shop wrote to each other');
  for (const message of messages) {
    const who = message.side === 'shop' ? `${message.author || 'The shop'} (shop)` : `${message.author || 'Customer'} (customer)`;
    const [first, ...rest] = partsOf(message.text);
    pair(sheet, `${at(message.at)}\n${who}`, first!);
    for (const part of rest) pair(sheet, '', part);
    sheet.pictures(pictures.get(message.id) ?? [], { x: sheet.width * 0.28, height: 130 });
  }
}

// Characters of a line, and lines of a row: a row never breaks across pages, so a long message becomes several.
const LINE = 60;
const MOST_LINES = 30;

function partsOf(text: string): string[] {
  const parts: string[] = [];
  let room = 0;
  for (const piece of text.split('\n').flatMap((line) => line.match(/.{1,1200}(?:\s|$)|.{1,1200}/gu) ?? [''])) {
    const lines = Math.max(1, Math.ceil(piece.length / LINE));
    const fits = parts.length > 0 && lines <= room;
    if (fits) parts.push(`${parts.pop()!}\n${piece}`);
    else parts.push(piece);
    room = (fits ? room : MOST_LINES) - lines;
  }
  return parts;
}

function drawPolicies(sheet: Sheet, { policies }: Gathered): void {
  for (const policy of policies) {
    section(sheet, policy.title);
    sheet.paragraph(policy.text.slice(0, 12_000));
  }
}
