import { and, eq, sql } from 'drizzle-orm';
import { column } from '#platform/operations/columns.ts';
import { listView, type Join } from '#platform/operations/list-view.ts';
import { productUpdated, variants } from '#modules/catalog/index.ts';
import { stockChanged } from './events.ts';
import { locations, reservations, stockLevels, stockMovements } from './tables.ts';

const state = sql<string>`case when ${stockLevels.available} <= 0 then 'out' when ${stockLevels.available} <= ${stockLevels.lowAt} then 'low' else 'ok' end`;

const variantColumns = {
  product: column(variants.productTitle, { says: 'Product', sort: true, search: true }),
  variant: column(variants.title, { says: 'Variant', search: true }),
  sku: column(variants.sku, { says: 'SKU', sort: true, search: true }),
};

const levelColumns = {
  ...variantColumns,
  location: column(locations.name, { says: 'Location', filter: 'any of', sort: true }),
  onHand: column(stockLevels.onHand, { says: 'On hand', filter: 'range', sort: true }),
  reserved: column(stockLevels.reserved, { says: 'Reserved', filter: 'range', sort: true }),
  available: column(stockLevels.available, { says: 'Available', filter: 'range', sort: true }),
  incoming: column(stockLevels.incoming, { says: 'Incoming', filter: 'range', sort: true }),
  lowAt: column(stockLevels.lowAt, { says: 'Low at' }),
  state: column(state, { says: 'State', filter: 'any of', values: ['ok', 'low', 'out'] }),
  updatedAt: column(stockLevels.updatedAt, { says: 'Changed', filter: 'dates', sort: true }),
  variantId: column(stockLevels.variantId, { says: 'Variant id', filter: 'any of' }),
  locationId: column(stockLevels.locationId, { says: 'Location id', filter: 'any of' }),
  productId: column(variants.productId, { says: 'Product id', filter: 'any of' }),
};

const levelJoins: Join[] = [
  { table: variants, on: eq(variants.id, stockLevels.variantId), always: true },
  { table: locations, on: eq(locations.id, stockLevels.locationId), always: true },
];

export const stockList = listView({
  name: 'stock.list',
  route: 'GET /stock',
  says: 'Stock',
  needs: 'stock:read',
  opens: '/inventory?q=:sku',
  from: stockLevels,
  joins: levelJoins,
  search: [{ text: variants.searchText, key: stockLevels.variantId }],
  where: sql`${stockLevels.tracked}`,
  columns: levelColumns,
  changesWith: [stockChanged, productUpdated],
});

export const lowStock = listView({
  name: 'stock.low',
  route: 'GET /stock/low',
  says: 'Low and sold out',
  needs: 'stock:read',
  from: stockLevels,
  joins: levelJoins,
  search: [{ text: variants.searchText, key: stockLevels.variantId }],
  where: and(sql`${stockLevels.tracked}`, sql`${stockLevels.available} <= ${stockLevels.lowAt}`)!,
  columns: { ...levelColumns, available: column(stockLevels.available, { says: 'Available', filter: 'range', sort: 'oldest first' }) },
  changesWith: [stockChanged, productUpdated],
});

export const movementList = listView({
  name: 'stock.movements',
  route: 'GET /stock/movements',
  says: 'Stock movements',
  needs: 'stock:read',
  from: stockMovements,
  search: [{ text: variants.searchText, key: stockMovements.variantId }, { text: stockMovements.searchText, key: stockMovements.id }],
  joins: [
    { table: variants, on: eq(variants.id, stockMovements.variantId), always: true },
      { table: locations, on: eq(locations.id, stockMovements.locationId), always: true },
  ],
  columns: {
    at: column(stockMovements.at, { says: 'When', filter: 'dates', sort: 'newest first' }),
    ...variantColumns,
    location: column(locations.name, { says: 'Location', filter: 'any of' }),
    reason: column(stockMovements.reason, { says: 'Reason', filter: 'any of' }),
    onHandChange: column(stockMovements.onHandChange, { says: 'On hand', filter: 'range' }),
    reservedChange: column(stockMovements.reservedChange, { says: 'Reserved', filter: 'range' }),
    incomingChange: column(stockMovements.incomingChange, { says: 'On its way', filter: 'range' }),
    reference: column(stockMovements.reference, { says: 'For', search: true, filter: 'text' }),
    note: column(stockMovements.note, { says: 'Note', search: true }),
    actor: column(stockMovements.actor, { says: 'By', search: true }),
    variantId: column(stockMovements.variantId, { says: 'Variant id', filter: 'any of' }),
  },
  changesWith: [stockChanged],
});

export const reservationList = listView({
  name: 'stock.reservations',
  route: 'GET /stock/reservations',
  says: 'Reserved stock',
  needs: 'stock:read',
  from: reservations,
  search: [{ text: variants.searchText, key: reservations.variantId }, { text: sql`lower(${reservations.for})`, key: reservations.id }],
  joins: [
    { table: variants, on: eq(variants.id, reservations.variantId), always: true },
      { table: locations, on: eq(locations.id, reservations.locationId), always: true },
  ],
  columns: {
    createdAt: column(reservations.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
    for: column(reservations.for, { says: 'For', search: true, filter: 'text' }),
    ...variantColumns,
    location: column(locations.name, { says: 'Location', filter: 'any of' }),
    quantity: column(reservations.quantity, { says: 'Quantity', filter: 'range' }),
    open: column(reservations.open, { says: 'Still reserved', filter: 'range' }),
    state: column(reservations.state, { says: 'State', filter: 'any of', values: ['held', 'committed', 'released', 'shipped'] }),
    expiresAt: column(reservations.expiresAt, { says: 'Held until', filter: 'dates', sort: true }),
    variantId: column(reservations.variantId, { says: 'Variant id', filter: 'any of' }),
  },
  changesWith: [stockChanged],
});
