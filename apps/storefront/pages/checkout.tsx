import type { JSX } from 'preact';
import type { Checkout } from '../api.ts';
import { addressFields, countries, EXTRA_FIELDS } from '../checkout-form.ts';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { planSays } from '../cart-summary.ts';
import { ErrorSentence, TextField } from '../parts/fields.tsx';
import { Totals } from '../parts/totals.tsx';
import { OrderLines } from '../parts/order-lines.tsx';
import type { Visit } from '../visit/visit.ts';

interface Props {
  visit: Visit;
  checkout: Checkout;
  typed: Typed;
  errors: FieldErrors;
  says: string;
  once: string;
  /** Milliseconds since 1970. */
  now: number;
}

export function CheckoutPage(props: Props): JSX.Element {
  const { visit, errors, says } = props;
  const wrong = Object.keys(errors);
  return (
    <div class="wrap">
      <h1>Checkout</h1>
      {says && <p class="note bad" role="alert">{says}</p>}
      {wrong.length > 0 && <p class="note bad" role="alert">Please look at {wrong.length === 1 ? 'the marked field' : `the ${wrong.length} marked fields`} below.</p>}
      <form class="checkout" method="post" action={visit.href('/checkout/order')} data-refresh={visit.href('/checkout/details')} noValidate>
        <div>
          <Contact {...props} />
          <Destination {...props} />
          <Delivery {...props} />
          <PaymentFields {...props} />
        </div>
        <div class="aside">
          <Summary {...props} />
          <Codes {...props} />
          <Place {...props} />
        </div>
      </form>
    </div>
  );
}

function Contact({ visit, typed, errors }: Props): JSX.Element {
  const field = { name: 'email', says: 'Email', autocomplete: 'email', type: 'email' as const, required: 'x', width: 'wide' as const };
  return (
    <fieldset>
      <legend>Contact</legend>
      {!visit.signedIn && <p class="quiet">No account is needed. <a href={visit.href('/account/sign-in?to=checkout')}>Sign in</a> if you have one.</p>}
      <TextField field={field} value={typed['email']} error={errors['email']} />
    </fieldset>
  );
}

function Destination({ visit, typed, errors }: Props): JSX.Element {
  const extra = EXTRA_FIELDS.some((field) => typed[field.name]);
  return (
    <fieldset>
      <legend>Where should it go?</legend>
      <div class="fields">
        <Country visit={visit} value={typed['country'] ?? ''} error={errors['country']} />
        {addressFields(typed['country']).map((field) => <TextField field={field} value={typed[field.name]} error={errors[field.name]} />)}
      </div>
      <details open={extra}>
        <summary>Add a flat, company or phone number</summary>
        <div class="fields">{EXTRA_FIELDS.map((field) => <TextField field={field} value={typed[field.name]} error={errors[field.name]} />)}</div>
      </details>
    </fieldset>
  );
}

function Country({ visit, value, error }: { visit: Visit; value: string; error: string | undefined }): JSX.Element {
  return (
    <div class="field wide">
      <label for="country">Country</label>
      <select id="country" name="country" autocomplete="shipping country" aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'country-error' : undefined}>
        {countries(visit.shop.locale).map(([code, name]) => <option value={code} selected={code === value}>{name}</option>)}
      </select>
      <ErrorSentence name="country" error={error} />
    </div>
  );
}

function Delivery({ visit, checkout, typed }: Props): JSX.Element {
  const chosen = typed['shippingMethodId'] || checkout.shippingMethodId;
  const methods = checkout.shippingMethods;
  return (
    <fieldset id="delivery">
      <legend>Delivery</legend>
      {methods.length === 0 && <p class="quiet">{withoutMethods(checkout)}</p>}
      {methods.map((method) => (
        <label class="pick">
          <input type="radio" name="shippingMethodId" value={method.id} id={`ship-${method.id}`} checked={method.id === chosen} />
          <span>{method.name}{method.says && <span class="quiet">{method.says}</span>}</span>
          <strong>{method.price.amount === 0 ? 'Free' : visit.money(method.price)}</strong>
        </label>
      ))}
      {methods.length > 1 && <button class="link unscripted" formaction={visit.href('/checkout/details')}>Update the total</button>}
    </fieldset>
  );
}

function withoutMethods({ shipping, shippingAddress }: Checkout): string {
  if (shipping) return 'Nothing needs to be sent.';
  return shippingAddress ? 'We cannot send this to that address yet.' : 'The ways to deliver and their prices appear once the address is filled in.';
}

function PaymentFields({ checkout, typed, errors }: Props): JSX.Element {
  // A card is ready at once; waiting for a transfer is the second choice.
  const methods = checkout.paymentMethods.toSorted((a, b) => Number(a.kind === 'manual') - Number(b.kind === 'manual'));
  const chosen = typed['payment'] ?? methods[0]?.id;
  const begins = checkout.lines.some(({ plan }) => plan !== null);
  if (checkout.due.amount === 0 && checkout.tender.length > 0 && !begins) return <fieldset id="payment"><legend>Payment</legend><p class="quiet">Nothing is left to pay: {checkout.tender.map((each) => (each.kind === 'gift_card' ? `the gift card ending in ${each.last4}` : 'your store credit')).join(' and ')} covers it.</p></fieldset>;
  return (
    <fieldset id="payment">
      <legend>Payment</legend>
      {checkout.due.amount === 0 && begins && <p class="quiet">Nothing is charged today. The deliveries that follow are charged like this.</p>}
      {methods.map((method) => (
        <div class="pay-method">
          <label class="pick">
            <input type="radio" name="payment" value={method.id} checked={method.id === chosen} />
            <span>{method.says}</span>
          </label>
          {method.kind === 'test' && <Card error={errors['card']} />}
          {method.kind === 'page' && <p class="quiet card-field">{checkout.due.amount === 0 ? 'You agree on a secure page of the provider to be charged later, and come back here.' : 'You pay on a secure page of the provider and come back here.'}</p>}
        </div>
      ))}
    </fieldset>
  );
}

function Card({ error }: { error: string | undefined }): JSX.Element {
  return (
    <div class="field card-field">
      <label for="card">Card number</label>
      <input id="card" name="card" inputMode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" maxLength={24} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? 'card-error card-hint' : 'card-hint'} />
      <ErrorSentence name="card" error={error} />
      <p class="quiet" id="card-hint">This shop takes test cards only: 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined.</p>
    </div>
  );
}

function Summary({ visit, checkout, now }: Props): JSX.Element {
  return (
    <section id="summary" class="panel" aria-labelledby="summary-title" aria-live="polite">
      <h2 id="summary-title">Your order</h2>
      <OrderLines visit={visit} lines={checkout.lines} />
      <Totals visit={visit} sums={checkout} />
      {checkout.lines.map((line) => line.plan && <p class="quiet">{line.title}: {planSays(visit, line.plan)}, charged by itself until you end it. Delivery and tax come to it.</p>)}
      <p class="quiet">{heldSentence(checkout.heldUntil, now)}</p>
    </section>
  );
}

/** One field for whatever somebody has: a discount code or a gift card. */
function Codes({ visit, checkout, errors }: Props): JSX.Element {
  const action = visit.href('/checkout/codes');
  const cards = checkout.tender.filter((each) => each.kind === 'gift_card');
  const credit = checkout.storeCredit;
  return (
    <div class="codes panel">
      {checkout.codes.map(({ code, applied, sentence }) => (
        <p class="code">
          <span class={applied ? 'chip on' : 'chip'}>{code}</span>
          <button class="link" formaction={action} formNoValidate name="without" value={code} aria-label={`Take out the code ${code}`}>Take out</button>
          {!applied && <span class="quiet">{sentence}</span>}
        </p>
      ))}
      {cards.map((each) => (
        <p class="code">
          <span class="chip on">Gift card ···· {each.last4}</span>
          <button class="link" formaction={action} formNoValidate name="without" value={each.id} aria-label={`Take out the gift card ending in ${each.last4}`}>Take out</button>
          {each.left.amount > 0 && <span class="quiet">{visit.money(each.left)} stays on it.</span>}
        </p>
      ))}
      {credit && (
        <p class="code">
          <span>You have {visit.money(credit.available)} of store credit.</span>
          <button class="link" formaction={action} formNoValidate name="storeCredit" value={credit.used ? 'no' : 'yes'}>{credit.used ? 'Do not use it' : 'Use it'}</button>
        </p>
      )}
      <label for="code">Discount code or gift card</label>
      <span class="code-row">
        <input id="code" name="code" maxLength={60} autocomplete="off" autocapitalize="characters" spellcheck={false} aria-invalid={errors['code'] ? 'true' : undefined} aria-describedby={errors['code'] ? 'code-error' : undefined} />
        <button class="button plain" formaction={action} formNoValidate>Apply</button>
      </span>
      <ErrorSentence name="code" error={errors['code']} />
    </div>
  );
}

/** True urgency only: the stock is really held that long, and afterwards may still be there. */
export function heldSentence(until: string, now: number): string {
  const minutes = Math.floor((new Date(until).getTime() - now) / 60_000);
  if (minutes < 1) return 'We check once more that everything is there when you pay.';
  return `We hold these items for you for ${minutes === 1 ? 'another minute' : `${minutes} minutes`}.`;
}

function Place({ visit, checkout, once }: Props): JSX.Element {
  const ready = checkout.shipping !== null && checkout.shippingAddress !== null;
  return (
    <div id="place">
      <input type="hidden" name="agreed" value={checkout.total.amount} />
      <input type="hidden" name="agreedDue" value={checkout.due.amount} />
      <input type="hidden" name="once" value={once} />
      {ready
        ? <button class="button wide big">{checkout.due.amount > 0 ? `Pay ${visit.money(checkout.due)}` : 'Place the order'}</button>
        : <button class="button wide big" formaction={visit.href('/checkout/details')}>Continue to delivery</button>}
      <p class="quiet">By paying you order with an obligation to pay. <a href={visit.href('/cart')}>Back to the cart</a></p>
    </div>
  );
}
