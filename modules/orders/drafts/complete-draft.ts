import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { findOrCreateCustomer } from '#modules/customers/index.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { orderConfirmed, orderPlaced } from '../events.ts';
import type { Quote } from '../quote.ts';
import { recordOrder } from '../record-order.ts';
import { takeFreshStock } from '../take-stock.ts';
import { quoteDraft, readDraft, type DraftRow } from './draft.ts';

/** A draft becomes an order that waits for its payment; its stock is promised to it. Completing it again gives the same order. */
export const completeDraft = operation({
  name: 'orders.complete-draft',
  route: 'POST /order-drafts/:id/completion',
  says: 'Turn a draft into an order',
  needs: 'orders:write',
  input: z.object({ id: z.uuid() }),
  output: AdminOrder,
  async run(tx, { id }) {
    const draft = await readDraft(tx, id, 'for update');
    return readAdminOrder(tx, draft.orderId ?? (await placeDraft(tx, draft)));
  },
});

async function placeDraft(tx: Tx, draft: DraftRow): Promise<string> {
  const price = await quoteDraft(tx, draft);
  requireDeliverable(draft, price);
  const id = newId();
  const customerName = draft.customerName || (draft.shippingAddress?.name ?? '');
  const customerId = draft.email ? (await findOrCreateCustomer(tx, { email: draft.email, name: customerName })).id : null;
  await takeFreshStock(tx, id, price.lines);
  await tx.sql`update order_drafts set order_id = ${id}, updated_at = ${tx.now} where id = ${draft.id}`;
  const { shippingAddress, note } = draft;
  const billingAddress = draft.billingAddress ?? shippingAddress;
  const kept = { checkoutId: null, cartId: null, storefrontId: null, email: draft.email ?? '', shippingAddress, billingAddress, note };
  const order = await recordOrder(tx, { ...kept, id, source: 'draft', customerId, customerName, says: 'Order made from a draft.' }, price);
  tx.tell(orderPlaced, { orderId: id, number: order.number, total: money(order.total, order.currency), customerId, email: order.email });
  tx.tell(orderConfirmed, { orderId: id, number: order.number });
  tx.changed({ record: 'order', id, after: { number: order.number, total: order.total } });
  return id;
}

// With a price agreed by hand the shop delivers in its own way; otherwise one of its methods must reach the address.
function requireDeliverable(draft: DraftRow, price: Quote): void {
  if (!draft.shippingAddress || !price.needsShipping || price.method || draft.shippingPrice !== null) return;
  throw new Refusal('no_shipping', 'No shipping method reaches this address. Choose another, or enter a price by hand.');
}
