import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { view } from '#platform/operations/view.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { opensOrder } from './order-link.ts';
import { readOrder, type OrderRecord } from './order-record.ts';
import { returnsOf, ReturnShown, shownReturn } from './returns/return-record.ts';
import { readReturnRules, ReturnRules } from './returns/return-rules.ts';
import { NOTHING_RETURNABLE, returnableOf, whyNothing } from './returns/returnable.ts';
import { statusSentence, type FulfilmentState, type PaymentState, type ReturnState } from './order-state.ts';
import { forShopper, moneySumsOf, ShopperOrder } from './storefront-order.ts';
import { dueOf } from './totals.ts';

const OpenedOrder = ShopperOrder.extend({
  due: Money.meta({ description: 'what the shop still has to give back' }),
  returns: z.array(ReturnShown),
  returnable: z
    .array(z.object({ lineId: z.uuid(), quantity: z.int(), until: z.string().nullable().meta({ description: 'the last moment to ask; null = there is no hurry' }) }))
    .meta({ description: 'what was sent, has not come back, is not on its way back, and is not too late' }),
  nothingReturnable: z.enum(NOTHING_RETURNABLE).nullable().meta({ description: 'why nothing can be returned; null while something can' }),
  returnRules: ReturnRules,
});

/** One order, for whoever holds its signed link, and for the signed-in customer who placed it. */
export const shopperOrderView = view({
  name: 'storefront.orders.get',
  on: 'storefront',
  route: 'GET /orders/:id',
  says: 'An order',
  needs: 'storefront:orders',
  input: z.object({ id: z.uuid(), token: z.string().max(200).optional() }),
  output: OpenedOrder,
  async read(r, { id, token }) {
    const [order, returns, returnRules] = await Promise.all([readOrder(r, id), returnsOf(r, id), readReturnRules(r)]);
    if (!mayOpen(r, order, token)) throw notFound('This order');
    const standing = { order, returns, windowDays: returnRules.windowDays, now: now() };
    return {
      ...forShopper(order),
      due: money(dueOf(moneySumsOf(order)), order.currency),
      returns: returns.map((back) => shownReturn(back, order)),
      returnable: returnableOf(standing).map(({ until, ...part }) => ({ ...part, until: until?.toISOString() ?? null })),
      nothingReturnable: whyNothing(standing),
      returnRules,
    };
  },
});

// A wrong link hears the same as a missing order, so that nobody can try out which orders exist.
export function mayOpen(r: Reader, order: OrderRecord, token: string | undefined): boolean {
  if (token && opensOrder(r.workspaceId, order, token)) return true;
  return order.customerId !== null && customerOf(r) === order.customerId;
}

/** May whoever asks see this order: by its signed link, or as the customer who placed it? */
export async function mayOpenOrder(r: Reader, id: string, token: string | undefined): Promise<boolean> {
  return mayOpen(r, await readOrder(r, id), token);
}

/** The signed-in customer who asks, if it is one. */
export function customerOf(r: Reader): string | undefined {
  return r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
}

const Summary = z.object({
  id: z.uuid(),
  number: z.int(),
  placedAt: z.string(),
  total: Money,
  itemCount: z.int(),
  paymentState: z.string(),
  fulfilmentState: z.string(),
  statusSentence: z.string(),
});

interface SummaryRow {
  id: string;
  number: number;
  placed_at: Date;
  total: number;
  currency: string;
  item_count: number;
  payment_state: PaymentState;
  fulfilment_state: FulfilmentState;
  return_state: ReturnState;
  cancelled: boolean;
  delivered: boolean;
}

/** The signed-in customer's own orders, newest first. The cursor is the last order's number. */
export const customerOrdersView = view({
  name: 'storefront.customers.orders',
  on: 'storefront',
  route: 'GET /customers/me/orders',
  says: 'My orders',
  needs: 'storefront:orders',
  input: z.object({ cursor: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  output: z.object({ data: z.array(Summary), nextCursor: z.string().nullable() }),
  async read(r, { cursor, limit }) {
    const customerId = customerOf(r);
    if (!customerId) throw new Refusal('unauthenticated', 'Please sign in first.');
    const rows = await r.sql<SummaryRow>`
      select id, number, placed_at, total, currency, item_count, payment_state, fulfilment_state, return_state, cancelled_at is not null as cancelled,
        (select coalesce(bool_and(f.delivered_at is not null), false) from order_fulfilments f where f.order_id = orders.id and f.cancelled_at is null) as delivered
      from orders where customer_id = ${customerId} and (${cursor ?? null}::int is null or number < ${cursor ?? null}::int)
      order by number desc limit ${limit + 1}`;
    const page = rows.slice(0, limit);
    return { data: page.map(summaryOf), nextCursor: rows.length > limit ? String(page.at(-1)!.number) : null };
  },
});

function summaryOf(row: SummaryRow): z.infer<typeof Summary> {
  const standing = { paymentState: row.payment_state, fulfilmentState: row.fulfilment_state, returnState: row.return_state, cancelled: row.cancelled, delivered: row.delivered };
  return {
    id: row.id,
    number: row.number,
    placedAt: row.placed_at.toISOString(),
    total: money(row.total, row.currency),
    itemCount: row.item_count,
    paymentState: row.payment_state,
    fulfilmentState: row.fulfilment_state,
    statusSentence: statusSentence(standing),
  };
}
