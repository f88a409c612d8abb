import { module } from '#platform/module.ts';
import * as tables from './tables.ts';
import * as events from './events.ts';
import { createProduct } from './create-product.ts';
import { productGet, productList } from './product-list.ts';

/**
 * The catalogue: what is for sale and at which price. Words: a product has options (Size) with values (Small); a variant is one
 * combination of them and is what people buy. Categories form one tree; collections are filled by hand or by rules. Custom fields
 * are defined per workspace.
 * Invariants: a slug leads to one product; one variant per combination; one price per variant and currency; every change of a
 * product raises its version and is told as product.updated; descriptions hold no markup that runs.
 */
export const catalog = module({
  name: 'catalog',
  uses: [],
  tables,
  operations: [createProduct],
  views: [productList, productGet],
  events: Object.values(events),
  capabilities: { 'products:read': 'See products', 'products:write': 'Change products' },
});

export * from './tables.ts';
export * from './events.ts';
export { createProduct, productGet, productList };
export { variantsForSale, type SellableVariant } from './variants-for-sale.ts';
export { followProducts } from './products-changed.ts';
