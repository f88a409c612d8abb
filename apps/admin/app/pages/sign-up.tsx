import { type LoaderFunctionArgs, redirect, useNavigate, useSearchParams } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { homeOf, sessionIfAny } from '../session.server.ts';
import { askAuth, safeWayBack } from './auth.ts';
import { AuthForm } from './auth-form.tsx';

export const meta = () => [{ title: 'Create an account · Quickdash' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessionIfAny(request);
  const back = new URL(request.url).searchParams.get('to');
  if (session) throw redirect(back ? safeWayBack(back) : homeOf(session));
  return null;
}

export { PageError as ErrorBoundary };

export default function SignUp() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  async function send({ name, email, password }: Record<string, string>) {
    const refused = await askAuth('/sign-up/email', { name, email, password });
    if (!refused) await navigate(safeWayBack(search.get('to')));
    return refused;
  }
  return (
    <AuthForm title="Create your account" about="Your first shop is two steps away." submit="Create account" send={send} foot={<>Already have one? <TextLink to={`/sign-in${search.size ? `?${search}` : ''}`} within="installation">Sign in</TextLink></>}>
      <Field label="Your name" name="name"><Input name="name" autoComplete="name" maxLength={120} required autoFocus /></Field>
      <Field label="Email" name="email"><Input name="email" type="email" autoComplete="email" required /></Field>
      <Field label="Password" name="password" description="At least 10 characters."><PasswordInput name="password" autoComplete="new-password" minLength={10} required /></Field>
    </AuthForm>
  );
}
