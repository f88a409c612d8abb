import * as z from 'zod';
import { files } from '#platform/files/configured-files.ts';
import { readImage, resizeImage, WIDTHS } from '#platform/files/images.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { returnDecided, returnRequested } from '../events.ts';
import { lockOrder } from '../lock-order.ts';
import { readOrder } from '../order-record.ts';
import type { ReturnPhoto } from '../shapes.ts';
import { mayOpen } from '../storefront-views.ts';
import { writeTimeline } from '../timeline.ts';
import { ExchangeWish, openReturn, Reason, ReturnLines } from './open-return.ts';
import { returnBy, returnName, ReturnShown, shownReturn } from './return-record.ts';
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

// The body of a request holds 4 MiB, and base64 makes three bytes four.
const MOST_PHOTOS = 4;
const Photo = z.object({
  name: z.string().trim().min(1).max(200),
  data: z.base64().min(1).max(11_000_000).meta({ description: 'the bytes of a picture, in base64' }),
});

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
    photos: z.array(Photo).max(MOST_PHOTOS, `should be at most ${MOST_PHOTOS} pictures`).default([]),
  }),
  output: ReturnShown,
  async run(tx, { id, token, photos, ...wish }) {
    const locked = await lockOrder(tx, id);
    if (!mayOpen(tx, await readOrder(tx, id), token)) throw notFound('This order');
    const made = await openReturn(tx, locked, { ...wish, photos: await keepPhotos(tx, photos), instructions: '', labelUrl: null, stage: 'requested', byCustomer: true, exchange: [] });
    const name = returnName(locked.number, made);
    await writeTimeline(tx, { orderId: id, kind: 'return', says: `The customer asked for a return: ${name}. ${reasonWords[wish.reason]}`, open: true });
    tx.tell(returnRequested, { orderId: id, number: locked.number, returnId: made.id, name, reason: wish.reason });
    return shownReturn(await returnBy(tx, made.id), locked);
  },
});

// Only what can be read as a picture is kept, and nobody outside the shop can open it.
async function keepPhotos(tx: Tx, photos: readonly z.output<typeof Photo>[]): Promise<ReturnPhoto[]> {
  const kept: ReturnPhoto[] = [];
  for (const { name, data } of photos) {
    const body = Buffer.from(data, 'base64');
    if (!(await readImage(body))) throw new Refusal('invalid', `“${name}” is not a picture we can read. JPEG, PNG and WebP work.`, { fields: { photos: 'should be pictures' } });
    const picture = await resizeImage(body, WIDTHS.at(-1)!, 'webp');
    const file = await files().save(tx, { name: `${name.replace(/\.\w+$/, '')}.webp`, body: picture, visibility: 'private' });
    kept.push({ id: file.id, name: file.name });
  }
  return kept;
}
