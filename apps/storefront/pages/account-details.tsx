import type { JSX } from 'preact';
import type { Customer } from '../api.ts';
import type { Field, FieldErrors, Typed } from '../checkout-form.ts';
import { AccountFrame } from '../parts/account-frame.tsx';
import { TextField } from '../parts/fields.tsx';
import type { Visit } from '../visit/visit.ts';
import { EMAIL, PasswordField, SHORTEST_PASSWORD } from './account.tsx';

const NAME: Field = { name: 'name', says: 'Full name', autocomplete: 'name', width: 'wide' };
const PHONE: Field = { name: 'phone', says: 'Phone', autocomplete: 'tel', type: 'tel', width: 'wide' };

export interface DetailsProps {
  visit: Visit;
  customer: Customer;
  typed: Typed;
  errors: FieldErrors;
  /** Which of the three forms was sent. */
  sent?: 'profile' | 'email' | 'password' | undefined;
  done?: string | undefined;
}

export function DetailsPage(props: DetailsProps): JSX.Element {
  const { visit, customer, errors, done } = props;
  return (
    <AccountFrame visit={visit} title="Your details" done={done} wrong={errors['form']}>
      <Profile {...props} />
      <Mail {...props} />
      <Password {...props} />
      {!customer.emailVerified && <p class="quiet">Your address is not confirmed yet. Open the link in our mail, or <a href={visit.href('/account/sign-in')}>have a link mailed to sign in</a>, which confirms it too.</p>}
    </AccountFrame>
  );
}

function Profile({ visit, customer, typed, errors, sent }: DetailsProps): JSX.Element {
  const shown = sent === 'profile' ? typed : { name: customer.name, phone: customer.phone ?? '', ...(customer.acceptsMarketing && { marketing: 'yes' }) };
  const wrong = sent === 'profile' ? errors : {};
  return (
    <form class="panel stack" method="post" action={visit.href('/account/details')} noValidate>
      <h2>You</h2>
      <TextField field={NAME} value={shown['name']} error={wrong['name']} />
      <TextField field={PHONE} value={shown['phone']} error={wrong['phone']} />
      <label class="check"><input type="checkbox" name="marketing" value="yes" checked={shown['marketing'] === 'yes'} /> <span>Write to me about news and offers. I can change my mind here at any time.</span></label>
      <button class="button">Save</button>
    </form>
  );
}

function Mail({ visit, customer, typed, errors, sent }: DetailsProps): JSX.Element {
  const wrong = sent === 'email' ? errors : {};
  return (
    <form class="panel stack" method="post" action={visit.href('/account/details/email')} noValidate>
      <h2>Email address</h2>
      <p>Now {customer.email}. A link goes to the new address; it is used once you have opened the link.</p>
      <TextField field={{ ...EMAIL, says: 'New email address' }} value={sent === 'email' ? typed['email'] : ''} error={wrong['email']} />
      {customer.hasAccount && <PasswordField name="emailPassword" says="Your password" autocomplete="current-password" error={wrong['current']} />}
      <button class="button">Mail the link</button>
    </form>
  );
}

function Password({ visit, customer, errors, sent }: DetailsProps): JSX.Element {
  const wrong = sent === 'password' ? errors : {};
  return (
    <form class="panel stack" method="post" action={visit.href('/account/details/password')} noValidate>
      <h2>{customer.hasAccount ? 'Password' : 'Choose a password'}</h2>
      {customer.hasAccount && <PasswordField name="current" says="Password so far" autocomplete="current-password" error={wrong['current']} />}
      <PasswordField says="New password" autocomplete="new-password" error={wrong['password']} hint={`At least ${SHORTEST_PASSWORD} characters. Everywhere else you are signed out.`} />
      <button class="button">Change the password</button>
    </form>
  );
}
