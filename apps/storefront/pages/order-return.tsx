import type { JSX } from 'preact';
import type { Order } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { ErrorSentence } from '../parts/fields.tsx';
import { moment } from '../parts/moment.ts';
import { Picture } from '../parts/picture.tsx';
import { REASONS } from '../parts/returns.tsx';
import type { Visit } from '../visit/visit.ts';
import { tokenOf } from './order.tsx';

type Nothing = NonNullable<Order['nothingReturnable']>;

interface Props {
  visit: Visit;
  order: Order;
  typed: Typed;
  errors: FieldErrors;
}

export function ReturnPage({ visit, order, typed, errors }: Props): JSX.Element {
  const own = visit.href(`/orders/${order.id}/return`) + tokenOf(visit);
  return (
    <div class="wrap slim">
      <p class="brand-line"><a href={visit.href(`/orders/${order.id}`) + tokenOf(visit)}>Order #{order.number}</a></p>
      <h1>Return something</h1>
      {errors['form'] && <p class="note bad" role="alert">{errors['form']}</p>}
      {order.returnRules.says && <p class="said">{order.returnRules.says}</p>}
      {order.nothingReturnable
        ? <p class="note">{nothingSentence(order, order.nothingReturnable)} <a href={visit.href(`/orders/${order.id}`) + tokenOf(visit)}>Back to the order</a></p>
        : (
          <form class="return-form" method="post" action={own} encType="multipart/form-data" noValidate>
            <Lines visit={visit} order={order} typed={typed} error={errors['lines']} />
            <Reason typed={typed} error={errors['reason']} />
            <div class="field">
              <label for="note">Tell us more <span class="quiet">(optional)</span></label>
              <textarea id="note" name="note" rows={4} maxLength={2000}>{typed['note']}</textarea>
            </div>
            <Photos error={errors['photos']} again={typed['photos'] !== undefined} />
            <p class="row"><button class="button">Ask for the return</button> <span class="quiet">We look at it and write to you how to send it back.</span></p>
          </form>
        )}
    </div>
  );
}

function nothingSentence({ returnRules: { windowDays } }: Order, why: Nothing): string {
  const sentences: Record<Nothing, string> = {
    cancelled: 'This order was cancelled, so there is nothing to return.',
    gift_cards: 'Gift cards cannot be sent back. Please write to us if something is wrong with one.',
    not_sent: 'Nothing of this order has been sent yet, so there is nothing to return. If you do not want it any more, just write to us.',
    too_late: `The time to return things of this order is over${windowDays ? `: it was ${windowDays === 1 ? 'a day' : `${windowDays} days`} from when they reached you` : ''}.`,
    all_back: 'Everything that was sent is asked for already, or has come back.',
  };
  return sentences[why];
}

interface LinesProps {
  visit: Visit;
  order: Order;
  typed: Typed;
  error: string | undefined;
}

function Lines({ visit, order, typed, error }: LinesProps): JSX.Element {
  const stay = order.lines.filter((line) => !order.returnable.some(({ lineId }) => lineId === line.id));
  return (
    <fieldset aria-describedby={error ? 'lines-error' : undefined}>
      <legend>What should go back?</legend>
      <ErrorSentence name="lines" error={error} />
      <ul class="return-lines">
        {order.returnable.map((part, i) => <Line visit={visit} order={order} part={part} typed={typed} wrong={error !== undefined} first={i === 0} />)}
      </ul>
      {stay.length > 0 && <p class="quiet">Not among them, because it was not sent yet, came back already, or is too late: {stay.map(({ title }) => title).join(', ')}.</p>}
    </fieldset>
  );
}

interface LineProps {
  visit: Visit;
  order: Order;
  part: Order['returnable'][number];
  typed: Typed;
  wrong: boolean;
  first: boolean;
}

function Line({ visit, order, part: { lineId, quantity, until }, typed, wrong, first }: LineProps): JSX.Element {
  const line = order.lines.find((each) => each.id === lineId)!;
  const name = `quantity-${lineId}`;
  // The only piece there is does not have to be chosen.
  const chosen = typed[name] ?? (order.returnable.length === 1 && quantity === 1 ? '1' : '0');
  const about = [variantName(line.variantTitle), until && `until ${moment(until, visit.shop)}`].filter(Boolean).join(' · ');
  return (
    <li>
      <Picture of={line.image ?? null} alt="" sizes="56px" />
      <label for={name}>{line.title}{about && <span class="quiet">{about}</span>}</label>
      <select id={name} name={name} autofocus={first && wrong ? true : undefined} aria-invalid={wrong ? 'true' : undefined}>
        {Array.from({ length: quantity + 1 }, (_, n) => <option value={n} selected={String(n) === chosen}>{n === 0 ? 'keep it' : `${n} of ${quantity}`}</option>)}
      </select>
    </li>
  );
}

function Reason({ typed, error }: { typed: Typed; error: string | undefined }): JSX.Element {
  return (
    <fieldset aria-describedby={error ? 'reason-error' : undefined}>
      <legend>Why?</legend>
      <ErrorSentence name="reason" error={error} />
      {REASONS.map(([value, says], i) => (
        <label class="check"><input type="radio" name="reason" value={value} checked={typed['reason'] === value} autofocus={i === 0 && error ? true : undefined} /> <span>{says}</span></label>
      ))}
    </fieldset>
  );
}

function Photos({ error, again }: { error: string | undefined; again: boolean }): JSX.Element {
  return (
    <div class="field">
      <label for="photos">Pictures <span class="quiet">(optional, at most four)</span></label>
      <input id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp,image/avif" multiple autofocus={error ? true : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'photos-error photos-hint' : 'photos-hint'} />
      <ErrorSentence name="photos" error={error} />
      {again && !error && <p>Please choose the pictures again; they were not kept.</p>}
      <p class="quiet" id="photos-hint">If something is broken or wrong, a picture helps. Only the shop sees it.</p>
    </div>
  );
}
