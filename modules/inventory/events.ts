import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const aboutVariant = z.object({ variantId: z.uuid(), productId: z.uuid(), sku: z.string(), available: z.int() });

/** Totals of a variant over all active locations. At most one per variant and transaction. */
export const stockChanged = event({
  name: 'stock.changed',
  says: 'The stock of a variant changed',
  data: aboutVariant.extend({ onHand: z.int(), reserved: z.int() }),
  about: 'variantId',
  live: { channel: 'inventory', as: 'inventory:updated' },
});

export const stockLow = event({
  name: 'stock.low',
  says: 'A variant is running low',
  data: aboutVariant.extend({ lowAt: z.int() }),
  about: 'variantId',
  live: { channel: 'inventory', as: 'inventory:low-stock' },
});

export const stockOut = event({
  name: 'stock.out',
  says: 'A variant is sold out',
  data: aboutVariant,
  about: 'variantId',
  live: { channel: 'inventory', as: 'inventory:out-of-stock' },
});

export const stockBack = event({
  name: 'stock.back',
  says: 'A variant is back in stock',
  data: aboutVariant,
  about: 'variantId',
  live: { channel: 'inventory', as: 'inventory:restocked' },
});

/** Above its low-stock mark again, however far below it was. */
export const stockRecovered = event({
  name: 'stock.recovered',
  says: 'A variant is not low any more',
  data: aboutVariant.extend({ lowAt: z.int() }),
  about: 'variantId',
});

/** It is still there, but at the speed it sells it will not be for long. */
export const stockRunningOut = event({
  name: 'stock.running-out',
  says: 'A variant sells faster than its stock lasts',
  data: aboutVariant.extend({ cover: z.int().meta({ description: 'days it lasts' }), sold: z.int().meta({ description: 'in the last 28 days' }) }),
  about: 'variantId',
  live: { channel: 'inventory', as: 'inventory:running-out' },
});

export const transferChanged = event({
  name: 'stock.transfer-changed',
  says: 'A transfer of stock was made, sent, received or cancelled',
  data: z.object({ transferId: z.uuid(), number: z.int(), state: z.string() }),
  about: 'transferId',
  live: { channel: 'inventory', as: 'inventory:transfer' },
});

export const countChanged = event({
  name: 'stock.count-changed',
  says: 'A count of stock was begun, handed in, approved or cancelled',
  data: z.object({ countId: z.uuid(), number: z.int(), state: z.string() }),
  about: 'countId',
  live: { channel: 'inventory', as: 'inventory:count' },
});

/** `for` is what the stock was held for, as given to holdStock. */
export const holdExpired = event({
  name: 'stock.hold-expired',
  says: 'Held stock was not bought in time and is free again',
  data: z.object({ for: z.string() }),
  about: 'for',
});

export const locationChanged = event({
  name: 'location.changed',
  says: 'A stock location was added or changed',
  data: z.object({ locationId: z.uuid(), name: z.string() }),
  about: 'locationId',
});
