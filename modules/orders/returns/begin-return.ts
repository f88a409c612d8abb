import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { returnDecided } from '../events.ts';
import { lockOrder } from '../lock-order.ts';
import { writeTimeline } from '../timeline.ts';
import { ExchangeWish, openReturn, Reason, ReturnLines } from './open-return.ts';
import { returnName } from './return-record.ts';
import { reasonWords } from './reason-words.ts';

const Way = z.object({
  instructions: z.string().trim().max(5_000).default('').meta({ description: 'how to send it back; the customer reads it' }),
  labelUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
});

/** Somebody of the shop agrees to take goods back, or to exchange them for others. */
export const beginReturn = operation({
  name: 'orders.begin-return',
  route: 'POST /orders/:id/returns',
  says: 'Begin a return or an exchange',
  needs: 'orders:write',
  input: Way.extend({
    id: z.uuid(),
    lines: ReturnLines,
    reason: Reason,
    note: z.string().trim().max(2_000).default(''),
    exchange: ExchangeWish.default([]).meta({ description: 'what the customer wants instead; it is set aside now and joins the order when the goods arrive' }),
  }),
  output: AdminOrder,
  async run(tx, { id, labelUrl, ...wish }) {
    const order = await lockOrder(tx, id);
    const made = await openReturn(tx, order, { ...wish, labelUrl: labelUrl || null, stage: 'approved', byCustomer: false });
    const name = returnName(order.number, made);
    const what = wish.exchange.length > 0 ? 'An exchange' : 'A return';
    await writeTimeline(tx, { orderId: id, kind: 'return', says: `${what} was agreed: ${name}. ${reasonWords[wish.reason]}`, open: true });
    tx.tell(returnDecided, { orderId: id, number: order.number, returnId: made.id, name, approved: true });
    return readAdminOrder(tx, id);
  },
});
