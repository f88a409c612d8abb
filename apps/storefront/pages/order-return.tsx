import type { JSX } from 'preact';
import type { Order, ReturnReason } from '../api.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { ErrorSentence } from '../parts/fields.tsx';
import { Picture } from '../parts/picture.tsx';
import type { Visit } from '../visit/visit.ts';
import { tokenOf } from './order.tsx';

export const REASONS: [ReturnReason, string][] = [
  ['too_small', 'It is too small'],
  ['too_large', 'It is too large'],
  ['wrong_item', 'It is not what I ordered'],
  ['damaged', 'It arrived damaged'],
  ['not_as_described', 'It is not as described'],
  ['changed_mind', 'I changed my mind'],
  ['other', 'Another reason'],
];

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
      {order.returnable.length === 0
        ? <p class="note">There is nothing of this order that could be returned. What has not been sent yet can still be cancelled: just write to us.</p>
        : (
          <form class="return-form" method="post" action={own} encType="multipart/form-data" noValidate>
            <Lines order={order} typed={typed} error={errors['lines']} />
            <Reason typed={typed} error={errors['reason']} />
            <div class="field">
              <label for="note">Tell us more <span class="quiet">(optional)</span></label>
              <textarea id="note" name="note" rows={4} maxLength={2000}>{typed['note']}</textarea>
            </div>
            <Photos error={errors['photos']} />
            <p class="row"><button class="button">Ask for the return</button> <span class="quiet">We look at it and write to you how to send it back.</span></p>
          </form>
        )}
    </div>
  );
}

function Lines({ order, typed, error }: { order: Order; typed: Typed; error: string | undefined }): JSX.Element {
  return (
    <fieldset aria-describedby={error ? 'lines-error' : undefined}>
      <legend>What should go back?</legend>
      <ErrorSentence name="lines" error={error} />
      <ul class="return-lines">
        {order.returnable.map(({ lineId, quantity }, i) => {
          const line = order.lines.find((each) => each.id === lineId)!;
          const name = `quantity-${lineId}`;
          return (
            <li>
              <Picture of={line.image ?? null} alt="" sizes="56px" />
              <label for={name}>{line.title}{line.variantTitle && <span class="quiet">{line.variantTitle}</span>}</label>
              <select id={name} name={name} autofocus={i === 0 && error ? true : undefined} aria-invalid={error ? 'true' : undefined}>
                {Array.from({ length: quantity + 1 }, (_, n) => <option value={n} selected={String(n) === (typed[name] ?? '0')}>{n === 0 ? 'keep it' : n}</option>)}
              </select>
            </li>
          );
        })}
      </ul>
    </fieldset>
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

function Photos({ error }: { error: string | undefined }): JSX.Element {
  return (
    <div class="field">
      <label for="photos">Pictures <span class="quiet">(optional, at most four)</span></label>
      <input id="photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp,image/avif" multiple autofocus={error ? true : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'photos-error photos-hint' : 'photos-hint'} />
      <ErrorSentence name="photos" error={error} />
      <p class="quiet" id="photos-hint">If something is broken or wrong, a picture helps. Only the shop sees it.</p>
    </div>
  );
}
