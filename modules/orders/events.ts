import * as z from 'zod';
import { event } from '#platform/events/event.ts';
import { Money } from '#platform/money.ts';
import { PARCEL_STEPS } from './shapes.ts';

/** The figures of the home page are others now; which, its views say. */
const FIGURES = { channel: 'analytics', as: 'analytics:updated', shows: [] } as const;
const Order = z.object({ orderId: z.uuid(), number: z.int() });

export const orderPlaced = event({
  name: 'order.placed',
  says: 'An order was placed',
  data: Order.extend({ total: Money, customerId: z.uuid().nullable(), email: z.string() }),
  about: 'orderId',
  live: [{ channel: 'orders', as: 'order:created' }, FIGURES],
});

export const orderPaid = event({
  name: 'order.paid',
  says: 'An order was paid',
  data: Order.extend({ total: Money, customerId: z.uuid().nullable() }),
  about: 'orderId',
  // `payment.captured` rings order:payment-received; this one says that the order's own row has moved.
  live: { channel: 'orders', as: 'order:updated' },
});

/** Told once per order that is not declined: this is the moment for a confirmation. */
export const orderConfirmed = event({
  name: 'order.confirmed',
  says: 'An order is certain: paid, or to be paid by hand',
  data: Order,
  about: 'orderId',
});

/** Money came in for an order that had been cancelled. */
export const orderOwesMoney = event({
  name: 'order.owes-money',
  says: 'A cancelled order has money to give back',
  data: Order,
  about: 'orderId',
});

export const orderFulfilled = event({
  name: 'order.fulfilled',
  says: 'Things of an order were shipped',
  data: Order.extend({
    trackingNumber: z.string().nullable(),
    complete: z.boolean(),
    fulfilmentId: z.uuid().optional(),
    /** Is the customer written to? */
    notify: z.boolean().optional(),
  }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:shipped' },
});

export const parcelMoved = event({
  name: 'order.parcel-moved',
  says: 'A parcel of an order is out for delivery, or delivered',
  data: Order.extend({ fulfilmentId: z.uuid(), step: z.enum(PARCEL_STEPS), notify: z.boolean() }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:updated' },
});

export const orderCancelled = event({
  name: 'order.cancelled',
  says: 'An order was cancelled',
  data: Order.extend({ reason: z.string() }),
  about: 'orderId',
  live: [{ channel: 'orders', as: 'order:updated' }, FIGURES],
});

export const orderUpdated = event({
  name: 'order.updated',
  says: 'An order changed',
  data: Order.extend({ change: z.string() }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:updated' },
});

/** Somebody wrote the names of colleagues on an order. */
export const orderMentioned = event({
  name: 'order.mentioned',
  says: 'Somebody was mentioned on an order',
  data: Order.extend({ memberIds: z.array(z.uuid()), by: z.string(), text: z.string() }),
  about: 'orderId',
});

const OfReturn = Order.extend({ returnId: z.uuid(), name: z.string() });

export const returnRequested = event({
  name: 'order.return-requested',
  says: 'A customer wants to send something back',
  data: OfReturn.extend({ reason: z.string() }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:updated' },
});

export const returnDecided = event({
  name: 'order.return-decided',
  says: 'A return was approved or declined',
  data: OfReturn.extend({ approved: z.boolean() }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:updated' },
});

export const returnReceived = event({
  name: 'order.return-received',
  says: 'Goods of a return have arrived',
  data: OfReturn.extend({ credited: Money }),
  about: 'orderId',
  live: { channel: 'orders', as: 'order:updated' },
});

/** A mail of an order is to be sent once more. */
export const orderMailAsked = event({
  name: 'order.mail-asked',
  says: 'A mail of an order is sent again',
  data: Order.extend({ mailId: z.uuid(), to: z.string() }),
  about: 'orderId',
});
