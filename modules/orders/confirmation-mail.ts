import { formatMoney, money } from '#platform/money.ts';
import type { Mail } from '#platform/mail/send-mail.ts';
import type { OrderRecord } from './order-record.ts';
import { sentenceOf } from './storefront-order.ts';

/** Who sends the mail and where its links lead. */
export interface Sender {
  shop: string;
  locale: string;
  /** Address of the storefront, without a trailing slash. */
  url: string;
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
    html: html({ opening, sentence: sentenceOf(order), rows, sums, link, shop: sender.shop }),
  };
}

function titleOf(line: OrderRecord['lines'][number]): string {
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

interface Parts {
  opening: string;
  sentence: string;
  rows: (readonly [string, string])[];
  sums: (readonly [string, string])[];
  link: string;
  shop: string;
}

function html({ opening, sentence, rows, sums, link, shop }: Parts): string {
  const row = ([says, amount]: readonly [string, string]) =>
    `<tr><td style="padding:4px 0">${escaped(says)}</td><td style="padding:4px 0 4px 24px;text-align:right">${escaped(amount)}</td></tr>`;
  const button = 'display:inline-block;padding:12px 20px;border-radius:8px;background:#111827;color:#ffffff;text-decoration:none';
  return `<div style="font:16px/1.5 system-ui,sans-serif;color:#111827;max-width:32rem">
<p>${escaped(opening)} ${escaped(sentence)}</p>
<table style="border-collapse:collapse;width:100%">${[...rows, ...sums].map(row).join('')}</table>
<p><a href="${escaped(link)}" style="${button}">Follow your order</a></p>
<p style="color:#6b7280;font-size:14px">${escaped(shop)}</p>
</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
