import type { JSX } from 'preact';
import type { Order } from '../api.ts';
import type { Visit } from '../visit/visit.ts';
import { moment } from '../parts/moment.ts';
import { tokenOf } from './order.tsx';

interface Props {
  visit: Visit;
  order: Order;
}

/** Where everything of an order is, parcel by parcel, from what is known and nothing else. */
export function TrackingPage({ visit, order }: Props): JSX.Element {
  const waiting = unitsWaiting(order);
  return (
    <div class="wrap slim">
      <p class="brand-line"><a href={visit.href(`/orders/${order.id}`) + tokenOf(visit)}>Order #{order.number}</a></p>
      <h1>{order.cancelled ? 'This order was cancelled' : headline(order, waiting)}</h1>
      {order.parcels.map((parcel, i) => <Parcel visit={visit} order={order} parcel={parcel} number={i + 1} />)}
      {!order.cancelled && waiting > 0 && (
        <section class="panel" aria-labelledby="waiting">
          <h2 id="waiting">{order.parcels.length > 0 ? `Still to be sent: ${waiting === 1 ? '1 item' : `${waiting} items`}` : 'Not sent yet'}</h2>
          <Steps visit={visit} steps={[['Ordered', order.placedAt], ['Sent', null], ['Delivered', null]]} />
        </section>
      )}
    </div>
  );
}

function unitsWaiting(order: Order): number {
  return order.fulfilmentState === 'fulfilled' ? 0 : order.lines.reduce((sum, line) => sum + line.quantity - line.fulfilled, 0);
}

function headline({ parcels }: Order, waiting: number): string {
  if (parcels.length === 0) return 'We are getting it ready';
  if (parcels.some((parcel) => parcel.outForDeliveryAt && !parcel.deliveredAt)) return 'It is out for delivery';
  if (parcels.some((parcel) => !parcel.deliveredAt)) return 'It is on its way';
  return waiting > 0 ? 'Some of it has arrived' : 'It was delivered';
}

function Parcel({ visit, order, parcel, number }: Props & { parcel: Order['parcels'][number]; number: number }): JSX.Element {
  const names = new Map(order.lines.map((line) => [line.id, line.title]));
  const track = [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ');
  return (
    <section class="panel" aria-labelledby={`parcel-${number}`}>
      <h2 id={`parcel-${number}`}>{order.parcels.length === 1 ? 'Your parcel' : `Parcel ${number} of ${order.parcels.length}`}</h2>
      <p class="quiet">{parcel.lines.map((line) => `${line.quantity} × ${names.get(line.lineId) ?? 'item'}`).join(', ')}</p>
      <Steps visit={visit} steps={stepsOf(order, parcel)} />
      {track && <p>{track}</p>}
      {parcel.trackingUrl && <p><a class="button quiet-button" href={parcel.trackingUrl} rel="noreferrer">Follow it at {parcel.carrier || 'the carrier'}</a></p>}
    </section>
  );
}

type Step = [says: string, at: string | null];

// Not every carrier tells when a parcel is in the van, so that step stands there only when it is known, or still to come.
function stepsOf(order: Order, parcel: Order['parcels'][number]): Step[] {
  const van: Step[] = parcel.outForDeliveryAt || !parcel.deliveredAt ? [['Out for delivery', parcel.outForDeliveryAt]] : [];
  return [['Ordered', order.placedAt], ['Sent', parcel.at], ...van, ['Delivered', parcel.deliveredAt]];
}

function Steps({ visit, steps }: { visit: Visit; steps: Step[] }): JSX.Element {
  const reached = steps.findLastIndex(([, at]) => at !== null);
  return (
    <ol class="steps">
      {steps.map(([says, at], i) => (
        <li class={i <= reached ? 'done' : undefined} aria-current={i === reached ? 'step' : undefined}>
          <span>{says}</span>
          {at ? <time class="quiet" datetime={at}>{moment(at, visit.shop)}</time> : <span class="quiet">{i <= reached ? '' : 'still to come'}</span>}
        </li>
      ))}
    </ol>
  );
}
