import { newId } from '#platform/ids.ts';
import { DAY, HOUR, later, MINUTE } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { Talks } from './corner-shop/talks.ts';
import type { PlannedOrder, WorldCustomer } from './plan-orders.ts';
import type { Random } from './random.ts';
import { writeRows, type Row } from './write.ts';

interface Given {
  talks: Talks;
  orders: readonly PlannedOrder[];
  customers: readonly WorldCustomer[];
  storefrontId: string;
  team: readonly string[];
}

interface Talk {
  customer: WorldCustomer;
  order?: PlannedOrder;
  subject: string;
  turns: readonly string[];
  from: Date;
}

const OF_THE_PAST = 18;

/** What customers and the shop wrote to each other: some of it long closed, some of it waiting for an answer. */
export async function writeConversations(tx: Tx, random: Random, given: Given): Promise<void> {
  const rows = talksOf(tx.now, random, given).map((talk) => rowsOf(random, talk, { ...given, now: tx.now }));
  await writeRows(tx, 'conversations', rows.map(({ conversation }) => conversation));
  await writeRows(tx, 'conversation_messages', rows.flatMap(({ messages }) => messages));
}

function talksOf(now: Date, random: Random, { talks, orders, customers }: Given): Talk[] {
  const sent = orders.filter((order) => order.sentAt && now.getTime() - order.sentAt.getTime() > 7 * DAY).slice(-300);
  const past = random.some(sent, OF_THE_PAST).map((order, i) => about(order, talks.aboutOrders[i % talks.aboutOrders.length]!, later(order.sentAt!, random.whole(2, 30) * HOUR)));
  const waiting = orders.filter((order) => !order.cancelledAt).slice(-3).map((order, i) => about(order, [talks.waiting[i]!], later(now, -(i + 1) * 97 * MINUTE)));
  const accounts = talks.fromAccounts.map(([subject, ...turns], i): Talk => ({ customer: random.pick(customers), subject, turns, from: later(now, -(4 + 3 * i) * DAY) }));
  // Nobody writes about an order before there is one.
  return [...past, ...waiting.map((talk) => ({ ...talk, from: talk.from > talk.order!.placedAt ? talk.from : later(talk.order!.placedAt, MINUTE) })), ...accounts];
}

function about(order: PlannedOrder, turns: readonly string[], from: Date): Talk & { order: PlannedOrder } {
  return { customer: order.customer, order, subject: `Order #${order.number}`, turns, from };
}

function rowsOf(random: Random, { customer, order, subject, turns, from }: Talk, { storefrontId, team, now }: Given & { now: Date }): { conversation: Row; messages: Row[] } {
  const id = newId();
  const member = random.pick(team);
  const messages = turns.map((text, i) => {
    const side = i % 2 === 0 ? 'shopper' : 'shop';
    return { id: newId(), conversation_id: id, side, author: side === 'shop' ? member : customer.name, text, written_at: later(from, i * (3 * HOUR + 11 * MINUTE)) };
  }).filter(({ written_at: at }, i) => i === 0 || at < now);
  const last = messages.at(-1)!;
  const answered = messages.findLast(({ side }) => side === 'shop')?.written_at ?? null;
  const isOver = last.side === 'shop' || turns.length > 1;
  return {
    conversation: {
      id, storefront_id: storefrontId, customer_id: customer.id, order_id: order?.id ?? null, order_number: order?.number ?? null, name: customer.name, email: customer.email, subject,
      state: isOver && order ? 'closed' : 'open', last_side: last.side, last_message_at: last.written_at, shop_read_at: isOver ? last.written_at : answered, shopper_read_at: last.written_at, created_at: from,
    },
    messages,
  };
}
