import { useState } from 'react';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { askAuth } from './auth.ts';
import { AuthForm } from './auth-form.tsx';

export const meta = () => [{ title: 'Forgot password · Quickdash' }];

export { PageError as ErrorBoundary };

export default function ForgotPassword() {
  const [sentTo, setSentTo] = useState<string>();
  async function send({ email }: Record<string, string>) {
    const refused = await askAuth('/request-password-reset', { email, redirectTo: `${location.origin}/admin/reset-password` });
    if (!refused) setSentTo(email);
    return refused;
  }
  const back = <TextLink to="/sign-in" within="installation">Back to sign in</TextLink>;
  if (sentTo) return <Sent to={sentTo} back={back} />;
  return (
    <AuthForm title="Forgot your password?" about="We send you a link to choose a new one." submit="Send the link" send={send} foot={back}>
      <Field label="Email" name="email"><Input name="email" type="email" autoComplete="username" required autoFocus /></Field>
    </AuthForm>
  );
}

function Sent({ to, back }: { to: string; back: React.ReactNode }) {
  return (
    <div role="status">
      <h1 className="text-xl font-semibold tracking-tight">Look into your mailbox</h1>
      <p className="mt-2 text-ink-2">If there is an account for <strong className="font-medium text-ink">{to}</strong>, a link is on its way. It works for one hour.</p>
      <p className="mt-6">{back}</p>
    </div>
  );
}
