import { formatMoney, money } from '#platform/money.ts';
import { HOUSE, type Brand } from '#platform/mail/brand.ts';
import { letter } from '#platform/mail/letter.ts';
import type { Mail } from '#platform/mail/send-mail.ts';
import type { OrderRecord } from './order-record.ts';
import { sentenceOf } from './storefront-order.ts';

/** Who sends the mail and where its links lead. */
export interface Sender {
  shop: string;
  locale: string;
  /** Address of the storefront, without a trailing slash. */
  url: string;
  brand: Brand;
}

/** What the buyer gets after ordering: what, for how much, where to, and the link to follow it. */
export function confirmationMail(order: OrderRecord, sender: Sender, link: string): Mail {
  const rows = order.lines.map((line) => [`${line.quantity} × ${titleOf(line)}`, inWords(order, sender, line.total)] as const);
  const sums = sumsOf(order, sender);
  const subject = `Your order #${order.number} at ${sender.shop}`;
  const opening = `Thank you for your order #${order.number}.`;
  const list = [...rows, ...sums].map(([says, amount]) => `${says}: ${amount}`).join('\n');
  return {
    to: order.email,
    subject,
    text: `${opening}\n${sentenceOf(order)}\n\n${list}\n\nFollow your order: ${link}\n\n${sender.shop}\n`,
    html: html({ opening, sentence: sentenceOf(order), rows, sums, link, shop: sender.shop, brand: sender.brand }),
  };
}

export function titleOf(line: OrderRecord['lines'][number]): string {
  return line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title;
}

function sumsOf(order: OrderRecord, sender: Sender): (readonly [string, string])[] {
  const show = (amount: number) => inWords(order, sender, amount);
  const sums: [string, string][] = [['Shipping', show(order.shippingTotal)]];
  if (order.discountTotal > 0) sums.unshift(['Discount', `−${show(order.discountTotal)}`]);
  if (order.taxTotal > 0 && !order.taxInclusive) sums.push(['Tax', show(order.taxTotal)]);
  sums.push(['Total', show(order.total)]);
  if (order.taxTotal > 0 && order.taxInclusive) sums.push(['Tax included in it', show(order.taxTotal)]);
  return sums;
}

function inWords(order: OrderRecord, sender: Sender, amount: number): string {
  return formatMoney(money(amount, order.currency), sender.locale);
}

export interface Parts {
  opening: string;
  sentence: string;
  rows: (readonly [string, string])[];
  sums: (readonly [string, string])[];
  link: string;
  shop: string;
  brand?: Brand;
}

export function html({ opening, sentence, rows, sums, link, shop, brand = HOUSE }: Parts): string {
  const words = { subject: opening, title: opening, paragraphs: sentence ? [sentence] : [], rows: [...rows, ...sums], button: { says: 'Follow your order', url: link } };
  return letter({ ...words, brand: { ...brand, name: shop } }).html;
}
