import { Paperclip, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { useWorkspaceId } from '#ui/live.tsx';
import { toast } from '#ui/toast.tsx';
import { uploadFile } from '#ui/upload.ts';
import { useOperation } from '#ui/use-operation.ts';
import { matching, mentionedIn, named, namingAt } from './mentions.ts';
import type { Colleague } from './order-shape.ts';

interface Sent {
  id: string;
  name: string;
}

/** A word to colleagues, with names (@) and files. Cmd or Ctrl and Enter sends it. */
export function CommentForm({ orderId, colleagues }: { orderId: string; colleagues: readonly Colleague[] }) {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<Sent[]>([]);
  const write = useOperation('orders.add-note', { onDone: () => { setText(''); setFiles([]); } });
  const attach = useUpload((sent) => setFiles((before) => [...before, sent]));
  const send = () => text.trim() && void write.run({ id: orderId, text, mentions: mentionedIn(text, colleagues), files: files.map(({ id }) => id) });
  return (
    <form className="mb-5 flex flex-col gap-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <CommentText text={text} colleagues={colleagues} onChange={setText} onSend={send} />
      {files.length > 0 && <ul className="flex flex-wrap gap-2">{files.map((file) => <li key={file.id} className="inline-flex items-center gap-1 rounded-md border border-line pl-2 text-[13px]">{file.name}<IconButton size="small" label={`Leave out ${file.name}`} onClick={() => setFiles(files.filter((each) => each !== file))}><X aria-hidden className="size-3.5" /></IconButton></li>)}</ul>}
      <div className="flex items-center justify-between gap-2">
        <label className="inline-flex h-8 cursor-pointer items-center gap-1.5 rounded-control px-2 text-[13px] text-ink-2 focus-within:outline-2 focus-within:outline-accent-text hover:bg-hover">
          <Paperclip aria-hidden className="size-4" />{attach.pending ? 'Sending…' : 'Add files'}
          <input type="file" multiple className="sr-only" onChange={(event) => { void attach.send([...(event.target.files ?? [])]); event.target.value = ''; }} />
        </label>
        <Button type="submit" size="small" pending={write.pending} disabled={!text.trim() || attach.pending}>Add comment</Button>
      </div>
    </form>
  );
}

function useUpload(onSent: (file: Sent) => void) {
  const workspaceId = useWorkspaceId();
  const [pending, setPending] = useState(false);
  const send = async (chosen: File[]) => {
    setPending(true);
    for (const file of chosen) await uploadFile(file, workspaceId, undefined, 'order').then(({ id }) => onSent({ id, name: file.name }), (error: Error) => toast.refused(error.message));
    setPending(false);
  };
  return { pending, send };
}

interface TextProps {
  text: string;
  colleagues: readonly Colleague[];
  onChange(text: string): void;
  onSend(): void;
}

function CommentText({ text, colleagues, onChange, onSend }: TextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const naming = namingAt(text, caret);
  const found = naming === undefined ? [] : matching(colleagues, naming);
  const pick = (colleague: Colleague) => {
    const next = named(text, caret, colleague);
    onChange(next.text);
    setCaret(next.caret);
    requestAnimationFrame(() => { field.current?.focus(); field.current?.setSelectionRange(next.caret, next.caret); });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    if (event.metaKey || event.ctrlKey) onSend();
    else if (found[0]) pick(found[0]);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <Field label="Comment for colleagues" labelHidden>
        <Textarea ref={field} rows={2} value={text} onKeyDown={press} onSelect={(event) => setCaret(event.currentTarget.selectionStart)} onChange={(event) => { onChange(event.target.value); setCaret(event.target.selectionStart); }} placeholder="Write to colleagues; @ calls somebody by name. The customer does not see it." maxLength={5000} className="min-h-14!" />
      </Field>
      <p role="status" className="sr-only">{found.length > 0 ? `${found.length} colleagues; Enter takes ${found[0]!.name}` : ''}</p>
      {found.length > 0 && <ul aria-label="Colleagues" className="mt-1 flex flex-wrap gap-1.5">{found.map((colleague, i) => <li key={colleague.id}><Button size="small" {...(i === 0 && { kind: 'primary' as const })} onClick={() => pick(colleague)}>{colleague.name}</Button></li>)}</ul>}
    </div>
  );
}
