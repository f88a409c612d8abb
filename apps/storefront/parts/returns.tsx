import type { JSX } from 'preact';
import type { Order, Return, ReturnReason } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import type { Visit } from '../visit/visit.ts';
import { moment } from './moment.ts';

export const REASONS: [ReturnReason, string][] = [
  ['too_small', 'It is too small'],
  ['too_large', 'It is too large'],
  ['wrong_item', 'It is not what I ordered'],
  ['damaged', 'It arrived damaged'],
  ['not_as_described', 'It is not as described'],
  ['changed_mind', 'I changed my mind'],
  ['other', 'Another reason'],
];

/** How far a return is, in a word or two. */
export const STAGES: Record<Return['stage'], string> = { requested: 'Asked for', approved: 'Agreed', declined: 'Refused', received: 'Received', cancelled: 'Called off' };

interface Props {
  visit: Visit;
  order: Order;
  /** Keeps the page open for whoever came by the order's link: `?token=…` or nothing. */
  token: string;
}

/** Every return of an order: how far it is, what happens next, and the way out of it. */
export function Returns({ visit, order, token }: Props): JSX.Element | null {
  if (order.returns.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="returns">
      <h2 id="returns">{order.returns.length === 1 ? 'Your return' : 'Your returns'}</h2>
      <ul class="returns">
        {order.returns.toReversed().map((back) => (
          <li id={back.id}>
            <p class="row apart"><strong>{back.name}</strong><span class={`return-stage ${back.stage}`}>{isPaidBack(order, back) ? 'Refunded' : STAGES[back.stage]}</span></p>
            <Wish visit={visit} order={order} back={back} />
            <Next visit={visit} order={order} back={back} />
            {back.stage === 'requested' && <form method="post" action={visit.href(`/orders/${order.id}/returns/${back.id}/withdrawal`) + token}><button class="button quiet-button">Take the request back<span class="hush"> {back.name}</span></button></form>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wish({ visit, order, back }: { visit: Visit; order: Order; back: Return }): JSX.Element {
  const names = new Map(order.lines.map((line) => [line.id, [line.title, variantName(line.variantTitle)].filter(Boolean).join(', ')]));
  const instead = back.exchange.map(({ quantity, title }) => `${quantity} × ${title}`);
  const reason = REASONS.find(([value]) => value === back.reason)?.[1];
  const pictures = back.photos.length === 0 ? '' : back.photos.length === 1 ? 'With a picture.' : `With ${back.photos.length} pictures.`;
  return (
    <>
      <p>{back.lines.map((line) => `${line.quantity} × ${names.get(line.lineId) ?? 'item'}`).join(', ')}{instead.length > 0 && ` for ${instead.join(', ')}`}</p>
      <p class="quiet">{moment(back.at, visit.shop)}. {[`${reason}.`, back.note && `“${back.note}”`, pictures].filter(Boolean).join(' ')}</p>
    </>
  );
}

function Next({ visit, order, back }: { visit: Visit; order: Order; back: Return }): JSX.Element {
  if (back.stage === 'approved') return <SendIt back={back} />;
  return <>{sentencesOf(visit, order, back).filter(Boolean).map((says) => <p class="said">{says}</p>)}</>;
}

function SendIt({ back }: { back: Return }): JSX.Element {
  return (
    <>
      <p class="said">{back.instructions || 'Please send it back to us.'}</p>
      {back.labelUrl && <p><a class="button quiet-button" href={back.labelUrl} rel="noreferrer">Your label<span class="hush"> for {back.name}</span></a></p>}
      <p class="quiet">When it is here we look at it, {back.exchange.length > 0 ? 'and send you the other things.' : 'and give you the money back.'}</p>
    </>
  );
}

function sentencesOf(visit: Visit, order: Order, back: Return): string[] {
  if (back.stage === 'requested') return [`We look at it and write to ${order.email} how to send it back, or why not.`];
  if (back.stage === 'declined') return ['We cannot take it back.', back.outcome];
  if (back.stage === 'cancelled') return ['Nothing needs to be sent back.'];
  return ['It has arrived here.', back.outcome, moneySentence(visit, order, back)];
}

function moneySentence(visit: Visit, order: Order, back: Return): string {
  if (back.credited.amount === 0) return '';
  const amount = visit.money(back.credited);
  if (isPaidBack(order, back)) return `${amount} went back to you. Depending on your bank it takes a few days to arrive.`;
  return order.due.amount > 0 ? `${amount} will be given back to you.` : `${amount} credited.`;
}

// With an exchange the money goes towards what is sent instead.
function isPaidBack(order: Order, back: Return): boolean {
  return back.stage === 'received' && back.credited.amount > 0 && back.exchange.length === 0 && order.due.amount === 0 && order.refunded.amount >= back.credited.amount;
}
