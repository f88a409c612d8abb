/**
 * Upsell offers: what a shop suggests beside a cart or after an order. Words: trigger (what has to be there), offered product, place,
 * showing (it stood beside one cart or order), taken. Invariants: only what can be bought now is offered; a cheaper price is a discount
 * of the shop and priced like every other; one showing per cart or order, taken only when it lies in the cart.
 */
import { module } from '#platform/module.ts';
import { offerChanged } from './events.ts';
import { cartOffers, noteShown, orderOffers, takeOffer } from './suggestions.ts';
import { offers as offerTable, offerShowings } from './tables.ts';
import { offerList, offerView } from './views.ts';
import { createOffer, deleteOffer, updateOffer } from './write-offer.ts';

export const offers = module({
  name: 'offers',
  uses: ['catalog', 'inventory', 'discounts', 'carts', 'orders'],
  tables: { offers: offerTable, offerShowings },
  operations: [createOffer, updateOffer, deleteOffer, noteShown, takeOffer],
  views: [offerList, offerView, cartOffers, orderOffers],
  events: [offerChanged],
});

export { createOffer, updateOffer, deleteOffer, noteShown, takeOffer, offerList, offerView, cartOffers, orderOffers };
