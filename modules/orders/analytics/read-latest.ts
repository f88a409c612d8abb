import { money, type Money } from '#platform/money.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { statusSentence, type FulfilmentState, type PaymentState, type ReturnState } from '../order-state.ts';

interface LatestRow {
  id: string;
  number: number;
  placedAt: Date;
  customer: string;
  items: number;
  total: number;
  currency: string;
  paymentState: PaymentState;
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
  cancelled: boolean;
}

export interface LatestOrder {
  id: string;
  number: number;
  placedAt: string;
  customer: string;
  items: number;
  total: Money;
  statusSentence: string;
}

export async function readLatest(r: Reader): Promise<LatestOrder[]> {
  const rows = await r.sql<LatestRow>`
    select id, number, placed_at as "placedAt", coalesce(nullif(customer_name, ''), email) as customer, item_count as items, total, currency,
      payment_state as "paymentState", fulfilment_state as "fulfilmentState", return_state as "returnState", cancelled_at is not null as cancelled
    from orders order by placed_at desc, id desc limit 8`;
  return rows.map(latestOf);
}

function latestOf(row: LatestRow): LatestOrder {
  const { id, number, customer, items } = row;
  return { id, number, customer, items, placedAt: row.placedAt.toISOString(), total: money(row.total, row.currency), statusSentence: statusSentence(row) };
}

export interface Activity {
  id: string;
  at: string;
  kind: string;
  says: string;
  byName: string;
  orderId: string;
  number: number;
  customer: string;
}

/** What happened last, over all orders. Entries are numbered by time, so the newest ids are the newest entries. */
export async function readActivity(r: Reader): Promise<Activity[]> {
  const rows = await r.sql<Omit<Activity, 'at'> & { at: Date }>`
    select t.id, t.at, t.kind, t.says, t.by_name as "byName", t.order_id as "orderId", o.number, coalesce(nullif(o.customer_name, ''), o.email) as customer
    from (select * from order_timeline order by id desc limit 40) t join orders o on o.id = t.order_id order by t.at desc, t.id desc limit 10`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
