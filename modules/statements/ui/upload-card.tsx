import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { ColumnsForm } from './columns-form.tsx';
import { PreviewOf } from './upload-preview.tsx';
import { contentOf, refusalOf, type Account, type Mapping, type Preview, type Upload } from './upload-shape.ts';

interface Props {
  accounts: readonly Account[];
  /** The account the reader came from. */
  chosen: string | null;
}

/** A bank's file in: chosen, looked at, and only then kept. */
export function UploadCard({ accounts, chosen }: Props) {
  const [refused, setRefused] = useState<string>();
  const [upload, setUpload] = useState<Upload>();
  const [preview, setPreview] = useState<Preview>();
  const look = useOperation<Preview>('statements.preview-file', { onRefused: (_code, sentence) => { setRefused(sentence); return true; } });
  const keep = useOperation<{ accounts: { added: number; lines: number }[] }>('statements.upload-file', { done: ({ accounts: kept }) => doneText(kept), onDone: () => reset() });

  function reset() {
    setUpload(undefined);
    setPreview(undefined);
    setRefused(undefined);
  }
  async function show(wanted: Upload) {
    setRefused(undefined);
    setUpload(wanted);
    const { newAccount: _, ...asked } = wanted;
    const seen = await look.run(asked);
    if (seen) setPreview(seen);
  }
  async function choose(file: File) {
    const wrong = refusalOf(file);
    if (wrong) return setRefused(wrong);
    const sourceId = accounts.find(({ id }) => id === chosen)?.id;
    await contentOf(file).then((content) => show({ fileName: file.name.slice(-255), content, ...(sourceId && { sourceId }) }), (error: Error) => setRefused(error.message));
  }
  const change = (part: Partial<Upload>) => upload && void show({ ...upload, ...part });

  return (
    <Card title="Upload a bank file" about={upload?.fileName ?? 'You see what is in it before anything is written.'}>
      <div className="flex flex-col gap-5">
        {refused && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{refused}</p>}
        {!preview || !upload ? <Choose pending={look.pending} onFile={(file) => void choose(file)} /> : (
          <>
            {preview.mapping && <AccountChoice accounts={accounts} upload={upload} preview={preview} onChange={change} onName={(newAccount) => setUpload({ ...upload, newAccount })} />}
            {preview.mapping && <ColumnsForm key={JSON.stringify(preview.mapping)} preview={preview} mapping={preview.mapping} onChange={(mapping: Mapping) => change({ mapping })} />}
            {preview.accounts.map((account) => <PreviewOf key={account.account} account={account} />)}
            <Actions preview={preview} pending={keep.pending || look.pending} onCancel={reset} onKeep={() => void keep.run(ready(upload))} />
          </>
        )}
      </div>
    </Card>
  );
}

// An account that is there and one that is new exclude each other.
function ready({ newAccount, ...upload }: Upload): Upload {
  return upload.sourceId || !newAccount?.trim() ? upload : { ...upload, newAccount };
}

function doneText(accounts: readonly { added: number; lines: number }[]): string {
  const sum = (of: 'added' | 'lines') => accounts.reduce((all, each) => all + each[of], 0);
  return `${sum('added').toLocaleString('en-AU')} of ${sum('lines').toLocaleString('en-AU')} lines are new and were kept`;
}

function Choose({ pending, onFile }: { pending: boolean; onFile(file: File): void }) {
  return (
    <label className="relative flex cursor-pointer flex-col items-center gap-1 rounded-lg border border-dashed border-edge px-4 py-9 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent-text">
      <FileUp aria-hidden className="mb-1 size-5 text-ink-3" />
      <span className="font-medium">{pending ? 'Reading the file…' : 'Choose a file'}</span>
      <span className="text-[13px] text-ink-3">CSV, OFX or camt.053, up to 2.9 MB.</span>
      <input type="file" accept=".csv,.txt,.tsv,.ofx,.qfx,.xml,.053" className="absolute inset-0 size-full cursor-pointer opacity-0" onChange={(event) => { const [file] = event.target.files ?? []; if (file) onFile(file); event.target.value = ''; }} />
    </label>
  );
}

interface ChoiceProps {
  accounts: readonly Account[];
  upload: Upload;
  preview: Preview;
  onChange(part: Partial<Upload>): void;
  onName(name: string): void;
}

/** A CSV does not say whose account it is about. */
function AccountChoice({ accounts, upload, preview, onChange, onName }: ChoiceProps) {
  const options = [{ value: '', label: 'A new account' }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))];
  const withAccount = (sourceId: string) => onChange({ sourceId: sourceId || undefined, mapping: undefined } as Partial<Upload>);
  return (
    <FieldRow columns={3}>
      <Field label="Account"><Select value={upload.sourceId ?? ''} options={options} onChange={(event) => withAccount(event.target.value)} /></Field>
      {!upload.sourceId && <Field label="Its name"><Input defaultValue={upload.newAccount ?? ''} maxLength={100} placeholder="Everyday account" onChange={(event) => onName(event.target.value)} /></Field>}
      {!upload.sourceId && <Field label="Currency" description="Of lines that name none."><Input defaultValue={preview.currency} maxLength={3} autoCapitalize="characters" spellCheck={false} onBlur={(event) => /^[A-Z]{3}$/.test(event.target.value.toUpperCase()) && event.target.value.toUpperCase() !== upload.currency && onChange({ currency: event.target.value.toUpperCase() })} /></Field>}
    </FieldRow>
  );
}

function Actions({ preview, pending, onCancel, onKeep }: { preview: Preview; pending: boolean; onCancel(): void; onKeep(): void }) {
  const fresh = preview.accounts.reduce((sum, { lines, known }) => sum + lines - known, 0);
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line pt-4">
      <p className="mr-auto text-[13px] text-ink-3">{fresh > 0 ? 'Nothing has been kept yet.' : 'Every line of this file is here already.'}</p>
      <Button onClick={onCancel}>Choose another file</Button>
      {fresh > 0 && <Button kind="primary" pending={pending} onClick={onKeep}>Keep {fresh.toLocaleString('en-AU')} new {fresh === 1 ? 'line' : 'lines'}</Button>}
    </div>
  );
}
