/**
 * Shoppers' browsers that want to hear when their order moves, by web push.
 *
 * Words: device (a browser that subscribed to one order), tell. Invariants: only whoever may see an order subscribes to it; a device hears
 * each fact once; a device that is gone is forgotten; the message is readable by that browser alone.
 */
import { module } from '#platform/module.ts';
import { pushKey, subscribeToOrder, unsubscribeFromOrder } from './subscribe.ts';
import { orderDevices } from './tables.ts';
import { tellOfCancellation, tellOfParcel } from './tell-shopper.ts';

export const orderPush = module({
  name: 'order-push',
  uses: ['storefronts', 'orders'],
  tables: { orderDevices },
  operations: [subscribeToOrder, unsubscribeFromOrder],
  views: [pushKey],
  reactions: [tellOfParcel, tellOfCancellation],
});

export { pushKey, subscribeToOrder, unsubscribeFromOrder };
