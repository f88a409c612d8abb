import type { JSX } from 'preact';
import type { Address, Order, OrderWarranty } from '../api.ts';
import { OrderLines } from '../parts/order-lines.tsx';
import { Totals } from '../parts/totals.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  order: Order;
  greeting: 'thanks' | undefined;
  warranties?: OrderWarranty[];
}

/** Where is it? is answered first; then what, how much and where to. */
export function OrderPage({ visit, order, greeting, warranties = [] }: Props): JSX.Element {
  return (
    <div class="wrap slim">
      <p class="brand-line">Order #{order.number}</p>
      <h1>{greeting ? 'Thank you for your order' : order.statusSentence}</h1>
      {greeting && <Thanks visit={visit} order={order} />}
      <div class="order">
        <section class="panel" aria-labelledby="items">
          <h2 id="items">What you ordered</h2>
          <OrderLines visit={visit} lines={order.lines} />
          <Totals visit={visit} sums={order} />
          {!order.cancelled && <p><a href={visit.href(`/orders/${order.id}/invoice.pdf`) + visit.url.search}>Invoice (PDF)</a></p>}
        </section>
        <div>
          {order.shippingAddress && <Destination address={order.shippingAddress} locale={visit.shop.locale} />}
          <Parcels visit={visit} order={order} />
          <Warranties visit={visit} warranties={warranties} />
          <Timeline visit={visit} order={order} />
          <YourWord visit={visit} order={order} />
        </div>
      </div>
    </div>
  );
}

function Thanks({ visit, order }: { visit: Visit; order: Order }): JSX.Element {
  const own = visit.href(`/orders/${order.id}`) + visit.url.search;
  return (
    <>
      <p class={order.paymentState === 'paid' ? 'note good' : 'note'} role="status">{order.statusSentence}</p>
      <p>We are writing to {order.email} with everything on this page. <a href={own}>The page of your order</a> always shows how far it is; keep it if you like.</p>
    </>
  );
}

function Destination({ address, locale }: { address: Address; locale: string }): JSX.Element {
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(address.country);
  const town = [address.city, address.region, address.postalCode].filter(Boolean).join(' ');
  return (
    <section class="panel" aria-labelledby="goes-to">
      <h2 id="goes-to">Goes to</h2>
      <address>{[address.name, address.company, address.line1, address.line2, town, country].filter(Boolean).map((line) => <span>{line}</span>)}</address>
    </section>
  );
}

function Parcels({ visit, order }: { visit: Visit; order: Order }): JSX.Element | null {
  if (order.parcels.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="parcels">
      <h2 id="parcels">On its way</h2>
      <ul>
        {order.parcels.map((parcel) => (
          <li>{parcel.trackingUrl ? <a href={parcel.trackingUrl} rel="noreferrer">{[parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ') || 'Follow the parcel'}</a> : [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ') || 'Parcel'}<span class="quiet"> sent {moment(parcel.at, visit.shop)}</span></li>
        ))}
      </ul>
    </section>
  );
}

function Warranties({ visit, warranties }: { visit: Visit; warranties: OrderWarranty[] }): JSX.Element | null {
  if (warranties.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="warranties">
      <h2 id="warranties">Warranty</h2>
      <ul>
        {warranties.map((card) => (
          <li><a href={visit.href(`/warranty/${card.token}`)}>{[card.title, card.variantTitle].filter(Boolean).join(', ')}</a><span class="quiet"> {card.state === 'valid' ? `until ${moment(card.endsAt, visit.shop)}` : card.state === 'ended' ? 'has ended' : 'no longer valid'}</span></li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever paid may say what they think; the link of the order proves who they are. */
function YourWord({ visit, order }: { visit: Visit; order: Order }): JSX.Element | null {
  if (order.cancelled || !['paid', 'partially_refunded'].includes(order.paymentState)) return null;
  const token = visit.url.searchParams.get('token');
  const proof = token ? `?order=${order.id}&token=${encodeURIComponent(token)}` : '';
  const things = [...new Map(order.lines.map((line) => [line.productId, line])).values()];
  return (
    <section class="panel" aria-labelledby="your-word">
      <h2 id="your-word">What do you think?</h2>
      <ul>{things.map((line) => <li><a href={visit.href(`/products/${line.slug}/reviews/new`) + proof}>Review {line.title}</a></li>)}</ul>
    </section>
  );
}

function Timeline({ visit, order }: { visit: Visit; order: Order }): JSX.Element | null {
  if (order.timeline.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="timeline">
      <h2 id="timeline">So far</h2>
      <ol class="timeline">
        {order.timeline.map((step) => <li><span>{step.says}</span><time class="quiet" datetime={new Date(step.at).toISOString()}>{moment(step.at, visit.shop)}</time></li>)}
      </ol>
    </section>
  );
}

/** Day and time where the shop is; where that is unknown only the day, which is nearly always right. */
export function moment(at: string, { locale, timeZone }: Visit['shop']): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  if (!timeZone) return new Date(at).toLocaleDateString(locale, { ...day, timeZone: 'UTC' });
  return new Date(at).toLocaleString(locale, { ...day, hour: 'numeric', minute: '2-digit', timeZone });
}
