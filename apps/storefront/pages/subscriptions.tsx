import type { ComponentChildren, JSX } from 'preact';
import type { Subscription } from '../api.ts';
import { variantName } from '../cart-summary.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { moment } from '../parts/moment.ts';
import type { Visit } from '../visit/visit.ts';

/** A variant on a plan that a subscription can be changed to. */
export interface Swap {
  variantId: string;
  planId: string;
  name: string;
  says: string;
  price: Subscription['price'];
}

export function SubscriptionsPage({ visit, subscriptions }: { visit: Visit; subscriptions: Subscription[] }): JSX.Element {
  return (
    <AccountFrame visit={visit} title="Subscriptions">
      {subscriptions.length === 0
        ? <p class="empty">You have not subscribed to anything.</p>
        : <ul class="order-list">{subscriptions.map((each) => <li><Row visit={visit} subscription={each} /></li>)}</ul>}
    </AccountFrame>
  );
}

function Row({ visit, subscription }: { visit: Visit; subscription: Subscription }): JSX.Element {
  return (
    <a class="panel order-row" href={visit.href(`/subscriptions/${subscription.id}`)}>
      <span><strong>{nameOf(subscription)}</strong><span class="quiet">{subscription.every}</span></span>
      <span>{subscription.says}</span>
      <strong>{visit.money(subscription.price)}</strong>
    </a>
  );
}

function nameOf({ quantity, title, variantTitle }: Subscription): string {
  const variant = variantName(variantTitle);
  return `${quantity} × ${title}${variant && `, ${variant}`}`;
}

interface Props {
  visit: Visit;
  subscription: Subscription;
  swaps: Swap[];
  done: string | undefined;
  wrong: string | undefined;
}

/** Everything its customer may do with one subscription. */
export function SubscriptionPage(props: Props): JSX.Element {
  const { visit, subscription: s, done, wrong } = props;
  return (
    <div class="wrap slim account-main">
      {visit.signedIn && <p><a href={visit.href('/account/subscriptions')}>All subscriptions</a></p>}
      <h1>{nameOf(s)}</h1>
      {done && <p class="note good" role="status">{done}</p>}
      {wrong && <p class="note bad" role="alert">{wrong}</p>}
      <Standing {...props} />
      {s.may.pay && s.paymentMethods.length > 0 && <Pay {...props} />}
      {(s.may.skip || s.may.pause || s.may.resume) && <Rhythm {...props} />}
      {s.may.change && <Change {...props} />}
      {s.may.cancel && !s.ends && <End {...props} />}
    </div>
  );
}

function Standing({ visit, subscription: s }: Props): JSX.Element {
  const facts: [string, string | false][] = [
    ['Price', `${visit.money(s.price)} ${s.every}, delivery and tax beside it`],
    ['Next delivery', !s.ends && s.status !== 'paused' && s.nextRenewalAt !== null && moment(s.nextRenewalAt, visit.shop)],
    ['Ends', s.ends && s.nextRenewalAt !== null && moment(s.nextRenewalAt, visit.shop)],
    ['Resumes', s.pausedUntil !== null && moment(s.pausedUntil, visit.shop)],
    ['Tried again', s.retryAt !== null && moment(s.retryAt, visit.shop)],
    ['Credit', s.credit.amount > 0 && `${visit.money(s.credit)} off the next delivery`],
    ['Goes to', `${s.shippingAddress.name}, ${s.shippingAddress.line1}, ${s.shippingAddress.city}`],
    [s.method.gone ? 'Was paid with' : 'Paid with', s.method.cardLast4 ? `the card ending in ${s.method.cardLast4}` : (s.paymentMethods.find(({ id }) => id === s.method.provider)?.says ?? s.method.provider)],
  ];
  return (
    <section class="panel" aria-labelledby="standing">
      <h2 id="standing">{s.says}</h2>
      {s.failure && <p class="bad">{s.failure}</p>}
      {s.method.gone && s.may.pay && <p class="bad">What it was paid with was taken back. Please choose how to pay from now on.</p>}
      <dl class="facts">{facts.map(([label, value]) => value && <div><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </section>
  );
}

interface ActionProps {
  visit: Visit;
  verb: string;
  /** What the button says. */
  says: string;
  quiet?: true;
  children?: ComponentChildren;
}

/** One form of the page; the signed link of a mail goes on with it. */
function Action({ visit, verb, says, quiet, children }: ActionProps): JSX.Element {
  const token = visit.url.searchParams.get('token');
  const [, id] = /^\/subscriptions\/([^/]+)/.exec(visit.path) ?? [];
  const action = visit.href(`/subscriptions/${id}/${verb}`) + (token ? `?token=${encodeURIComponent(token)}` : '');
  return (
    <form class="stack" method="post" action={action}>
      {children}
      <button class={quiet ? 'button quiet-button' : 'button'}>{says}</button>
    </form>
  );
}

function Pay({ visit, subscription: s }: Props): JSX.Element {
  const behind = s.status === 'past_due' || s.status === 'unpaid';
  const chosen = s.paymentMethods.find(({ id }) => id === s.method.provider) ?? s.paymentMethods[0];
  return (
    <section class="panel" aria-labelledby="pay">
      <h2 id="pay">{behind ? 'Pay now' : s.method.gone ? 'Choose how to pay' : 'Pay with something else'}</h2>
      {!behind && <p class="quiet">Nothing is charged now.</p>}
      <Action visit={visit} verb="pay" says={behind ? 'Pay now' : 'Use this from now on'} {...(behind ? {} : { quiet: true as const })}>
        {s.paymentMethods.map((method) => <label class="pick"><input type="radio" name="method" value={method.id} checked={method === chosen} /><span>{method.says}</span></label>)}
        {s.paymentMethods.some(({ id }) => id === 'test') && (
          <div class="field">
            <label for="card">Card number</label>
            <input id="card" name="card" inputMode="numeric" autocomplete="cc-number" maxLength={24} aria-describedby="card-hint" />
            <p class="quiet" id="card-hint">This shop takes test cards only: 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined.</p>
          </div>
        )}
      </Action>
    </section>
  );
}

function Rhythm({ visit, subscription: s }: Props): JSX.Element {
  return (
    <section class="panel" aria-labelledby="rhythm">
      <h2 id="rhythm">Pause or skip</h2>
      {s.may.resume && <Action visit={visit} verb="resume" says={s.ends ? 'Keep it after all' : 'Resume'} />}
      {s.may.skip && <Action visit={visit} verb="skip" says="Skip the next delivery" quiet />}
      {s.may.pause && (
        <Action visit={visit} verb="pause" says="Pause" quiet>
          <div class="field"><label for="until">Until <span class="quiet">(optional)</span></label><input id="until" name="until" type="date" /></div>
        </Action>
      )}
    </section>
  );
}

function Change({ visit, subscription: s, swaps }: Props): JSX.Element {
  return (
    <section class="panel" aria-labelledby="change">
      <h2 id="change">Change it</h2>
      <Action visit={visit} verb="change" says="Change" quiet>
        {swaps.length > 0 && (
          <div class="field">
            <label for="swap">What and how often</label>
            <select id="swap" name="swap">
              {!swaps.some((swap) => isNow(s, swap)) && <option value="">As it is</option>}
              {swaps.map((swap) => <option value={isNow(s, swap) ? '' : `${swap.variantId} ${swap.planId}`} selected={isNow(s, swap)}>{[variantName(swap.name), swap.says, visit.money(isNow(s, swap) ? s.unitPrice : swap.price)].filter(Boolean).join(', ')}</option>)}
            </select>
          </div>
        )}
        <div class="field"><label for="quantity">How many</label><input id="quantity" name="quantity" type="number" min="1" max="999" value={s.quantity} required /></div>
        {s.lasts !== null && <div class="field"><label for="lasts">One lasts so many {s.unit}s</label><input id="lasts" name="lasts" type="number" min="1" max="365" value={s.lasts} required /></div>}
        <label class="pick"><input type="radio" name="when" value="next" checked /><span>From the next delivery on</span></label>
        {s.status !== 'paused' && <label class="pick"><input type="radio" name="when" value="now" /><span>At once<span class="quiet">A delivery is made now; what is not used of the current one lowers its price.</span></span></label>}
      </Action>
    </section>
  );
}

function isNow(s: Subscription, swap: Swap): boolean {
  return swap.variantId === s.variantId && swap.planId === s.planId;
}

function End({ visit, subscription: s }: Props): JSX.Element {
  if (s.endsFrom > 0) return <p class="quiet">It can be ended after {s.endsFrom} more paid {s.endsFrom === 1 ? 'delivery' : 'deliveries'}.</p>;
  return (
    <section class="panel" aria-labelledby="end">
      <h2 id="end">End it</h2>
      <details class="sure">
        <summary class="button quiet-button">End this subscription</summary>
        <Action visit={visit} verb="cancel" says="End it with this period">
          <div class="field"><label for="reason">Why? <span class="quiet">(optional)</span></label><input id="reason" name="reason" maxLength={500} /></div>
        </Action>
      </details>
    </section>
  );
}
