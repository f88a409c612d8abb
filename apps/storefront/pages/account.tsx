import type { JSX } from 'preact';
import type { Customer, OrderSummary, Unread } from '../api.ts';
import type { Field, FieldErrors, Typed } from '../checkout-form.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { ErrorSentence, TextField } from '../parts/fields.tsx';
import type { Visit } from '../visit/visit.ts';
import { moment } from '../parts/moment.ts';

const NAME: Field = { name: 'name', says: 'Full name', autocomplete: 'name', required: 'Enter your name.', width: 'wide' };
export const EMAIL: Field = { name: 'email', says: 'Email', autocomplete: 'email', type: 'email', required: 'Enter your email address, like ana@example.com.', width: 'wide' };
export const SHORTEST_PASSWORD = 10;

/** What is missing in a sign-in or registration form, by field name. */
export function findMissing(typed: Typed, names: ('name' | 'email' | 'password')[]): FieldErrors {
  const errors: FieldErrors = {};
  if (names.includes('name') && !typed['name']?.trim()) errors['name'] = NAME.required!;
  if (!/^\s*[^\s@]+@[^\s@]+\s*$/.test(typed['email'] ?? '')) errors['email'] = EMAIL.required!;
  const password = typed['password'] ?? '';
  if (!password) errors['password'] = 'Enter your password.';
  else if (names.includes('name') && password.length < SHORTEST_PASSWORD) errors['password'] = `Choose at least ${SHORTEST_PASSWORD} characters.`;
  return errors;
}

interface FormProps {
  visit: Visit;
  typed: Typed;
  errors: FieldErrors;
}

export function SignInPage({ visit, typed, errors }: FormProps): JSX.Element {
  return (
    <div class="wrap narrow">
      <h1>Sign in</h1>
      <form class="stack" method="post" action={visit.href('/account/sign-in') + visit.url.search} noValidate>
        {errors['form'] && <p class="note bad" role="alert">{errors['form']}</p>}
        <TextField field={EMAIL} value={typed['email']} error={errors['email']} />
        <PasswordField autocomplete="current-password" error={errors['password']} />
        <button class="button wide">Sign in</button>
        <button class="button quiet-button wide" formAction={visit.href('/account/sign-in/link') + visit.url.search}>Mail me a link instead</button>
      </form>
      <p><a href={visit.href('/account/forgotten')}>Forgot the password?</a></p>
      <p>New here? <a href={visit.href('/account/register') + visit.url.search}>Create an account</a>. You can also buy without one.</p>
    </div>
  );
}

export function RegisterPage({ visit, typed, errors }: FormProps): JSX.Element {
  return (
    <div class="wrap narrow">
      <h1>Create an account</h1>
      <form class="stack" method="post" action={visit.href('/account/register') + visit.url.search} noValidate>
        {errors['form'] && <p class="note bad" role="alert">{errors['form']}</p>}
        <TextField field={NAME} value={typed['name']} error={errors['name']} />
        <TextField field={EMAIL} value={typed['email']} error={errors['email']} />
        <PasswordField autocomplete="new-password" error={errors['password']} hint={`At least ${SHORTEST_PASSWORD} characters.`} />
        <button class="button wide">Create the account</button>
      </form>
      <p>Already have one? <a href={visit.href('/account/sign-in') + visit.url.search}>Sign in</a>.</p>
    </div>
  );
}

interface PasswordProps {
  autocomplete: string;
  error: string | undefined;
  hint?: string;
  name?: string;
  says?: string;
}

export function PasswordField({ autocomplete, error, hint, name = 'password', says = 'Password' }: PasswordProps): JSX.Element {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field wide">
      <label for={name}>{says}</label>
      <input id={name} name={name} type="password" autocomplete={autocomplete} required maxLength={200} autofocus={error ? true : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={described || undefined} />
      <ErrorSentence name={name} error={error} />
      {hint && <p class="quiet" id={`${name}-hint`}>{hint}</p>}
    </div>
  );
}

interface AccountProps {
  visit: Visit;
  customer: Customer;
  orders: OrderSummary[];
  /** The number below which older orders begin. */
  older: string | null;
  /** Conversations the shop has written to last and the customer has not opened. */
  unread: Unread;
}

export function AccountPage({ visit, customer, orders, older, unread }: AccountProps): JSX.Element {
  return (
    <AccountFrame visit={visit} title={customer.name ? `Hello, ${customer.name}` : 'Your account'} unread={unread.count}>
      <p class="quiet">{customer.email}{!customer.emailVerified && ', not confirmed yet. The link is in our mail to you.'}</p>
      <EraseNote visit={visit} customer={customer} />
      <h2>Your orders</h2>
      {orders.length === 0
        ? <p class="empty">You have not ordered anything yet. <a href={visit.href('/products')}>See what there is</a>.</p>
        : <ul class="order-list">{orders.map((order) => <li><OrderRow visit={visit} order={order} isUnread={unread.orderIds.includes(order.id)} /></li>)}</ul>}
      {older && <p><a class="button quiet-button" href={visit.href(`/account?before=${older}`)}>Older orders</a></p>}
    </AccountFrame>
  );
}

/** Said on every visit while there is time to think better of it. */
export function EraseNote({ visit, customer }: { visit: Visit; customer: Customer }): JSX.Element | null {
  if (!customer.eraseAt) return null;
  return (
    <form class="note erase-note" method="post" action={visit.href('/account/erasure/cancel')}>
      <p>Everything we know of you will be erased on {moment(customer.eraseAt, visit.shop)}, as you asked.</p>
      <button class="button quiet-button">Keep my account</button>
    </form>
  );
}

function OrderRow({ visit, order, isUnread }: { visit: Visit; order: OrderSummary; isUnread: boolean }): JSX.Element {
  return (
    <a class="panel order-row" href={visit.href(`/orders/${order.id}`) + (isUnread ? '#messages' : '')}>
      <span><strong>Order #{order.number}</strong><span class="quiet">{moment(order.placedAt, visit.shop)}</span></span>
      <span>{order.statusSentence}{isUnread && <strong class="new">New message</strong>}</span>
      <strong>{visit.money(order.total)}</strong>
    </a>
  );
}
