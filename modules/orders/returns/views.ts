import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import { orderUpdated, returnDecided, returnReceived, returnRequested } from '../events.ts';
import { customerOf } from '../storefront-views.ts';
import { orderReturns, orders } from '../tables.ts';
import { RETURN_REASONS, RETURN_STAGES, type ReturnStage } from './return-stage.ts';

const what = sql<string>`(select string_agg(rl.quantity || ' × ' || l.title, ', ' order by l.position) from order_return_lines rl join order_lines l on l.id = rl.line_id where rl.return_id = order_returns.id)`;

export const returnList = listView({
  name: 'orders.returns',
  route: 'GET /order-returns',
  says: 'Returns',
  needs: 'orders:read',
  opens: '/orders/:orderId',
  page: '/orders/returns',
  from: orderReturns,
  joins: [{ table: orders, on: sql`${orders.id} = ${orderReturns.orderId}`, always: true }],
  search: [{ text: orders.searchText, key: orderReturns.orderId }],
  columns: {
    name: column(sql<string>`('#' || ${orders.number} || '-R' || ${orderReturns.number})`, { says: 'Return' }),
    number: column(orders.number, { says: 'Order', search: true, filter: 'range', sort: true }),
    customer: column(orders.customerName, { says: 'Customer', search: true, filter: 'text', sort: true }),
    email: column(orders.email, { says: 'Email', search: true, filter: 'text' }),
    stage: column(orderReturns.stage, { says: 'Stage', filter: 'any of', values: RETURN_STAGES }),
    reason: column(orderReturns.reason, { says: 'Reason', filter: 'any of', values: RETURN_REASONS }),
    what: column(what, { says: 'What' }),
    exchange: column(sql<boolean>`(jsonb_array_length(${orderReturns.exchange}) > 0)`, { says: 'Exchange', filter: 'yes or no', type: 'boolean' }),
    byCustomer: column(orderReturns.byCustomer, { says: 'Asked for by the customer', filter: 'yes or no' }),
    credited: moneyColumn(orderReturns.credited, orders.currency, { says: 'Credited', filter: 'range' }),
    orderId: column(orderReturns.orderId, { says: 'Order id', filter: 'any of' }),
    storefrontId: column(orders.storefrontId, { says: 'Storefront id', filter: 'any of' }),
    createdAt: column(orderReturns.createdAt, { says: 'Begun', filter: 'dates', sort: 'newest first' }),
    endedAt: column(orderReturns.endedAt, { says: 'Over', filter: 'dates' }),
  },
  changesWith: [returnRequested, returnDecided, returnReceived, orderUpdated] as never,
});

const Mine = z.object({
  id: z.uuid(),
  name: z.string().meta({ description: 'like #1001-R1' }),
  orderId: z.uuid(),
  orderNumber: z.int(),
  stage: z.enum(RETURN_STAGES),
  what: z.string().meta({ description: 'like 2 × Blue mug' }),
  at: z.string(),
});

interface Row {
  id: string;
  number: number;
  orderId: string;
  orderNumber: number;
  stage: ReturnStage;
  what: string;
  at: Date;
}

/** The signed-in customer's own returns, newest first. The cursor is the id of the last one. */
export const customerReturnsView = view({
  name: 'storefront.customers.returns',
  on: 'storefront',
  route: 'GET /customers/me/returns',
  says: 'My returns',
  needs: 'storefront:orders',
  input: z.object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  output: z.object({ data: z.array(Mine), nextCursor: z.string().nullable() }),
  async read(r, { cursor, limit }) {
    const customerId = customerOf(r);
    if (!customerId) throw new Refusal('unauthenticated', 'Please sign in first.');
    const rows = await r.sql<Row>`
      select b.id, b.number, b.order_id as "orderId", o.number as "orderNumber", b.stage, b.created_at as at,
        (select string_agg(rl.quantity || ' × ' || l.title, ', ' order by l.position) from order_return_lines rl join order_lines l on l.id = rl.line_id where rl.return_id = b.id) as what
      from order_returns b join orders o on o.id = b.order_id
      where o.customer_id = ${customerId} and (${cursor ?? null}::uuid is null or b.id < ${cursor ?? null}::uuid) order by b.id desc limit ${limit + 1}`;
    const page = rows.slice(0, limit).map(({ number, at, ...row }) => ({ ...row, name: `#${row.orderNumber}-R${number}`, at: at.toISOString() }));
    return { data: page, nextCursor: rows.length > limit ? page.at(-1)!.id : null };
  },
});
