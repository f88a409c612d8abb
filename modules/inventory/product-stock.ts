import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { productUpdated } from '#modules/catalog/index.ts';
import { stockChanged } from './events.ts';

const Level = z.object({ variantId: z.uuid(), locationId: z.uuid(), onHand: z.int(), reserved: z.int() });

/** Every counter of one product: variant by location. */
export const productStock = view({
  name: 'stock.of-product',
  route: 'GET /products/:id/stock',
  says: 'Stock of a product',
  needs: 'stock:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ data: z.array(Level) }),
  changesWith: [stockChanged, productUpdated],
  read: async (r, { id }) => ({
    data: await r.sql<z.output<typeof Level>>`
      select s.variant_id as "variantId", s.location_id as "locationId", s.on_hand as "onHand", s.reserved
      from stock_levels s join variants v on v.id = s.variant_id where v.product_id = ${id} order by v.position, s.location_id`,
  }),
});
