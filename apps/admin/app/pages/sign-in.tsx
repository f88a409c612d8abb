import { type LoaderFunctionArgs, redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { socialNames } from '#modules/accounts/index.ts';
import { OtherWays } from '#modules/accounts/ui/other-ways.tsx';
import { homeOf, sessionIfAny } from '../session.server.ts';
import { callAuth, safeWayBack } from './auth.ts';
import { AuthForm } from './auth-form.tsx';

export const meta = () => [{ title: 'Sign in · Quickdash' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await sessionIfAny(request);
  const back = new URL(request.url).searchParams.get('to');
  if (session) throw redirect(back ? safeWayBack(back) : homeOf(session));
  return { social: socialNames() };
}

export { PageError as ErrorBoundary };

export default function SignIn() {
  const { social } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const back = safeWayBack(search.get('to'));
  async function send({ email, password }: Record<string, string>) {
    const outcome = await callAuth<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });
    if (!outcome.ok) return outcome.sentence;
    await navigate(outcome.answer.twoFactorRedirect ? `/second-factor?to=${encodeURIComponent(back)}` : back);
    return undefined;
  }
  return (
    <AuthForm title="Sign in" submit="Sign in" send={send} foot={<OtherWays social={social} back={back} onDone={() => void navigate(back)}>New here? <TextLink to={`/sign-up${search.size ? `?${search}` : ''}`} within="installation">Create an account</TextLink></OtherWays>}>
      {search.get('changed') !== null && <p role="status" className="rounded-lg bg-good-soft px-3 py-2 text-good">Your password is changed. Sign in with the new one.</p>}
      <Field label="Email" name="email"><Input name="email" type="email" autoComplete="username" required autoFocus /></Field>
      <Field label="Password" name="password"><PasswordInput name="password" autoComplete="current-password" required /></Field>
      <p className="-mt-1 text-right text-[13px]"><TextLink to="/forgot-password" within="installation">Forgot your password?</TextLink></p>
    </AuthForm>
  );
}
