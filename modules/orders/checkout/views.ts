import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { offeredProviders } from '#modules/payments/index.ts';
import { quote } from '../quote.ts';
import { Checkout, presentCheckout, wantedBy } from './checkout.ts';
import { readCheckout } from './checkout-rows.ts';

/** A checkout at today's prices. Knowing its random id is the right to see it. */
export const checkoutView = view({
  name: 'storefront.checkout.get',
  on: 'storefront',
  route: 'GET /checkout/:id',
  says: 'A checkout',
  needs: 'storefront:checkout',
  input: z.object({ id: z.uuid() }),
  output: Checkout,
  async read(r, { id }) {
    const row = await readCheckout(r, id);
    return presentCheckout(row, await quote(r, wantedBy(row)), await offeredProviders(r));
  },
});
