/**
 * What shoppers are shown of what happens: what sells now (hot), what was sold lately, and what they looked at themselves.
 *
 * Words: heat (pieces sold, fading by half every two days), sale (a product in an order that is certain), viewed.
 * Invariants: every figure comes from a real order and goes with it when it is cancelled; of a buyer nothing is shown but a
 * country to which at least five orders went, and the hour; orders written by hand are never shown.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { countSalesAnew, countSalesRegularly, followOrders } from './count-sales.ts';
import { feedChanged } from './events.ts';
import * as tables from './tables.ts';
import { chosenProducts, forgetViewed, myViewed, noteViewed, viewedByCustomer } from './viewed.ts';
import { hotProducts, recentlySold } from './what-sells.ts';

export const feeds = module({
  name: 'feeds',
  uses: ['catalog', 'storefronts', 'discovery', 'customers', 'orders'],
  tables,
  operations: [noteViewed, forgetViewed],
  views: [hotProducts, recentlySold, chosenProducts, myViewed],
  events: [feedChanged],
  reactions: [followOrders],
  schedules: [countSalesRegularly],
});

customerParts.add('viewed', viewedByCustomer);

export { chosenProducts, countSalesAnew, feedChanged, forgetViewed, hotProducts, myViewed, noteViewed, recentlySold };
