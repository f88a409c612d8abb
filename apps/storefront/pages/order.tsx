import type { JSX } from 'preact';
import type { Address, Conversation, Order, OrderWarranty, Suggestion } from '../api.ts';
import { Messages, type Unsent } from '../parts/conversation.tsx';
import { moment } from '../parts/moment.ts';
import { Offers } from '../parts/offers.tsx';
import { OrderLines } from '../parts/order-lines.tsx';
import { OrderNews } from '../parts/order-news.tsx';
import { Returns } from '../parts/returns.tsx';
import { Totals } from '../parts/totals.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  order: Order;
  greeting: 'thanks' | undefined;
  /** What has just been done, in words. */
  done?: string | undefined;
  /** What did not work. */
  wrong?: string | undefined;
  offers?: Suggestion[];
  warranties?: OrderWarranty[];
  conversation?: Conversation | null;
  unsent?: Unsent | undefined;
}

/** Where is it? is answered first; then what, how much and where to. */
export function OrderPage({ visit, order, greeting, done, wrong, offers = [], warranties = [], conversation = null, unsent }: Props): JSX.Element {
  return (
    <div class="wrap slim">
      <p class="brand-line">Order #{order.number}</p>
      <h1>{greeting ? 'Thank you for your order' : order.statusSentence}</h1>
      {done && <p class="note good" role="status">{done}</p>}
      {wrong && <p class="note bad" role="alert">{wrong}</p>}
      {greeting && <Thanks visit={visit} order={order} />}
      {!order.cancelled && order.fulfilmentState !== 'fulfilled' && <OrderNews visit={visit} orderId={order.id} />}
      <div class="order">
        <section class="panel" aria-labelledby="items">
          <h2 id="items">What you ordered</h2>
          <OrderLines visit={visit} lines={order.lines} />
          <Totals visit={visit} sums={order} />
          <Actions visit={visit} order={order} />
          <Offers visit={visit} offers={offers} order={order.id} />
        </section>
        <div>
          {order.shippingAddress && <Destination address={order.shippingAddress} locale={visit.shop.locale} />}
          <Parcels visit={visit} order={order} />
          <Returns visit={visit} order={order} token={tokenOf(visit)} />
          <Messages visit={visit} conversation={conversation} to={visit.href(`/orders/${order.id}/messages`) + tokenOf(visit)} news={visit.href(`/orders/${order.id}/messages/news`) + tokenOf(visit)} unsent={unsent} />
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

function Actions({ visit, order }: { visit: Visit; order: Order }): JSX.Element {
  const to = (page: string): string => visit.href(`/orders/${order.id}/${page}`) + tokenOf(visit);
  return (
    <div class="row order-actions">
      <form method="post" action={to('again')}><button class="button quiet-button">Buy again</button></form>
      {order.returnable.length > 0 && <a class="button quiet-button" href={to('return')}>Return something</a>}
      {order.nothingReturnable === 'too_late' && <span class="quiet">The time to return things is over.</span>}
      {!order.cancelled && <a href={to('invoice.pdf')}>Invoice (PDF)</a>}
    </div>
  );
}

/** What keeps a page of an order open for whoever came by its link. */
export function tokenOf(visit: Visit): string {
  const token = visit.url.searchParams.get('token');
  return token ? `?token=${encodeURIComponent(token)}` : '';
}

function Parcels({ visit, order }: { visit: Visit; order: Order }): JSX.Element | null {
  if (order.parcels.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="parcels">
      <h2 id="parcels">{order.parcels.length === 1 ? 'Your parcel' : 'Your parcels'}</h2>
      <ul>
        {order.parcels.map((parcel) => (
          <li>{[parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ') || 'Parcel'}<span class="quiet"> {parcelSays(parcel, visit)}</span></li>
        ))}
      </ul>
      <p><a href={visit.href(`/orders/${order.id}/tracking`) + tokenOf(visit)}>Where is it?</a></p>
    </section>
  );
}

function parcelSays({ at, outForDeliveryAt, deliveredAt }: Order['parcels'][number], { shop }: Visit): string {
  if (deliveredAt) return `delivered ${moment(deliveredAt, shop)}`;
  return outForDeliveryAt ? `out for delivery since ${moment(outForDeliveryAt, shop)}` : `sent ${moment(at, shop)}`;
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
