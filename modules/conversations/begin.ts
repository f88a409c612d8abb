import { notFound } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { lockConversation, type Conversation, type Side } from './read-conversation.ts';

/** What a conversation about an order takes from it. */
export interface OrderFacts {
  id: string;
  number: number;
  storefrontId: string | null;
  customerId: string | null;
  email: string;
  name: string;
}

export async function orderFacts(r: Reader, id: string): Promise<OrderFacts> {
  const [order] = await r.sql<OrderFacts>`
    select id, number, storefront_id as "storefrontId", customer_id as "customerId", email, customer_name as name from orders where id = ${id}`;
  if (!order) throw notFound('This order');
  return order;
}

/** The one conversation about an order, begun with this message when there is none; locked. */
export async function conversationAbout(tx: Tx, order: OrderFacts, side: Side): Promise<Conversation> {
  await tx.sql`
    insert into conversations (storefront_id, customer_id, order_id, order_number, name, email, subject, last_side, last_message_at, created_at)
    values (${order.storefrontId}, ${order.customerId}, ${order.id}, ${order.number}, ${order.name}, ${order.email}, ${`Order #${order.number}`}, ${side}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, order_id) where order_id is not null do nothing`;
  const [row] = await tx.sql<{ id: string }>`select id from conversations where order_id = ${order.id}`;
  return lockConversation(tx, row!.id);
}
