import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Order = z.object({ orderId: z.uuid(), number: z.int() });
const live = { channel: 'orders', as: 'order:updated' };

export const orderScored = event({ name: 'fraud.scored', says: 'An order was looked at for fraud', data: Order.extend({ score: z.int(), held: z.boolean() }), about: 'orderId', live });

export const orderApproved = event({ name: 'fraud.approved', says: 'A held order was approved', data: Order, about: 'orderId', live });

export const orderRejected = event({ name: 'fraud.rejected', says: 'A held order was refused', data: Order, about: 'orderId', live });

export const fraudPolicyChanged = event({ name: 'fraud.policy-changed', says: 'What is held changed', data: z.object({ workspaceId: z.uuid() }), about: 'workspaceId' });
