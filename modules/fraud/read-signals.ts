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

/** Everything that is looked at, from what was known when the order was placed. One statement. */
export async function readSignals(r: Reader, order: Subject, { mail, place, network }: { mail: string; place: string; network: string }): Promise<Signals> {
  const at = order.placedAt;
  const [counted] = await r.sql<Counted>`
    with near as (
      select order_id, mail, place, network, state, placed_at from fraud_checks
      where order_id <> ${order.id} and placed_at <= ${at} and placed_at > ${at}::timestamptz - interval '400 days'
        and ((${mail} <> '' and mail = ${mail}) or (${place} <> '' and place = ${place}) or (${network} <> '' and network = ${network} and placed_at > ${at}::timestamptz - interval '30 days'))
      order by placed_at desc limit 500
    ), mine as (select max(card_country) as country, max(card_mark) as mark from payments where order_id = ${order.id}),
    paid as (select n.mail, n.network, n.place, n.placed_at, p.state, p.card_mark from near n join payments p on p.order_id = n.order_id where n.placed_at > ${at}::timestamptz - interval '1 day'),
    lately as (select total from orders where currency = ${order.currency} and placed_at < ${at} and cancelled_at is null order by placed_at desc limit 300),
    same as (select o.id, o.payment_state, o.fulfilment_state, o.placed_at from near n join orders o on o.id = n.order_id where n.mail = ${mail} and ${mail} <> '')
    select coalesce((select max(quantity) from order_lines where order_id = ${order.id}), 1)::int as "mostUnits",
      coalesce((select country from mine), '') as "cardCountry",
      (select count(*) from same where payment_state in ('paid', 'partially_refunded', 'refunded'))::int as "paidOrders",
      (select count(*) from near where mail = ${mail} and placed_at > ${at}::timestamptz - interval '1 day')::int as "sameMailDay",
      (select count(distinct mail) from near where place = ${place} and ${place} <> '' and mail <> ${mail} and placed_at > ${at}::timestamptz - interval '1 day')::int as "mailsAtPlaceDay",
      (select count(distinct mail) from near where network = ${network} and ${network} <> '' and mail <> ${mail} and placed_at > ${at}::timestamptz - interval '1 hour')::int as "mailsOfNetworkHour",
      (select count(distinct lower(o.email)) from payments p join orders o on o.id = p.order_id where p.card_mark = (select mark from mine) and p.order_id <> ${order.id}
        and p.created_at <= ${at} and p.created_at > ${at}::timestamptz - interval '7 days' and lower(o.email) <> lower(${order.email}))::int as "mailsOfCardWeek",
      (select count(distinct card_mark) from paid where card_mark <> coalesce((select mark from mine), '') and (mail = ${mail} or network = ${network} and ${network} <> '' and placed_at > ${at}::timestamptz - interval '1 hour'))::int as "cardsDay",
      (select count(*) from paid where state = 'declined' and placed_at > ${at}::timestamptz - interval '1 hour')::int as "declinedHour",
      (select count(*) from disputes d join near n on n.order_id = d.order_id where d.opened_at <= ${at} and d.state not in ('won', 'withdrawn') and (n.mail = ${mail} or n.place = ${place}))::int as "disputesBefore",
      (select count(*) from near where state = 'rejected' and (mail = ${mail} or place = ${place}))::int as "refusedBefore",
      (select count(distinct n.mail) from near n join orders o on o.id = n.order_id where n.mail <> ${mail} and n.placed_at > ${at}::timestamptz - interval '30 days' and o.cancelled_at is null
        and exists (select 1 from jsonb_array_elements(o.discounts) d where d ->> 'code' is not null))::int as "codesElsewhere",
      exists (select 1 from orders o, jsonb_array_elements(o.discounts) d where o.id = ${order.id} and d ->> 'code' is not null) as "usesCode",
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
