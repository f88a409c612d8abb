import type { JSX } from 'preact';
import type { FieldErrors, Typed } from '../checkout-form.ts';
import { TextField } from '../parts/fields.tsx';
import type { Visit } from '../visit/visit.ts';
import { EMAIL, PasswordField, SHORTEST_PASSWORD } from './account.tsx';


export function ForgottenPage({ visit, typed, errors }: { visit: Visit; typed: Typed; errors: FieldErrors }): JSX.Element {
  return (
    <div class="wrap narrow">
      <h1>Forgot the password?</h1>
      <p>Tell us your email address and we send you a link to choose a new one.</p>
      <form class="stack" method="post" action={visit.href('/account/forgotten')} noValidate>
        <TextField field={EMAIL} value={typed['email']} error={errors['email']} />
        <button class="button wide">Send the link</button>
      </form>
    </div>
  );
}

export function ChoosePasswordPage({ visit, errors }: { visit: Visit; errors: FieldErrors }): JSX.Element {
  return (
    <div class="wrap narrow">
      <h1>Choose a password</h1>
      <form class="stack" method="post" action={visit.href('/account/password') + visit.url.search} noValidate>
        {errors['form'] && <p class="note bad" role="alert">{errors['form']} <a href={visit.href('/account/forgotten')}>Ask for a new link</a></p>}
        <PasswordField autocomplete="new-password" error={errors['password']} hint={`At least ${SHORTEST_PASSWORD} characters.`} />
        <button class="button wide">Keep it and sign in</button>
      </form>
    </div>
  );
}
