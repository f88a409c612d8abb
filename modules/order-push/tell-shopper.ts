import { reaction } from '#platform/events/reaction.ts';
import { sendPush, type PushAddress } from '#platform/push/send-push.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { DAY } from '#platform/time.ts';
import { orderCancelled, orderFulfilled, orderPath } from '#modules/orders/index.ts';
import { storefrontAddress } from '#modules/storefronts/index.ts';

/** A parcel left. Silent when the shop chose not to write to the customer. */
export const tellOfParcel = reaction({
  name: 'order-push.parcel',
  on: orderFulfilled,
  async run(ctx, { orderId, number, complete, trackingNumber, notify }, { id }) {
    if (notify === false) return;
    const title = complete ? 'Your order is on its way' : 'A part of your order is on its way';
    await tell(ctx, { orderId, fact: id, title, body: trackingNumber ? `Order #${number}, parcel ${trackingNumber}` : `Order #${number} has left us.` });
  },
});

export const tellOfCancellation = reaction({
  name: 'order-push.cancelled',
  on: orderCancelled,
  run: (ctx, { orderId, number }, { id }) => tell(ctx, { orderId, fact: id, title: 'Your order was cancelled', body: `Order #${number}. Open it to see what happens with the money.` }),
});

interface News {
  orderId: string;
  /** The told fact: each device hears it once. */
  fact: string;
  title: string;
  body: string;
}

interface Device extends PushAddress {
  id: string;
}

/** Devices that were told are noted one by one, so that a second attempt goes to the others only. */
async function tell(ctx: Context, { orderId, fact, title, body }: News): Promise<void> {
  const devices = await ctx.read((r) => r.sql<Device>`select id, endpoint, p256dh, auth from order_devices where order_id = ${orderId} and told_fact is distinct from ${fact}`);
  if (devices.length === 0) return;
  const { path, shop } = await placeOf(ctx, orderId);
  const payload = { title, body: shop ? `${shop}: ${body}` : body, path, tag: `order-${orderId}` };
  const waiting: string[] = [];
  for (const device of devices) {
    const outcome = await sendPush(device, { payload, ttlSeconds: (3 * DAY) / 1_000, urgency: 'normal' });
    if (outcome.state === 'later') waiting.push(outcome.sentence);
    else if (outcome.state === 'sent') await ctx.transaction((tx) => tx.sql`update order_devices set told_fact = ${fact} where id = ${device.id}`);
    else await ctx.transaction((tx) => tx.sql`delete from order_devices where id = ${device.id}`);
  }
  if (waiting.length > 0) throw new Error(`${waiting.length} of ${devices.length} browsers could not be reached: ${waiting[0]}`);
}

async function placeOf(ctx: Context, orderId: string): Promise<{ path: string; shop: string }> {
  return ctx.read(async (r) => {
    const [order] = await r.sql<{ id: string; linkVersion: number; storefrontId: string | null }>`select id, link_version as "linkVersion", storefront_id as "storefrontId" from orders where id = ${orderId}`;
    const shop = await storefrontAddress(r, order!.storefrontId);
    return { path: orderPath(ctx.workspaceId, order!), shop: shop?.name ?? '' };
  });
}
