import { module } from '#platform/module.ts';
import { recompute, recommendationsChanged } from './recompute.ts';
import { storefrontBasketRecommendations, storefrontRecommendations } from './storefront.ts';
import * as tables from './tables.ts';

/**
 * What else a shopper may like. Words: bought together (in one order), also liked (by the people who bought this one, in other
 * orders), similar (by category, words, brand and price). Invariants: made of real orders and of the catalogue only, so it can be made
 * again at any time; cancelled orders do not count; what cannot be bought now is not shown; nothing in it names a person.
 */
export const recommendations = module({
  name: 'recommendations',
  uses: ['catalog', 'discovery'],
  tables,
  views: [storefrontRecommendations, storefrontBasketRecommendations],
  events: [recommendationsChanged],
  schedules: [recompute],
});

export { recompute, storefrontBasketRecommendations, storefrontRecommendations };
export { countSales } from './count-sales.ts';
export { learnFromOrders } from './learn-from-orders.ts';
export { findSimilar } from './find-similar.ts';
