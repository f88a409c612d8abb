import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button, IconButton } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Columns } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { uploadFile } from '#ui/upload.ts';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { contrastOf } from './contrast.ts';

interface Brand {
  logoUrl?: string;
  iconUrl?: string;
  accent?: string;
  onAccent?: string;
  senderName?: string;
  replyTo?: string;
}

export const meta = () => [{ title: 'Brand · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, name, brand } = await ask<{ id: string; name: string; brand: Brand }>(args, 'workspace.settings');
  return { id, name, brand, may: mayRun(args, 'workspace.update-settings')['workspace.update-settings'] === true };
}

export { PageError as ErrorBoundary };

type Editable = { name: string } & Required<Brand>;

const empty: Required<Brand> = { logoUrl: '', iconUrl: '', accent: '', onAccent: '', senderName: '', replyTo: '' };

export default function BrandSettings() {
  const { id, name, brand, may } = useLoaderData<typeof loader>();
  const draft = useDraft<Editable>({ name, ...empty, ...brand });
  const update = useOperation('workspace.update-settings', { done: 'Brand saved' });
  const rename = useOperation('workspaces.rename');
  async function save() {
    const { name: wanted, ...given } = draft.value;
    if (wanted !== name && !(await rename.run({ id, name: wanted }))) return;
    const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    if (await update.run({ brand: filled })) draft.settle();
  }
  return (
    <FieldErrors value={{ ...rename.fields, ...update.fields }}>
      <fieldset disabled={!may} className="contents">
        <Columns main={<><Identity draft={draft} workspaceId={id} /><Colours draft={draft} /><Sender draft={draft} /></>} side={<Preview value={draft.value} />} />
      </fieldset>
      <SaveBar what="Unsaved brand" dirty={draft.dirty} pending={update.pending || rename.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </FieldErrors>
  );
}

function Identity({ draft, workspaceId }: { draft: Draft<Editable>; workspaceId: string }) {
  return (
    <Card title="Name and marks">
      <div className="flex flex-col gap-4">
        <Field label="Name of the workspace" name="name"><Input value={draft.value.name} maxLength={80} onChange={(event) => draft.set('name', event.target.value)} /></Field>
        <FieldRow>
          <Picture label="Logo" about="On mails and papers. Wide is best." value={draft.value.logoUrl} workspaceId={workspaceId} onChange={(url) => draft.set('logoUrl', url)} />
          <Picture label="Icon" about="In the list of workspaces. Square." value={draft.value.iconUrl} workspaceId={workspaceId} onChange={(url) => draft.set('iconUrl', url)} />
        </FieldRow>
      </div>
    </Card>
  );
}

interface PictureProps {
  label: string;
  about: string;
  value: string;
  workspaceId: string;
  onChange(url: string): void;
}

function Picture({ label, about, value, workspaceId, onChange }: PictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState(false);
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (!file) return;
    setPending(true);
    await uploadFile(file, workspaceId).then(({ url }) => onChange(url), (error: Error) => toast.refused(error.message));
    setPending(false);
  }
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <p className="text-[13px] leading-5 font-medium">{label}</p>
      <div className="flex items-center gap-3">
        <span className="grid h-16 w-24 shrink-0 place-items-center overflow-hidden rounded-control border border-line bg-sunken">{value ? <img src={value} alt={`${label} of the workspace`} className="max-h-full max-w-full object-contain" /> : <ImagePlus aria-hidden className="size-5 text-ink-3" />}</span>
        <input ref={input} type="file" accept="image/*" aria-label={`Choose a picture: ${label}`} onChange={(event) => void take(event)} className="sr-only" tabIndex={-1} />
        <Button size="small" pending={pending} onClick={() => input.current?.click()}>{value ? 'Replace' : 'Upload'}</Button>
        {value && <IconButton label={`Remove the ${label.toLowerCase()}`} size="small" onClick={() => onChange('')}><Trash2 aria-hidden className="size-4" /></IconButton>}
      </div>
      <p className="text-[13px] leading-5 text-ink-3">{about}</p>
    </div>
  );
}

const HEX = /^#[0-9a-fA-F]{6}$/;

function Colours({ draft }: { draft: Draft<Editable> }) {
  return (
    <Card title="Colours" about="Of buttons in mails and of the mark. Left empty, ours are used." actions={<Contrast accent={draft.value.accent} onAccent={draft.value.onAccent} />}>
      <FieldRow>
        <Colour label="Accent" name="brand.accent" value={draft.value.accent} usual="#4a4fd8" onChange={(value) => draft.set('accent', value)} />
        <Colour label="Text on the accent" name="brand.onAccent" value={draft.value.onAccent} usual="#ffffff" onChange={(value) => draft.set('onAccent', value)} />
      </FieldRow>
    </Card>
  );
}

function Colour({ label, name, value, usual, onChange }: { label: string; name: string; value: string; usual: string; onChange(value: string): void }) {
  return (
    <Field label={label} name={name} optional>
      <span className="flex gap-2">
        <input type="color" aria-label={`Choose the colour: ${label}`} value={HEX.test(value) ? value : usual} onChange={(event) => onChange(event.target.value)} className="control size-9 shrink-0 cursor-pointer p-1" />
        <Input value={value} placeholder={usual} maxLength={7} onChange={(event) => onChange(event.target.value)} className="font-mono" />
      </span>
    </Field>
  );
}

function coloursOf(accent: string, onAccent: string): [string, string] {
  return [HEX.test(accent) ? accent : '#4a4fd8', HEX.test(onAccent) ? onAccent : '#ffffff'];
}

function Contrast({ accent, onAccent }: { accent: string; onAccent: string }) {
  const ratio = contrastOf(...coloursOf(accent, onAccent));
  return <Badge tone={ratio >= 4.5 ? 'good' : 'warn'}>{ratio >= 4.5 ? 'Easy to read' : 'Hard to read'} · {ratio.toFixed(1)} : 1</Badge>;
}

function Sender({ draft }: { draft: Draft<Editable> }) {
  return (
    <Card title="Mails to customers">
      <FieldRow>
        <Field label="Sender name" name="brand.senderName" optional><Input value={draft.value.senderName} placeholder={draft.value.name} maxLength={80} onChange={(event) => draft.set('senderName', event.target.value)} /></Field>
        <Field label="Answers go to" name="brand.replyTo" optional><Input type="email" value={draft.value.replyTo} placeholder="hello@example.com" maxLength={254} onChange={(event) => draft.set('replyTo', event.target.value)} /></Field>
      </FieldRow>
    </Card>
  );
}

function Preview({ value }: { value: Editable }) {
  const [accent, onAccent] = coloursOf(value.accent, value.onAccent);
  return (
    <Card title="How a mail looks">
      <div className="rounded-lg border border-line bg-white p-4 text-[#1b1b1f]">
        <p className="mb-3 border-b border-[#e5e5ea] pb-2 text-xs text-[#5c5c66]">From: {value.senderName || value.name}</p>
        {value.logoUrl ? <img src={value.logoUrl} alt="" className="mb-3 max-h-10 max-w-40 object-contain" /> : <p className="mb-3 font-semibold">{value.name}</p>}
        <p className="mb-3 text-[13px]">Thank you for your order.</p>
        <span className="inline-block rounded-lg px-4 py-2 text-[13px] font-medium" style={{ backgroundColor: accent, color: onAccent }}>See your order</span>
      </div>
    </Card>
  );
}
