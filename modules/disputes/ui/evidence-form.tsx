import { Paperclip, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { useWorkspaceId } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { toast } from '#ui/toast.tsx';
import { uploadFile } from '#ui/upload.ts';
import type { Dispute } from './dispute-shape.ts';

const short = [['customerName', 'Customer'], ['customerEmail', 'E-mail address'], ['shippingCarrier', 'Carrier'], ['trackingNumber', 'Tracking number'], ['shippingDate', 'Sent on']] as const;
const long = [['note', 'What you want to say'], ['productDescription', 'What was bought'], ['shippingAddress', 'Sent to'], ['refundPolicy', 'Refund policy'], ['refundRefusal', 'Why it was not refunded'], ['cancellationPolicy', 'Cancellation policy']] as const;

/** What goes to the bank: the order's own answers, until somebody writes something else. */
export function EvidenceForm({ dispute, mayWrite }: { dispute: Dispute; mayWrite: boolean }) {
  const [files, setFiles] = useState(dispute.files);
  if (!mayWrite) return <Written dispute={dispute} />;
  const valueOf = (field: string) => dispute.evidence[field] ?? dispute.suggested[field] ?? '';
  // What still says what the order tells is not kept: it follows the order.
  const shape = (input: Record<string, unknown>) => {
    const fields = Object.fromEntries([...long, ...short].map(([field]) => [field, String(input[field] ?? '') === (dispute.suggested[field] ?? '') ? '' : String(input[field] ?? '')]));
    return { id: dispute.id, fields, files: files.map(({ id }) => id) };
  };
  return (
    <Card title="Evidence" about="Filled in from the order; write over what you know better.">
      <OperationForm operation="disputes.write-evidence" shape={shape} submit="Save" done="Evidence saved">
        {long.slice(0, 1).map(([field, label]) => <Field key={field} label={label} name={`fields.${field}`}><Textarea name={field} rows={5} maxLength={20_000} defaultValue={valueOf(field)} /></Field>)}
        <div className="grid gap-4 sm:grid-cols-2">{short.map(([field, label]) => <Field key={field} label={label} name={`fields.${field}`}><Input name={field} maxLength={500} defaultValue={valueOf(field)} /></Field>)}</div>
        {long.slice(1).map(([field, label]) => <Field key={field} label={label} name={`fields.${field}`}><Textarea name={field} rows={3} maxLength={20_000} defaultValue={valueOf(field)} /></Field>)}
        <Files files={files} onChange={setFiles} />
      </OperationForm>
    </Card>
  );
}

type Kept = Dispute['files'];

function Files({ files, onChange }: { files: Kept; onChange(files: Kept): void }) {
  const workspaceId = useWorkspaceId();
  const [pending, setPending] = useState(false);
  const send = async (chosen: File[]) => {
    setPending(true);
    const added: Kept = [];
    for (const file of chosen) await uploadFile(file, workspaceId, undefined, 'order').then(({ id }) => void added.push({ id, name: file.name, bytes: file.size }), (error: Error) => toast.refused(error.message));
    onChange([...files, ...added]);
    setPending(false);
  };
  return (
    <div className="flex flex-col gap-2">
      {files.length > 0 && <ul className="flex flex-wrap gap-2">{files.map((file) => <li key={file.id} className="inline-flex max-w-full items-center gap-1 rounded-md border border-line pl-2 text-[13px]"><span className="truncate">{file.name}</span><IconButton size="small" label={`Leave out ${file.name}`} onClick={() => onChange(files.filter((each) => each !== file))}><X aria-hidden className="size-3.5" /></IconButton></li>)}</ul>}
      <label className="inline-flex h-8 cursor-pointer items-center gap-1.5 self-start rounded-control px-2 text-[13px] text-ink-2 focus-within:outline-2 focus-within:outline-accent-text hover:bg-hover">
        <Paperclip aria-hidden className="size-4" />{pending ? 'Sending…' : 'Add files (PDF, PNG, JPEG, up to 5 MB)'}
        <input type="file" multiple accept="application/pdf,image/png,image/jpeg" className="sr-only" onChange={(event) => { void send([...(event.target.files ?? [])]); event.target.value = ''; }} />
      </label>
    </div>
  );
}

function Written({ dispute }: { dispute: Dispute }) {
  const written = [...long, ...short].filter(([field]) => dispute.evidence[field] ?? dispute.suggested[field]);
  return (
    <Card title="Evidence" about={dispute.submittedAt ? 'As it was handed in.' : 'Nothing can be handed in any more.'}>
      {written.length > 0 ? <Facts facts={written.map(([field, label]) => [label, <span key={field} className="break-words whitespace-pre-line">{dispute.evidence[field] ?? dispute.suggested[field]}</span>])} /> : <p className="text-ink-3">None.</p>}
    </Card>
  );
}
