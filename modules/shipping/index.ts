import { module } from '#platform/module.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { defaultShipping } from './defaults.ts';
import { deliveryEstimate } from './delivery-estimate.ts';
import { shippingChanged } from './events.ts';
import { createMethod, createZone, deleteMethod, deleteZone, shippingOffers, updateMethod, updateZone, zoneList } from './operations.ts';
import * as tables from './tables.ts';

/**
 * Shipping: what sending a parcel costs. Words: zone (places that share methods), method (flat, by weight or by price, free over a
 * subtotal), offer (a method with its price for one parcel).
 * Invariants: a place is in one zone; an address belongs to its most exact zone (region, country, rest of the world) and to no
 * other; a table that does not reach a parcel offers nothing rather than a guess.
 */
export const shipping = module({
  name: 'shipping',
  tables,
  operations: [createZone, updateZone, deleteZone, createMethod, updateMethod, deleteMethod],
  views: [zoneList, shippingOffers, deliveryEstimate],
  events: [shippingChanged],
});

onWorkspaceCreated.add('shipping', (tx, { country, currency }) => defaultShipping(tx, country, currency));

export { shippingMethodsFor, type ShippingOffer, type ShippingQuestion } from './methods-for.ts';
export { defaultShipping } from './defaults.ts';
export { shippingPrice, type Step } from './price-rule.ts';
export { createMethod, createZone, deleteMethod, deleteZone, shippingOffers, updateMethod, updateZone, zoneList };
export { deliveryEstimate };
export { shippingChanged } from './events.ts';
