import type { JSX } from 'preact';
import type { Customer, OrderSummary } from '../api.ts';
import type { Field, FieldErrors, Typed } from '../checkout-form.ts';
import { ErrorSentence, TextField } from '../parts/fields.tsx';
import type { Visit } from '../visit/visit.ts';
import { moment } from './order.tsx';

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

export function PasswordField({ autocomplete, error, hint }: { autocomplete: string; error: string | undefined; hint?: string }): JSX.Element {
  const described = [error && 'password-error', hint && 'password-hint'].filter(Boolean).join(' ');
  return (
    <div class="field wide">
      <label for="password">Password</label>
      <input id="password" name="password" type="password" autocomplete={autocomplete} required maxLength={200} aria-invalid={error ? 'true' : undefined} aria-describedby={described || undefined} />
      <ErrorSentence name="password" error={error} />
      {hint && <p class="quiet" id="password-hint">{hint}</p>}
    </div>
  );
}

export function AccountPage({ visit, customer, orders }: { visit: Visit; customer: Customer; orders: OrderSummary[] }): JSX.Element {
  return (
    <div class="wrap slim">
      <div class="row apart">
        <div><h1>{customer.name ? `Hello, ${customer.name}` : 'Your account'}</h1><p class="quiet">{customer.email}</p></div>
        <form method="post" action={visit.href('/account/sign-out')}><button class="button quiet-button">Sign out</button></form>
      </div>
      <ul class="chips">
        <li><a class="chip" href={visit.href('/wishlist')}>Wishlist</a></li>
        <li><a class="chip" href={visit.href('/account/alerts')}>Alerts and saved searches</a></li>
        <li><a class="chip" href={visit.href('/account/reviews')}>Your reviews</a></li>
      </ul>
      <h2>Your orders</h2>
      {orders.length === 0
        ? <p class="empty">You have not ordered anything yet. <a href={visit.href('/products')}>See what there is</a>.</p>
        : <ul class="order-list">{orders.map((order) => <li><OrderRow visit={visit} order={order} /></li>)}</ul>}
    </div>
  );
}

function OrderRow({ visit, order }: { visit: Visit; order: OrderSummary }): JSX.Element {
  return (
    <a class="panel order-row" href={visit.href(`/orders/${order.id}`)}>
      <span><strong>Order #{order.number}</strong><span class="quiet">{moment(order.placedAt, visit.shop)}</span></span>
      <span>{order.statusSentence ?? `${order.paymentState}, ${order.fulfilmentState}`}</span>
      <strong>{visit.money(order.total)}</strong>
    </a>
  );
}
