import { module } from '#platform/module.ts';
import { onWorkspaceCreated } from '#platform/tenancy/workspace-life.ts';
import { adjustStock, setLowAt } from './adjust-stock.ts';
import { setManyStocks } from './count-stock.ts';
import { approveCount, cancelCount, recordCount, reopenCount, startCount, submitCount } from './cycle-count.ts';
import * as events from './events.ts';
import { expireHolds } from './expire-holds.ts';
import { keepAlerts, lookAheadRegularly } from './look-ahead.ts';
import { createLocation, defaultLocation, locationList, updateLocation } from './locations.ts';
import { lowStockTask } from './low-task.ts';
import { stockNotices } from './notices.ts';
import { cancelTransfer, receiveTransfer, sendTransfer } from './move-transfer.ts';
import { alertHistory, alertList, countGet, countList, transferGet, transferList } from './paper-views.ts';
import { countNewVariants } from './reactions.ts';
import { stockPaperNumbers, stockTransfers, stockTransferLines, stockCounts, stockCountLines, stockOutlooks, stockAlerts } from './stock-paper-tables.ts';
import { productStock } from './product-stock.ts';
import './variant-uses.ts';
import { locations, stockLevels, stockMovements, reservations } from './tables.ts';
import { createTransfer, updateTransfer } from './write-transfer.ts';
import { lowStock, movementList, reservationList, stockList } from './views.ts';

/**
 * Stock: how many of a variant lie where, and to whom they are promised. Words: on hand (physically there), reserved (promised),
 * available (on hand - reserved), hold (a promise until a time), commit (a promise until shipped), movement (a line of the ledger).
 * transfer (goods between two locations, incoming while on their way), count (a sheet, its differences, their approval), cover (days it lasts).
 * Invariants: every counter is the sum of its movements, and its reserved the sum of open reservations; reserved is never
 * negative; available is never negative unless the variant may be oversold; counters are locked in key order, everywhere.
 */
export const inventory = module({
  name: 'inventory',
  uses: ['tasks', 'catalog'],
  tables: { locations, stockLevels, stockMovements, reservations, stockPaperNumbers, stockTransfers, stockTransferLines, stockCounts, stockCountLines, stockOutlooks, stockAlerts },
  operations: [
    ...[adjustStock, setManyStocks, setLowAt, createLocation, updateLocation],
    ...[createTransfer, updateTransfer, sendTransfer, receiveTransfer, cancelTransfer],
    ...[startCount, recordCount, submitCount, reopenCount, approveCount, cancelCount],
  ],
  views: [stockList, lowStock, movementList, reservationList, locationList, productStock, alertList, alertHistory, transferList, transferGet, countList, countGet],
  events: Object.values(events),
  notices: stockNotices,
  reactions: [countNewVariants, keepAlerts, lowStockTask],
  schedules: [expireHolds, lookAheadRegularly],
  capabilities: { 'stock:read': 'See stock', 'stock:write': 'Change stock' },
});

onWorkspaceCreated.add('inventory', async (tx) => void (await defaultLocation(tx)));

export { holdStock } from './hold-stock.ts';
export { commitHold } from './commit-hold.ts';
export { releaseHold } from './release-hold.ts';
export { shipStock } from './ship-stock.ts';
export { changePromise, unshipStock } from './change-promise.ts';
export { restock } from './restock.ts';
export { countStock, type Count } from './count-stock.ts';
export { expireHolds } from './expire-holds.ts';
export { availability, type Availability } from './availability.ts';
export { defaultLocation } from './locations.ts';
export type { Line, Shortage, Take } from './allocate.ts';
export { adjustStock, setManyStocks, setLowAt, createLocation, updateLocation };
export { createTransfer, updateTransfer, sendTransfer, receiveTransfer, cancelTransfer, startCount, recordCount, submitCount, reopenCount, approveCount, cancelCount };
export { alertList, alertHistory, transferList, transferGet, countList, countGet };
export { stockList, lowStock, movementList, reservationList, locationList, productStock };
export * from './events.ts';
export { locations, stockLevels, stockMovements, reservations } from './tables.ts';
