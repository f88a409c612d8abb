import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, PasswordInput } from '#ui/input.tsx';
import { TextLink } from '#ui/link.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select } from '#ui/select.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';

interface CarrierShown {
  id: string;
  says: string;
  fields: { key: string; says: string; usual?: string; secret?: boolean }[];
}

interface Settings {
  senderName: string;
  senderAddress: string;
  carrier: string;
  account: Record<string, string>;
  hasSecret: boolean;
  inUse: boolean;
  sentence: string;
  carriers: CarrierShown[];
}

export const meta = () => [{ title: 'Mail · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { settings: await ask<Settings>(args, 'mail.settings'), may: mayRun(args, 'mail.update-settings')['mail.update-settings'] === true };
}

export { PageError as ErrorBoundary };

interface Editable {
  carrier: string;
  senderName: string;
  senderAddress: string;
  account: Record<string, string>;
  secret: string;
}

export default function MailSettings() {
  const { settings, may } = useLoaderData<typeof loader>();
  const { senderName, senderAddress, carrier, account } = settings;
  const draft = useDraft<Editable>({ carrier, senderName, senderAddress, account, secret: '' });
  const update = useOperation<{ inUse: boolean; sentence: string }>('mail.update-settings', { done: (answer) => (answer.inUse ? 'Mail settings saved' : 'Saved, but not in use yet') });
  async function save() {
    const { secret, ...rest } = draft.value;
    if (await update.run({ ...rest, ...(secret && { secret }) })) draft.settle();
  }
  return (
    <FieldErrors value={update.fields}>
      {!draft.dirty && settings.carrier !== 'installation' && <Standing settings={settings} may={may} />}
      <Card title="Who mails are from" about="Order confirmations and everything else your customers get.">
        <FieldRow>
          <Field label="Name" name="senderName" optional><Input value={draft.value.senderName} disabled={!may} onChange={(event) => draft.set('senderName', event.target.value)} placeholder="The name of your shop" /></Field>
          <Field label="Address" name="senderAddress" description={draft.value.carrier === 'installation' ? 'Answers go here. Mails leave from the installation’s own address.' : 'Mails come from here.'}><Input type="email" value={draft.value.senderAddress} disabled={!may} onChange={(event) => draft.set('senderAddress', event.target.value)} /></Field>
        </FieldRow>
      </Card>
      <Card title="How they leave" actions={<TextLink to="/mails" className="text-[13px]">Mails that were sent</TextLink>}>
        <CarrierFields settings={settings} value={draft.value} set={draft.set} may={may} />
      </Card>
      <SaveBar what="Unsaved mail settings" dirty={draft.dirty} pending={update.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </FieldErrors>
  );
}

function Standing({ settings, may }: { settings: Settings; may: boolean }) {
  const check = useOperation<{ inUse: boolean }>('mail.try-settings');
  const [Icon, tone] = settings.inUse ? ([CircleCheck, 'bg-good-soft text-good'] as const) : ([TriangleAlert, 'bg-warn-soft text-warn'] as const);
  return (
    <div role="status" className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card px-4 py-3 ${tone}`}>
      <Icon aria-hidden className="size-5 shrink-0" />
      <p className="min-w-0 flex-1 basis-60"><span className="font-semibold">{settings.inUse ? 'In use.' : 'Not in use yet.'}</span> {settings.sentence}{!settings.inUse && ' Until it works, mails leave by the installation’s own server.'}</p>
      {may && <Button size="small" pending={check.pending} onClick={() => void check.run({})}>Check again</Button>}
    </div>
  );
}

type Set = <K extends keyof Editable>(key: K, value: Editable[K]) => void;

function CarrierFields({ settings, value, set, may }: { settings: Settings; value: Editable; set: Set; may: boolean }) {
  const chosen = settings.carriers.find((carrier) => carrier.id === value.carrier);
  const kept = settings.hasSecret && settings.carrier === value.carrier;
  return (
    <div className="flex flex-col gap-4">
      <Field label="By" name="carrier">
        <Select value={value.carrier} disabled={!may} onChange={(event) => set('carrier', event.target.value)} options={[{ value: 'installation', label: 'The installation’s own mail server' }, ...settings.carriers.map(({ id, says }) => ({ value: id, label: says }))]} />
      </Field>
      {chosen && (
        <FieldRow>
          {chosen.fields.map((field) => (
            <Field key={`${chosen.id}.${field.key}`} label={field.says} name={field.secret ? 'secret' : `account.${field.key}`} {...(field.secret && kept && { description: 'One is stored. Leave this empty to keep it.' })}>
              {field.secret
                ? <PasswordInput autoComplete="off" value={value.secret} disabled={!may} onChange={(event) => set('secret', event.target.value)} />
                : <Input autoComplete="off" value={value.account[field.key] ?? ''} placeholder={field.usual} disabled={!may} onChange={(event) => set('account', { ...value.account, [field.key]: event.target.value })} />}
            </Field>
          ))}
        </FieldRow>
      )}
    </div>
  );
}
