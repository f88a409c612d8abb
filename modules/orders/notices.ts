import { workspaceSettings } from '#modules/accounts/index.ts';
import { paymentDeclined, refundRefused } from '#modules/payments/index.ts';
import { formatMoney, type Money } from '#platform/money.ts';
import { notice } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { orderMentioned, orderPaid, orderPlaced, returnRequested } from './events.ts';
import { returnBy } from './returns/return-record.ts';
import { reasonWords } from './returns/reason-words.ts';

const GROUP = { group: 'Orders', needs: 'orders:read' } as const;

const placed = notice({
  ...GROUP,
  kind: 'order.placed',
  on: orderPlaced,
  says: 'New orders',
  many: '# new orders',
  async text(r, { orderId, number, total, email }) {
    const order = await orderOf(r, orderId);
    return { title: `New order #${number}: ${await inWords(r, total)}`, body: order?.customerName || email, link: `/orders/${orderId}`, storefrontId: order?.storefrontId ?? null };
  },
});

const paid = notice({
  ...GROUP,
  kind: 'order.paid',
  on: orderPaid,
  says: 'Orders that were paid',
  many: '# orders were paid',
  urgency: 'quiet',
  onlyWhenChosen: true,
  async text(r, { orderId, number, total }) {
    const order = await orderOf(r, orderId);
    return { title: `Order #${number} is paid: ${await inWords(r, total)}`, link: `/orders/${orderId}`, storefrontId: order?.storefrontId ?? null };
  },
});

const declined = notice({
  ...GROUP,
  kind: 'payment.declined',
  on: paymentDeclined,
  says: 'Declined payments',
  many: '# payments were declined',
  async text(r, { orderId, amount, sentence }) {
    const order = await orderOf(r, orderId);
    if (!order) return undefined;
    return { title: `Payment of ${await inWords(r, amount)} for order #${order.number} was declined`, body: sentence, link: `/orders/${orderId}`, storefrontId: order.storefrontId };
  },
});

// Nobody is waiting for this answer any more, so it goes to the one who asked for the refund as well.
const refused = notice({
  ...GROUP,
  kind: 'payment.refund-refused',
  on: refundRefused,
  says: 'Refunds the provider refused',
  many: '# refunds were refused',
  urgency: 'urgent',
  async text(r, { orderId, amount, sentence }) {
    const order = await orderOf(r, orderId);
    if (!order) return undefined;
    return { title: `The refund of ${await inWords(r, amount)} for order #${order.number} was refused`, body: sentence, link: `/orders/${orderId}`, storefrontId: order.storefrontId };
  },
});

// Somebody who thought better of it meanwhile needs no answer.
const returnAsked = notice({
  ...GROUP,
  kind: 'order.return-requested',
  on: returnRequested,
  says: 'Returns customers ask for',
  many: '# returns were asked for',
  async text(r, { orderId, returnId, name }) {
    const [order, back] = [await orderOf(r, orderId), await returnBy(r, returnId)];
    if (!order || back.stage !== 'requested') return undefined;
    return { title: `Return ${name} was asked for`, body: [order.customerName && `${order.customerName}:`, reasonWords[back.reason]].filter(Boolean).join(' '), link: `/orders/${orderId}`, storefrontId: order.storefrontId };
  },
});

const mentioned = notice({
  kind: 'order.mentioned',
  on: orderMentioned,
  says: 'When somebody mentions you on an order',
  group: 'Orders',
  needs: 'orders:read',
  many: '# mentions on orders',
  urgency: 'urgent',
  async text(r, { orderId, number, memberIds, by, text }, { actor }) {
    const rows = await r.sql<{ userId: string }>`select user_id as "userId" from members where id = any(${memberIds})`;
    const to = rows.map((row) => row.userId).filter((userId) => userId !== actor.id);
    const order = await orderOf(r, orderId);
    return to.length === 0 ? undefined : { storefrontId: order?.storefrontId ?? null, title: `${by} mentioned you on order #${number}`, body: text, link: `/orders/${orderId}`, to };
  },
});

interface Facts {
  number: number;
  storefrontId: string | null;
  customerName: string | null;
}

async function orderOf(r: Reader, orderId: string): Promise<Facts | undefined> {
  const [row] = await r.sql<Facts>`
    select o.number, o.storefront_id as "storefrontId", c.name as "customerName" from orders o left join customers c on c.id = o.customer_id where o.id = ${orderId}`;
  return row;
}

async function inWords(r: Reader, amount: Money): Promise<string> {
  return formatMoney(amount, (await workspaceSettings(r)).locale);
}

export const orderNotices = [placed, paid, declined, refused, returnAsked, mentioned];
