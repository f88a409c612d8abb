import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Checkbox } from '#ui/choice.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { PageError } from '#ui/error-state.tsx';
import { askAuth, safeWayBack } from './auth.ts';
import { AuthForm } from './auth-form.tsx';

export const meta = () => [{ title: 'Second factor · Quickdash' }];

export { PageError as ErrorBoundary };

/** The second step of signing in: the code of the app, or a backup code. */
export default function SecondFactor() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [backup, setBackup] = useState(false);
  async function send({ code = '', trust }: Record<string, string>) {
    const path = backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const refused = await askAuth(path, { code: code.replaceAll(backup ? /^\s+|\s+$/g : /\s/g, ''), trustDevice: trust !== undefined });
    if (!refused) await navigate(safeWayBack(search.get('to')));
    return refused;
  }
  return (
    <AuthForm key={backup ? 'backup' : 'app'} title="One more step" about={backup ? 'Type one of your backup codes. It works once.' : 'Type the code your authenticator app shows.'} submit="Sign in" send={send} foot={<button type="button" onClick={() => setBackup(!backup)} className="rounded font-medium text-accent-text hover:underline">{backup ? 'Use the app instead' : 'Use a backup code'}</button>}>
      <Field label={backup ? 'Backup code' : 'Code'} name="code"><Input name="code" inputMode={backup ? 'text' : 'numeric'} autoComplete="one-time-code" required autoFocus className="figures tracking-widest" /></Field>
      <Checkbox name="trust" label="Trust this browser" description="It will not be asked again for 30 days." />
      <p className="text-[13px]"><TextLink to="/sign-in" within="installation">Sign in as somebody else</TextLink></p>
    </AuthForm>
  );
}
