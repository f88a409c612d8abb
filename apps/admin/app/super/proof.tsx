import { useState } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData, useSearchParams } from 'react-router';
import { passkeysWork, signInWithPasskey } from '#modules/accounts/ui/passkey.ts';
import { Button, LinkButton } from '#ui/button.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { askAuth, safeWayBack } from '../pages/auth.ts';
import { AuthForm } from '../pages/auth-form.tsx';
import { superadminAtTheDoor } from '../super.server.ts';
import { visitOf } from '../visit.server.ts';

export const meta = () => [{ title: 'Prove that it is you · Quickdash' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { lacks } = await superadminAtTheDoor(request, visitOf(context));
  if (!lacks) throw redirect('/super');
  return { lacks };
}

export { PageError as ErrorBoundary };

/** Before the superadmin area opens: the second factor once more, or the way to set one up. */
export default function Proof() {
  const { lacks } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  // The area is loaded anew, so that nothing of it is asked for before the proof.
  const enter = () => location.assign(`/admin${safeWayBack(search.get('to') ?? '/super')}`);
  return lacks === 'code' ? <Code enter={enter} /> : <SetUp enter={enter} />;
}

interface Props {
  enter(): void;
}

function Code({ enter }: Props) {
  const [backup, setBackup] = useState(false);
  async function send({ code = '' }: Record<string, string>) {
    const path = backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const refused = await askAuth(path, { code: code.replaceAll(backup ? /^\s+|\s+$/g : /\s/g, '') });
    if (!refused) enter();
    return refused;
  }
  return (
    <AuthForm key={backup ? 'backup' : 'app'} title="Prove that it is you" about={`This area reaches over the whole installation, so it asks for your second factor every twelve hours. ${backup ? 'Type one of your backup codes. It works once.' : 'Type the code your authenticator app shows.'}`} submit="Go on" send={send} foot={<Ways enter={enter}><button type="button" onClick={() => setBackup(!backup)} className="rounded font-medium text-accent-text hover:underline">{backup ? 'Use the app instead' : 'Use a backup code'}</button></Ways>}>
      <Field label={backup ? 'Backup code' : 'Code'} name="code"><Input name="code" inputMode={backup ? 'text' : 'numeric'} autoComplete="one-time-code" required autoFocus className="figures tracking-widest" /></Field>
    </AuthForm>
  );
}

function SetUp({ enter }: Props) {
  return (
    <>
      <h1 className="text-xl font-semibold tracking-tight">Set up a second factor first</h1>
      <p className="mt-1 mb-6 text-ink-2">Whoever looks after the whole installation proves it with more than a password. Set up an authenticator app under your account, then come back.</p>
      <LinkButton to="/account" within="installation" kind="primary" size="large" className="w-full">Go to your account</LinkButton>
      <div className="mt-5 text-center text-ink-2"><Ways enter={enter}><TextLink to="/" within="installation">Back to the dashboard</TextLink></Ways></div>
    </>
  );
}

/** A passkey counts as well, where this browser can show one. */
function Ways({ enter, children }: Props & { children: React.ReactNode }) {
  // Nearly every browser has them, so what stands below does not move once it is known.
  const possible = !useHydrated() || passkeysWork();
  const [sentence, setSentence] = useState<string>();
  async function byPasskey() {
    const refused = await signInWithPasskey();
    setSentence(refused);
    if (!refused) enter();
  }
  return (
    <div className="flex flex-col gap-3">
      {possible && <Button onClick={() => void byPasskey()}>Use a passkey</Button>}
      {sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-left text-[13px] text-bad">{sentence}</p>}
      <p>{children}</p>
    </div>
  );
}
