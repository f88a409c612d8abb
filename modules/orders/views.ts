import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { column, moneyColumn } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { orderCancelled, orderFulfilled, orderPaid, orderPlaced, orderUpdated, returnDecided, returnReceived, returnRequested } from './events.ts';
import { FULFILMENT_STATES, PAYMENT_STATES, RETURN_STATES } from './order-state.ts';
import { orders } from './tables.ts';

const changes = [orderPlaced, orderPaid, orderUpdated, orderFulfilled, orderCancelled, returnRequested, returnDecided, returnReceived];

export const orderList = listView({
  name: 'orders.list',
  route: 'GET /orders',
  says: 'Orders',
  needs: 'orders:read',
  opens: '/orders/:id',
  from: orders,
  search: [{ text: orders.searchText, key: orders.id }],
  columns: {
    number: column(orders.number, { says: 'Order', sort: true, search: true, filter: 'range' }),
    placedAt: column(orders.placedAt, { says: 'Placed', filter: 'dates', sort: 'newest first' }),
    customer: column(orders.customerName, { says: 'Customer', sort: true, search: true, filter: 'text' }),
    email: column(orders.email, { says: 'Email', search: true, filter: 'text' }),
    customerId: column(orders.customerId, { says: 'Customer id', filter: 'any of' }),
    payment: column(orders.paymentState, { says: 'Payment', filter: 'any of', values: PAYMENT_STATES }),
    fulfilment: column(orders.fulfilmentState, { says: 'Fulfilment', filter: 'any of', values: FULFILMENT_STATES }),
    return: column(orders.returnState, { says: 'Return', filter: 'any of', values: RETURN_STATES }),
    cancelled: column(sql<boolean>`(${orders.cancelledAt} is not null)`, { says: 'Cancelled', filter: 'yes or no', type: 'boolean' }),
    held: column(sql<boolean>`(${orders.heldAt} is not null)`, { says: 'Held', filter: 'yes or no', type: 'boolean' }),
    items: column(orders.itemCount, { says: 'Items', sort: true, filter: 'range' }),
    tags: column(sql<string>`tags_text(orders.tags)`, { says: 'Tags', filter: 'text', search: true, searchIn: (like) => sql`(${orders.searchText} like lower(${like}) and tags_text(orders.tags) ilike ${like})` }),
    total: moneyColumn(orders.total, orders.currency, { says: 'Total', filter: 'range', sort: true }),
    refunded: moneyColumn(orders.refundedTotal, orders.currency, { says: 'Refunded', filter: 'range', sort: true }),
    disputed: moneyColumn(orders.disputedTotal, orders.currency, { says: 'Charged back', filter: 'range', sort: true }),
    currency: column(orders.currency, { says: 'Currency', filter: 'any of' }),
    storefrontId: column(orders.storefrontId, { says: 'Storefront id', filter: 'any of' }),
  },
  changesWith: changes as never,
});

/** Everything the order page shows: lines, money, payments, parcels, timeline. */
export const orderView = view({
  name: 'orders.get',
  route: 'GET /orders/:id',
  says: 'An order',
  needs: 'orders:read',
  input: z.object({ id: z.uuid() }),
  output: AdminOrder,
  changesWith: changes as never,
  read: (r, { id }) => readAdminOrder(r, id),
});
