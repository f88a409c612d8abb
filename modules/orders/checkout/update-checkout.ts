import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { offeredProviders } from '#modules/payments/index.ts';
import { Address } from '../address.ts';
import { quote } from '../quote.ts';
import { Checkout, presentCheckout, wantedBy, type CheckoutRow } from './checkout.ts';
import { lockCheckout } from './checkout-rows.ts';

const Details = z.object({
  id: z.uuid(),
  email: z.string().trim().toLowerCase().max(320).pipe(z.email('an e-mail address is needed')).optional(),
  shippingAddress: Address.optional(),
  billingAddress: Address.nullish().meta({ description: 'null or left out: the same as the shipping address' }),
  shippingMethodId: z.string().max(100).nullish(),
  note: z.string().max(1_000).optional(),
});

/** Who, where to, how: what is given replaces what was there, the rest stays. Answers with the new sums. */
export const updateCheckout = operation({
  name: 'storefront.checkout.update',
  on: 'storefront',
  route: 'PUT /checkout/:id',
  says: 'Fill in a checkout',
  needs: 'storefront:checkout',
  input: Details,
  output: Checkout,
  async run(tx, details) {
    const checkout = filledIn(await lockCheckout(tx, details.id), details);
    const price = await quote(tx, wantedBy(checkout));
    await save(tx, { ...checkout, shipping_method_id: price.method?.id ?? null });
    return presentCheckout(checkout, price, await offeredProviders(tx));
  },
});

function filledIn(row: CheckoutRow, details: z.output<typeof Details>): CheckoutRow {
  return {
    ...row,
    email: details.email ?? row.email,
    shipping_address: details.shippingAddress ?? row.shipping_address,
    billing_address: details.billingAddress === undefined ? row.billing_address : details.billingAddress,
    shipping_method_id: details.shippingMethodId === undefined ? row.shipping_method_id : details.shippingMethodId,
    note: details.note ?? row.note,
  };
}

async function save(tx: Tx, row: CheckoutRow): Promise<void> {
  const customerId = tx.actor.kind === 'storefront' ? tx.actor.customerId : undefined;
  await tx.sql`
    update checkouts set email = ${row.email}, shipping_method_id = ${row.shipping_method_id}, note = ${row.note},
      shipping_address = ${json(row.shipping_address)}::jsonb, billing_address = ${json(row.billing_address)}::jsonb,
      customer_id = coalesce(${customerId ?? null}, customer_id), updated_at = ${tx.now}
    where id = ${row.id}`;
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
