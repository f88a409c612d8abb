import { useNavigate, useSearchParams } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { PasswordInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { askAuth } from './auth.ts';
import { AuthForm } from './auth-form.tsx';

export const meta = () => [{ title: 'New password · Quickdash' }];

export { PageError as ErrorBoundary };

export default function ResetPassword() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const token = search.get('token');
  const another = <TextLink to="/forgot-password" within="installation">Ask for a new link</TextLink>;
  if (!token) return <Spent another={another} />;
  async function send({ password }: Record<string, string>) {
    const refused = await askAuth('/reset-password', { newPassword: password, token });
    if (!refused) await navigate('/sign-in?changed');
    return refused;
  }
  return (
    <AuthForm title="Choose a new password" submit="Change password" send={send} foot={another}>
      <Field label="New password" name="password" description="At least 10 characters."><PasswordInput name="password" autoComplete="new-password" minLength={10} required autoFocus /></Field>
    </AuthForm>
  );
}

function Spent({ another }: { another: React.ReactNode }) {
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">This link is spent</h1>
      <p className="mt-2 mb-6 text-ink-2">It was used already or is too old.</p>
      {another}
    </>
  );
}
