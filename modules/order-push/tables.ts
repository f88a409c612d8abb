import { text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, scopedBy, tenantTable } from '#platform/db/tables.ts';
import { orderTable } from '#modules/orders/index.ts';

/** A shopper's browser that wants to hear of one order. It goes with the order. */
export const orderDevices = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'order_devices',
  {
    orderId: uuid('order_id').notNull(),
    endpoint: text('endpoint').notNull(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    /** The last fact it was told, so that a repeated attempt tells nobody twice. */
    toldFact: uuid('told_fact'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [belongsTo(t, t.orderId, orderTable, 'cascade'), uniqueIndex('order_devices_once').on(t.workspaceId, t.orderId, t.endpoint)],
));
