import { module } from '#platform/module.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { adjustStock, setLowAt } from './adjust-stock.ts';
import { setManyStocks } from './count-stock.ts';
import * as events from './events.ts';
import { expireHolds } from './expire-holds.ts';
import { createLocation, defaultLocation, locationList, updateLocation } from './locations.ts';
import { countNewVariants } from './reactions.ts';
import * as tables from './tables.ts';
import { lowStock, movementList, reservationList, stockList } from './views.ts';

/**
 * Stock: how many of a variant lie where, and to whom they are promised. Words: on hand (physically there), reserved (promised),
 * available (on hand - reserved), hold (a promise until a time), commit (a promise until shipped), movement (a line of the ledger).
 * Invariants: every counter is the sum of its movements, and its reserved the sum of open reservations; reserved is never
 * negative; available is never negative unless the variant may be oversold; counters are locked in key order, everywhere.
 */
export const inventory = module({
  name: 'inventory',
  uses: ['catalog'],
  tables,
  operations: [adjustStock, setManyStocks, setLowAt, createLocation, updateLocation],
  views: [stockList, lowStock, movementList, reservationList, locationList],
  events: Object.values(events),
  reactions: [countNewVariants],
  schedules: [expireHolds],
  capabilities: { 'stock:read': 'See stock', 'stock:write': 'Change stock' },
});

onWorkspaceCreated.add('inventory', async (tx) => void (await defaultLocation(tx)));

export { holdStock } from './hold-stock.ts';
export { commitHold } from './commit-hold.ts';
export { releaseHold } from './release-hold.ts';
export { shipStock } from './ship-stock.ts';
export { restock } from './restock.ts';
export { countStock, type Count } from './count-stock.ts';
export { expireHolds } from './expire-holds.ts';
export { availability, type Availability } from './availability.ts';
export { defaultLocation } from './locations.ts';
export type { Line, Shortage, Take } from './allocate.ts';
export { adjustStock, setManyStocks, setLowAt, createLocation, updateLocation };
export { stockList, lowStock, movementList, reservationList, locationList };
export * from './events.ts';
export { locations, stockLevels, stockMovements, reservations } from './tables.ts';
