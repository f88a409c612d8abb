import type { Reader } from '#platform/tenancy/context.ts';
import type { Signals } from './score.ts';

interface Place {
  line1: string;
  postalCode: string;
  country: string;
}

/** The order that is looked at. */
export interface Subject {
  id: string;
  number: number;
  source: string;
  email: string;
  total: number;
  currency: string;
  customerId: string | null;
  placedAt: Date;
  network: string;
  shippingAddress: Place | null;
  billingAddress: Place | null;
  cancelled: boolean;
  state: string | null;
}

type Counted = Omit<Signals, 'email' | 'total' | 'currency' | 'shippingCountry' | 'billingCountry' | 'shippingPostcode' | 'billingPostcode'>;

/**
 * Everything that is looked at, from what was known when the order was placed. One statement, and of a mail, a place or a network
 * only the newest orders: each is found by its index and read by its key, so a shop with a million orders and one whose tables were
 * empty a minute ago answer alike.
 */
export async function readSignals(r: Reader, order: Subject, { mail, place, network }: { mail: string; place: string; network: string }): Promise<Signals> {
  const at = order.placedAt;
  const [counted] = await r.sql<Counted>`
    with near as materialized (
      (select order_id, mail, place, network, state, placed_at from fraud_checks
        where mail = ${mail} and mail <> '' and order_id <> ${order.id} and placed_at <= ${at} and placed_at > ${at}::timestamptz - interval '400 days' order by placed_at desc limit 100)
      union (select order_id, mail, place, network, state, placed_at from fraud_checks
        where place = ${place} and place <> '' and order_id <> ${order.id} and placed_at <= ${at} and placed_at > ${at}::timestamptz - interval '400 days' order by placed_at desc limit 100)
      union (select order_id, mail, place, network, state, placed_at from fraud_checks
        where network = ${network} and network <> '' and order_id <> ${order.id} and placed_at <= ${at} and placed_at > ${at}::timestamptz - interval '30 days' order by placed_at desc limit 50)
    ), mine as materialized (select max(card_country) as country, coalesce(max(card_mark), '') as mark from payments where order_id = ${order.id}),
    code as materialized (select exists (select 1 from orders o, jsonb_array_elements(o.discounts) d where o.id = ${order.id} and d ->> 'code' is not null) as used),
    paid as materialized (select n.mail, n.network, n.placed_at, p.state, p.card_mark from near n cross join lateral (select state, card_mark from payments where order_id = n.order_id limit 20) p
      where n.placed_at > ${at}::timestamptz - interval '1 day' and (n.mail = ${mail} or n.placed_at > ${at}::timestamptz - interval '1 hour')),
    lately as materialized (select total from orders where currency = ${order.currency} and placed_at < ${at} and cancelled_at is null order by placed_at desc limit 300),
    same as materialized (select o.* from near n cross join lateral (select payment_state, fulfilment_state, placed_at from orders where id = n.order_id limit 1) o where n.mail = ${mail} and n.mail <> '')
    select coalesce((select max(quantity) from order_lines where order_id = ${order.id}), 1)::int as "mostUnits",
      coalesce((select country from mine), '') as "cardCountry",
      (select count(*) from same where payment_state in ('paid', 'partially_refunded', 'refunded'))::int as "paidOrders",
      (select count(*) from near where mail = ${mail} and placed_at > ${at}::timestamptz - interval '1 day')::int as "sameMailDay",
      (select count(distinct mail) from near where place = ${place} and place <> '' and mail <> ${mail} and placed_at > ${at}::timestamptz - interval '1 day')::int as "mailsAtPlaceDay",
      (select count(distinct mail) from near where network = ${network} and network <> '' and mail <> ${mail} and placed_at > ${at}::timestamptz - interval '1 hour')::int as "mailsOfNetworkHour",
      (select count(distinct lower(o.email)) from (select order_id from payments where card_mark = (select mark from mine) and card_mark <> '' and order_id <> ${order.id}
          and created_at <= ${at} and created_at > ${at}::timestamptz - interval '7 days' order by created_at desc limit 100) p
        cross join lateral (select email from orders where id = p.order_id limit 1) o where lower(o.email) <> lower(${order.email}))::int as "mailsOfCardWeek",
      (select count(distinct card_mark) from paid where card_mark <> (select mark from mine) and (mail = ${mail} or network = ${network} and network <> '' and placed_at > ${at}::timestamptz - interval '1 hour'))::int as "cardsDay",
      (select count(*) from paid where state = 'declined' and placed_at > ${at}::timestamptz - interval '1 hour')::int as "declinedHour",
      (select count(*) from near n cross join lateral (select 1 from disputes d where d.order_id = n.order_id and d.opened_at <= ${at} and d.state not in ('won', 'withdrawn') limit 5) d where n.mail = ${mail} or n.place = ${place} and n.place <> '')::int as "disputesBefore",
      (select count(*) from near where state = 'rejected' and (mail = ${mail} or place = ${place} and place <> ''))::int as "refusedBefore",
      (select count(distinct n.mail) from near n cross join lateral (select discounts from orders where id = n.order_id and cancelled_at is null limit 1) o
        where (select used from code) and n.mail <> ${mail} and n.placed_at > ${at}::timestamptz - interval '30 days'
          and exists (select 1 from jsonb_array_elements(o.discounts) d where d ->> 'code' is not null))::int as "codesElsewhere",
      (select used from code) as "usesCode",
      coalesce((select percentile_disc(0.9) within group (order by total) from lately), 0)::bigint as usual,
      (select count(*) from lately)::int as "usualOver",
      (select count(*) from same where payment_state = 'paid' and fulfilment_state = 'fulfilled' and placed_at < ${at}::timestamptz - interval '30 days')::int as "goodOrders"`;
  const [to, from] = [order.shippingAddress, order.billingAddress ?? order.shippingAddress];
  return {
    ...counted!,
    email: order.email,
    total: order.total,
    currency: order.currency,
    shippingCountry: to?.country ?? '',
    billingCountry: from?.country ?? '',
    shippingPostcode: to?.postalCode ?? '',
    billingPostcode: from?.postalCode ?? '',
  };
}
