import { reaction } from '#platform/events/reaction.ts';
import { productCreated, productUpdated } from '#modules/catalog/index.ts';
import { defaultLocation } from './locations.ts';

/** New variants appear in the stock list at once, with none on hand. */
export const countNewVariants = reaction({
  name: 'inventory.count-new-variants',
  on: [productCreated, productUpdated],
  async apply(tx, { productId }) {
    const locationId = await defaultLocation(tx);
    await tx.sql`
      insert into stock_levels (variant_id, location_id)
      select v.id, ${locationId}::uuid from variants v
      where v.product_id = ${productId} and not exists (select 1 from stock_levels s where s.variant_id = v.id)
      order by v.id on conflict (workspace_id, variant_id, location_id) do nothing`;
  },
});
