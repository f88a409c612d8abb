import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { parcelOf, WhichParcel, type Parcel } from './change-parcel.ts';
import { parcelMoved } from './events.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { PARCEL_STEPS, type ParcelStep } from './shapes.ts';
import { writeTimeline } from './timeline.ts';

/** A carrier, or somebody of the shop, says how far a parcel is. Said twice it is as good as said once, and the customer is written to once. */
export const moveParcel = operation({
  name: 'orders.move-parcel',
  route: 'POST /orders/:id/fulfilments/:fulfilmentId/progress',
  says: 'Say how far a parcel is',
  needs: 'orders:write',
  input: WhichParcel.extend({
    step: z.enum(PARCEL_STEPS),
    at: z.iso.datetime().optional().meta({ description: 'when it happened; now unless given' }),
    notify: z.boolean().default(true).meta({ description: 'write to the customer' }),
  }),
  output: AdminOrder,
  async run(tx, { id, fulfilmentId, step, at, notify }) {
    const order = await lockOrder(tx, id);
    const parcel = await parcelOf(tx, id, fulfilmentId);
    const when = at ? new Date(at) : tx.now;
    if (isNews(order, parcel, { step, when })) {
      await tx.sql`
        update order_fulfilments set delivered_at = case when ${step === 'delivered'} then ${when} else delivered_at end,
          out_for_delivery_at = case when ${step === 'out_for_delivery'} then ${when} else out_for_delivery_at end
        where id = ${fulfilmentId}`;
      await writeTimeline(tx, { orderId: id, kind: 'fulfilled', says: step === 'delivered' ? 'A parcel was delivered.' : 'A parcel is out for delivery.', open: true });
      tx.tell(parcelMoved, { orderId: id, number: order.number, fulfilmentId, step, notify });
    }
    return readAdminOrder(tx, id);
  },
});

const AHEAD = 5 * 60_000;

function isNews(order: LockedOrder, parcel: Parcel, { step, when }: { step: ParcelStep; when: Date }): boolean {
  if (step === 'delivered' ? parcel.deliveredAt : parcel.outForDeliveryAt) return false;
  if (parcel.deliveredAt) throw new Refusal('wrong_state', 'This parcel was delivered already.');
  // The clocks of two machines may differ a little.
  if (when.getTime() > now().getTime() + AHEAD) throw new Refusal('invalid', 'This moment has not come yet.', { fields: { at: 'should not be in the future' } });
  if (when < order.placedAt) throw new Refusal('invalid', 'A parcel cannot arrive before its order was placed.', { fields: { at: 'should be after the order' } });
  return true;
}
