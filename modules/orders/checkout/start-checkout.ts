import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { later } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { cartForCheckout, holdName, type CartForCheckout } from '#modules/carts/index.ts';
import { holdStock, releaseHold } from '#modules/inventory/index.ts';
import { offeredProviders } from '#modules/payments/index.ts';
import { wishesOf, quote } from '../quote.ts';
import { Checkout, HOLD_TIME, presentCheckout, wantedBy, type CheckoutRow } from './checkout.ts';

/** Begins the checkout of a cart and keeps its stock for a quarter of an hour. Beginning again takes the cart as it is now. */
export const startCheckout = operation({
  name: 'storefront.checkout.start',
  on: 'storefront',
  route: 'POST /checkout',
  says: 'Begin a checkout',
  needs: 'storefront:checkout',
  input: z.object({ cartId: z.uuid() }),
  output: Checkout,
  async run(tx, { cartId }) {
    const cart = await cartForCheckout(tx, cartId);
    const checkout = await openCheckout(tx, cart);
    const price = await quote(tx, wantedBy(checkout));
    if (checkout.existed) await releaseHold(tx, { for: holdName(checkout.cart_id), reason: 'checkout started again' });
    await holdStock(tx, { for: holdName(checkout.cart_id), lines: wishesOf(price.lines), until: checkout.held_until });
    await faultPoint('checkout.after-hold');
    return presentCheckout(checkout, price, await offeredProviders(tx));
  },
});

// Its random id alone opens a checkout with its address, so it is no time-ordered one.
async function openCheckout(tx: Tx, cart: CartForCheckout): Promise<CheckoutRow & { existed: boolean }> {
  const shopper = tx.actor.kind === 'storefront' ? tx.actor : undefined;
  const [row] = await tx.sql<CheckoutRow & { existed: boolean }>`
    insert into checkouts (id, cart_id, storefront_id, customer_id, currency, lines, note, held_until)
    values (${randomUUID()}, ${cart.id}, ${shopper?.storefrontId ?? null}, ${shopper?.customerId ?? null}, ${cart.currency},
            ${JSON.stringify(cart.lines)}::jsonb, ${cart.note}, ${later(tx.now, HOLD_TIME)})
    on conflict (workspace_id, cart_id) do update
      set lines = excluded.lines, held_until = excluded.held_until, updated_at = excluded.updated_at,
          customer_id = coalesce(excluded.customer_id, checkouts.customer_id)
    returning id, cart_id, storefront_id, customer_id, currency, lines, email, shipping_address, billing_address,
              shipping_method_id, note, held_until, order_id, created_at <> updated_at as existed`;
  return row!;
}
