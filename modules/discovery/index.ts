import { module } from '#platform/module.ts';
import { followProducts } from '#modules/catalog/index.ts';
import { storefrontCategoryList } from './category-list.ts';
import { storefrontProductList } from './list-products.ts';
import { storefrontProductGet } from './product-page.ts';
import { reactions, schedules } from './reactions.ts';
import { refreshListings } from './refresh-listings.ts';
import * as tables from './tables.ts';

/**
 * What shoppers find. Words: a listing is one visible product in one currency, ready to be shown; a facet is something a list can be
 * narrowed by, with counts. Listings are a projection: everything in them comes from the catalogue and the stock and can be made again.
 * Invariants: a listing changes in the same transaction as its product; totals equal the number of listings; a search never
 * leaves its workspace.
 */
export const discovery = module({
  name: 'discovery',
  uses: ['accounts', 'storefronts', 'catalog', 'inventory'],
  tables: { listings: tables.listings, listingDetails: tables.listingDetails, listingTotals: tables.listingTotals },
  views: [storefrontProductList, storefrontProductGet, storefrontCategoryList],
  reactions,
  schedules,
});

followProducts(refreshListings);

export { refreshListings };
export { storefrontCategoryList, storefrontProductGet, storefrontProductList };
export { ProductCard, type Facet, type ProductPage } from './cards.ts';
export { type ProductDetail } from './product-page.ts';
