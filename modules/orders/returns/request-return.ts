import * as z from 'zod';
import { keepSentPictures, SentPicture } from '#platform/files/sent-pictures.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { returnRequested } from '../events.ts';
import { lockOrder } from '../lock-order.ts';
import { readOrder } from '../order-record.ts';
import { mayOpen } from '../storefront-views.ts';
import { writeTimeline } from '../timeline.ts';
import { openReturn, Reason, ReturnLines } from './open-return.ts';
import { returnBy, returnName, ReturnShown, shownReturn } from './return-record.ts';
import { readReturnRules } from './return-rules.ts';
import { reasonWords } from './reason-words.ts';
import { refuseWhatStays } from './returnable.ts';

const MOST_PHOTOS = 4;
const MOST_WISHES = 30;

/** The customer asks to send something back; people of the shop decide. */
export const requestReturn = operation({
  name: 'storefront.orders.request-return',
  on: 'storefront',
  route: 'POST /orders/:id/returns',
  says: 'Ask to return things of an order',
  needs: 'storefront:orders',
  input: z.object({
    id: z.uuid(),
    token: z.string().max(200).optional(),
    lines: ReturnLines,
    reason: Reason,
    note: z.string().trim().max(2_000).default(''),
    photos: z.array(SentPicture).max(MOST_PHOTOS, `should be at most ${MOST_PHOTOS} pictures`).default([]),
  }),
  output: ReturnShown,
  async run(tx, { id, token, photos, ...wish }) {
    const locked = await lockOrder(tx, id);
    const order = await readOrder(tx, id);
    if (!mayOpen(tx, order, token)) throw notFound('This order');
    await refuseTooManyWishes(tx, id);
    refuseWhatStays({ order, windowDays: (await readReturnRules(tx)).windowDays, now: tx.now }, wish.lines);
    const kept = await keepSentPictures(tx, photos, 'photos');
    const made = await openReturn(tx, locked, { ...wish, photos: kept.map(({ id: fileId, name }) => ({ id: fileId, name })), instructions: '', labelUrl: null, stage: 'requested', byCustomer: true, exchange: [] });
    const name = returnName(locked.number, made);
    await writeTimeline(tx, { orderId: id, kind: 'return', says: `The customer asked for a return: ${name}. ${reasonWords[wish.reason]}`, open: true });
    tx.tell(returnRequested, { orderId: id, number: locked.number, returnId: made.id, name, reason: wish.reason });
    return shownReturn(await returnBy(tx, made.id), locked);
  },
});

// Asking and taking back again and again is no way to fill somebody's shop.
async function refuseTooManyWishes(tx: Tx, orderId: string): Promise<void> {
  const [asked] = await tx.sql<{ wishes: number }>`select count(*)::int as wishes from order_returns where order_id = ${orderId} and by_customer`;
  if (asked!.wishes >= MOST_WISHES) throw new Refusal('conflict', 'Returns were asked for many times for this order already. Please write to us.');
}
