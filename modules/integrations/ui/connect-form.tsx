import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { FieldShown, Integration } from './shape.ts';

/** The ways to connect: signing in at the vendor, or a key. */
export function Connect({ integration }: { integration: Integration }) {
  const { vendor, says, state, byKey, bySignIn, needsApp } = integration;
  const connected = state !== 'disconnected';
  return (
    <Card title={connected ? 'Connection' : `Connect ${says}`} about={byKey ? 'What you fill in is tried at once and kept only when it works. Keys lie encrypted and are never shown again.' : undefined}>
      <div className="flex flex-col gap-5">
        {bySignIn && <SignIn vendor={vendor} says={says} connected={connected} />}
        {needsApp && !byKey && <p className="text-ink-2">Signing in at {says} works once the installation is registered there. Its superadmin does that under Integrations of the installation.</p>}
        {bySignIn && byKey && <p className="border-t border-line pt-4 text-[13px] text-ink-3">Or with keys of your own:</p>}
        {byKey && <Keys integration={integration} />}
      </div>
    </Card>
  );
}

function SignIn({ vendor, says, connected }: { vendor: string; says: string; connected: boolean }) {
  const begin = useOperation<{ address: string }>('integrations.begin', { onDone: ({ address }) => window.location.assign(address) });
  return <div><Button kind={connected ? 'secondary' : 'primary'} pending={begin.pending} onClick={() => void begin.run({ vendor })}>{connected ? `Sign in at ${says} again` : `Sign in at ${says}`}</Button></div>;
}

function Keys({ integration: { vendor, says, state, keys, settings, kept } }: { integration: Integration }) {
  const connected = state !== 'disconnected';
  return (
    <OperationForm<{ sentence: string }> operation="integrations.connect" input={{ vendor }} submit={connected ? 'Save and test' : 'Connect'} done={({ sentence }) => `${says}: ${sentence}`}>
      {keys.map((field) => <Filled key={field.key} field={field} value={settings[field.key] ?? ''} kept={kept.includes(field.key)} />)}
    </OperationForm>
  );
}

/** One field of a connection; a secret that is stored is kept when it is left empty. */
export function Filled({ field: { key, says, about, secret, optional, choices }, value, kept }: { field: FieldShown; value: string; kept: boolean }) {
  const name = `${secret ? 'secrets' : 'settings'}.${key}`;
  const description = kept ? 'One is stored. Leave this empty to keep it.' : about;
  return (
    <Field label={says} name={name} {...(optional && { optional: true as const })} {...(description && { description })}>
      {control(name, { secret: secret === true, value, choices })}
    </Field>
  );
}

function control(name: string, { secret, value, choices }: { secret: boolean; value: string; choices: string[] | undefined }) {
  if (secret) return <PasswordInput name={name} autoComplete="off" />;
  if (choices) return <Select name={name} defaultValue={value || choices[0]} options={choices.map((each) => ({ value: each, label: each.replace(/^\w/, (letter) => letter.toUpperCase()) }))} />;
  return <Input name={name} autoComplete="off" defaultValue={value} />;
}
