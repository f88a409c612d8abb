import { formatMoney } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { messagesAboutOrder, type Message } from '#modules/conversations/index.ts';
import { mailsOf, readAdminOrder, type AdminOrder } from '#modules/orders/index.ts';
import type { EvidenceField } from '#modules/payments/index.ts';
import type { DisputeRow } from './read-dispute.ts';

/** Everything the shop knows about a disputed order, gathered for the bank. */
export interface Gathered {
  order: AdminOrder;
  mails: { at: string; to: string; subject: string; text: string }[];
  /** What shopper and shop wrote to each other about it, oldest first. */
  messages: Message[];
  /** Earlier orders of the same customer. */
  earlier: { number: number; placedAt: Date; total: number; currency: string; paymentState: string; fulfilmentState: string }[];
  policies: { title: string; text: string }[];
}

const MOST_EARLIER = 20;
const MOST_MAILS = 30;
const MOST_MESSAGES = 100;

export async function gather(r: Reader, dispute: Pick<DisputeRow, 'orderId'>): Promise<Gathered> {
  const order = await readAdminOrder(r, dispute.orderId);
  const mails = (await mailsOf(r, order.id)).slice(-MOST_MAILS);
  const messages = await messagesAboutOrder(r, order.id, MOST_MESSAGES);
  const earlier = await r.sql<Gathered['earlier'][number]>`
    select number, placed_at as "placedAt", total, currency, payment_state as "paymentState", fulfilment_state as "fulfilmentState" from orders
    where id <> ${order.id} and placed_at < ${order.placedAt}::timestamptz and email <> '' and (customer_id = ${order.customerId} or lower(email) = lower(${order.email})) order by placed_at desc limit ${MOST_EARLIER}`;
  return { order, mails, messages, earlier, policies: await policiesOf(r, order.storefrontId) };
}

// What a shop calls its pages is its own affair; these words are in nearly all of them.
async function policiesOf(r: Reader, storefrontId: string | null): Promise<Gathered['policies']> {
  const rows = await r.sql<{ title: string; body: string }>`
    select title, html as body from storefront_pages where storefront_id = ${storefrontId} and published and (slug || ' ' || title) ~* '(refund|return|shipping|delivery|terms)' order by title limit 6`;
  return rows.map(({ title, body }) => ({ title, text: plainText(body) }));
}

function plainText(html: string): string {
  return html.replaceAll(/<(br|\/p|\/li|\/h\d)[^>]*>/gi, '\n').replaceAll(/<[^>]+>/g, '').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll(/\n{3,}/g, '\n\n').trim();
}

/** What the order itself answers of the form. */
export function suggestedEvidence({ order, policies }: Gathered): Partial<Record<EvidenceField, string>> {
  const parcel = order.fulfilments.findLast((each) => !each.cancelledAt);
  const policy = policies.find(({ title }) => /refund|return/i.test(title)) ?? policies.find(({ title }) => /terms/i.test(title));
  const suggested: Partial<Record<EvidenceField, string>> = {
    productDescription: order.lines.map((line) => `${line.quantity} × ${[line.title, line.variantTitle].filter(Boolean).join(', ')} (${formatMoney(line.total)})`).join('\n'),
    customerName: order.customerName,
    customerEmail: order.email,
    shippingAddress: addressText(order),
    shippingCarrier: parcel?.carrier ?? '',
    trackingNumber: parcel?.trackingNumber ?? '',
    shippingDate: parcel ? parcel.at.slice(0, 10) : '',
    refundPolicy: policy?.text.slice(0, 10_000) ?? '',
  };
  return Object.fromEntries(Object.entries(suggested).filter(([, text]) => text));
}

function addressText({ shippingAddress: a }: AdminOrder): string {
  return a ? [a.name, a.line1, a.line2, [a.city, a.region, a.postalCode].filter(Boolean).join(' '), a.country].filter(Boolean).join('\n') : '';
}
