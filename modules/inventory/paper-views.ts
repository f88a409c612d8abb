import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { productUpdated, variants } from '#modules/catalog/index.ts';
import { CountView, readCount } from './count-sheet.ts';
import { countChanged, stockBack, stockChanged, stockLow, stockOut, stockRunningOut, transferChanged } from './events.ts';
import { COUNT_STATES, stockAlerts, stockCounts, stockOutlooks, stockTransfers, TRANSFER_STATES } from './stock-paper-tables.ts';
import { locations } from './tables.ts';
import { readTransfer, TransferView } from './transfer.ts';

const number = (text: string) => sql<number>`${sql.raw(text)}`;
const start = alias(locations, 'start');
const target = alias(locations, 'target');

export const transferList = listView({
  name: 'stock.transfers',
  route: 'GET /stock/transfers',
  says: 'Transfers of stock',
  needs: 'stock:read',
  from: stockTransfers,
  joins: [{ table: start, on: eq(start.id, stockTransfers.fromLocationId) }, { table: target, on: eq(target.id, stockTransfers.toLocationId) }],
  columns: {
    number: column(stockTransfers.number, { says: 'Transfer', sort: true, search: true }),
    state: column(stockTransfers.state, { says: 'State', filter: 'any of', values: TRANSFER_STATES }),
    from: column(start.name, { says: 'From', filter: 'any of', sort: true }),
    to: column(target.name, { says: 'To', filter: 'any of', sort: true }),
    units: column(number('(select coalesce(sum(l.quantity), 0)::int from stock_transfer_lines l where l.transfer_id = stock_transfers.id)'), { says: 'Units', type: 'number' }),
    onTheWay: column(number(`(select case when stock_transfers.state = 'sent' then coalesce(sum(l.quantity - l.received - l.missing), 0) else 0 end::int from stock_transfer_lines l where l.transfer_id = stock_transfers.id)`), { says: 'On the way', type: 'number' }),
    note: column(stockTransfers.note, { says: 'Note', search: true }),
    createdBy: column(stockTransfers.createdBy, { says: 'By' }),
    createdAt: column(stockTransfers.createdAt, { says: 'Planned', filter: 'dates', sort: 'newest first' }),
    sentAt: column(stockTransfers.sentAt, { says: 'Sent', filter: 'dates', sort: true }),
  },
  changesWith: [transferChanged],
});

export const transferGet = view({
  name: 'stock.transfer',
  route: 'GET /stock/transfers/:id',
  says: 'A transfer of stock',
  needs: 'stock:read',
  input: z.object({ id: z.uuid() }),
  output: TransferView,
  changesWith: [transferChanged],
  read: (r, { id }) => readTransfer(r, id),
});

const ofSheet = (what: string) => number(`(select ${what} from stock_count_lines l where l.count_id = stock_counts.id)`);

export const countList = listView({
  name: 'stock.counts',
  route: 'GET /stock/counts',
  says: 'Stock counts',
  needs: 'stock:read',
  from: stockCounts,
  joins: [{ table: locations, on: eq(locations.id, stockCounts.locationId) }],
  columns: {
    number: column(stockCounts.number, { says: 'Count', sort: true, search: true }),
    state: column(stockCounts.state, { says: 'State', filter: 'any of', values: COUNT_STATES }),
    location: column(locations.name, { says: 'Location', filter: 'any of', sort: true }),
    lines: column(ofSheet('count(*)::int'), { says: 'Lines', type: 'number' }),
    counted: column(ofSheet('count(l.counted)::int'), { says: 'Counted', type: 'number' }),
    differences: column(number(`(select case when stock_counts.blind and stock_counts.state = 'open' then null else count(*) filter (where l.counted <> l.expected)::int end from stock_count_lines l where l.count_id = stock_counts.id)`), { says: 'Differences', type: 'number' }),
    note: column(stockCounts.note, { says: 'Note', search: true }),
    createdBy: column(stockCounts.createdBy, { says: 'By' }),
    createdAt: column(stockCounts.createdAt, { says: 'Begun', filter: 'dates', sort: 'newest first' }),
  },
  changesWith: [countChanged],
});

export const countGet = view({
  name: 'stock.count',
  route: 'GET /stock/counts/:id',
  says: 'A stock count',
  needs: 'stock:read',
  input: z.object({ id: z.uuid() }),
  output: CountView,
  changesWith: [countChanged],
  read: (r, { id }) => readCount(r, id),
});

// Over all locations in use: goods in a place that is switched off cannot be sold.
const overall = (what: string) => `coalesce((select ${what} from stock_levels s join locations l on l.id = s.location_id and l.active where s.variant_id = variants.id), 0)`;
const available = overall('sum(s.available)::int');
const lowAt = overall('max(s.low_at)');

/** What needs the merchant's attention now: sold out, low, or selling faster than it lasts. Always worked out from the counters. */
export const alertList = listView({
  name: 'stock.alerts',
  route: 'GET /stock/alerts',
  says: 'Stock alerts',
  needs: 'stock:read',
  from: variants,
  search: [{ text: variants.searchText, key: variants.id }],
  joins: [{ table: stockOutlooks, on: eq(stockOutlooks.variantId, variants.id) }],
  // At least one place has to be low for all of them to be: found at a glance, then worked out for these alone.
  where: sql`${variants.trackInventory} and ${variants.id} in (select s.variant_id from stock_levels s where s.available <= s.low_at or not exists (select 1 from locations l where l.id = s.location_id and l.active) union select o.variant_id from stock_outlooks o where o.running_out)
    and exists (select 1 from stock_levels s where s.variant_id = ${variants.id}) and (${sql.raw(available)} <= ${sql.raw(lowAt)} or ${stockOutlooks.runningOut})`,
  columns: {
    product: column(variants.productTitle, { says: 'Product', sort: true, search: true }),
    variant: column(variants.title, { says: 'Variant', search: true }),
    sku: column(variants.sku, { says: 'SKU', sort: true, search: true }),
    kind: column(sql<string>`case when ${sql.raw(available)} <= 0 then 'out' when ${sql.raw(available)} <= ${sql.raw(lowAt)} then 'low' else 'running_out' end`, { says: 'Alert', filter: 'any of', values: ['out', 'low', 'running_out'] }),
    available: column(number(available), { says: 'Available', type: 'number', filter: 'range', sort: 'oldest first' }),
    incoming: column(number(overall('sum(s.incoming)::int')), { says: 'Incoming', type: 'number' }),
    sold: column(stockOutlooks.sold, { says: 'Sold in 28 days', filter: 'range', sort: true }),
    cover: column(stockOutlooks.cover, { says: 'Lasts (days)', filter: 'range', sort: true }),
    lowAt: column(number(lowAt), { says: 'Low at', type: 'number' }),
    coverAt: column(number(overall('max(s.cover_at)')), { says: 'Warn below (days)', type: 'number' }),
    productId: column(variants.productId, { says: 'Product id', filter: 'any of' }),
  },
  changesWith: [stockChanged, stockRunningOut, productUpdated],
});

export const alertHistory = listView({
  name: 'stock.alert-history',
  route: 'GET /stock/alerts/history',
  says: 'Past stock alerts',
  needs: 'stock:read',
  from: stockAlerts,
  search: [{ text: variants.searchText, key: stockAlerts.variantId }],
  joins: [{ table: variants, on: eq(variants.id, stockAlerts.variantId), always: true }],
  columns: {
    at: column(stockAlerts.at, { says: 'When', filter: 'dates', sort: 'newest first' }),
    kind: column(stockAlerts.kind, { says: 'Alert', filter: 'any of', values: ['low', 'out', 'back', 'running_out'] }),
    product: column(variants.productTitle, { says: 'Product', search: true }),
    variant: column(variants.title, { says: 'Variant', search: true }),
    sku: column(variants.sku, { says: 'SKU', search: true }),
    available: column(stockAlerts.available, { says: 'Available then' }),
    productId: column(variants.productId, { says: 'Product id', filter: 'any of' }),
  },
  changesWith: [stockLow, stockOut, stockBack, stockRunningOut],
});
