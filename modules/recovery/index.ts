/**
 * Left carts: found, reminded of, recovered. Words: left (nobody touched the cart for some hours and its owner's address is known),
 * reminder (one mail with a link back), recovered (it became an order after all), opt-out.
 * Invariants: found once per cart; at most one mail per cart, none after an order and none to whoever said no; a link is signed for
 * one purpose and opens one cart.
 */
import { module } from '#platform/module.ts';
import { customerParts } from '#modules/customers/index.ts';
import { leftCartsOfCustomer } from './customer-part.ts';
import * as events from './events.ts';
import { findLeftRegularly } from './find-left.ts';
import { followOrders } from './reactions.ts';
import { remind } from './remind.ts';
import { recoverySettingsView, setRecovery } from './settings.ts';
import { restoreCart, unsubscribe } from './storefront.ts';
import { abandonedCarts, recoveryOptOuts, recoverySettings } from './tables.ts';
import { abandonedList, recoveryFigures } from './views.ts';

export const recovery = module({
  name: 'recovery',
  uses: ['accounts', 'customers', 'discounts', 'carts', 'orders'],
  tables: { abandonedCarts, recoverySettings, recoveryOptOuts },
  operations: [setRecovery, restoreCart, unsubscribe],
  views: [abandonedList, recoveryFigures, recoverySettingsView],
  events: Object.values(events),
  reactions: [remind, followOrders],
  schedules: [findLeftRegularly],
  capabilities: { 'recovery:read': 'See left carts', 'recovery:write': 'Choose how left carts are reminded of' },
});

customerParts.add('recovery', leftCartsOfCustomer);

export { setRecovery, restoreCart, unsubscribe, abandonedList, recoveryFigures, recoverySettingsView };
