import * as Dialog from '@radix-ui/react-dialog';
import { ArrowLeft, CircleCheck } from 'lucide-react';
import { useEffect, useMemo, useState, type FormEvent } from 'react';
import { askApi } from '#ui/ask-api.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { beginning, fieldsOf, missingIn, withoutEmpty, type Json } from '#ui/schema-form/schema-fields.ts';
import { SchemaForm } from '#ui/schema-form/schema-form.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { ShellData } from '../shell-data.ts';
import type { Chosen } from './command-panel.tsx';
import { choosingFor, type Lookups } from './record-chooser.tsx';
import { Result } from './result.tsx';

interface Command {
  says: string;
  schema: Json;
  fields: Lookups;
}

/** What a verb needs to be told, as a form; then its answer. */
export function CommandForm({ shell, chosen, onBack, onClose }: { shell: ShellData; chosen: Chosen; onBack(): void; onClose(): void }) {
  const { verb } = chosen;
  const [command, setCommand] = useState<Command | 'gone'>();
  useEffect(() => {
    void askApi<Command>(`/commands/${verb.name}`, shell.workspace.id).then((answer) => setCommand(answer ?? 'gone'));
  }, [verb.name, shell.workspace.id]);
  return (
    <>
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-2 py-1.5">
        <IconButton label="Back to the search" onClick={onBack}><ArrowLeft aria-hidden className="size-4" /></IconButton>
        <Dialog.Title className="min-w-0 truncate text-base font-semibold">{verb.says}</Dialog.Title>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {command === undefined && <p role="status" className="py-6 text-center text-ink-3">One moment…</p>}
        {command === 'gone' && <p role="alert" className="py-6 text-center text-ink-2">This cannot be done now. Check your connection and try again.</p>}
        {typeof command === 'object' && <Filling shell={shell} chosen={chosen} command={command} onClose={onClose} />}
      </div>
    </>
  );
}

function Filling({ shell, chosen, command, onClose }: { shell: ShellData; chosen: Chosen; command: Command; onClose(): void }) {
  const { recordId } = chosen;
  const fields = useMemo(() => fieldsOf(command.schema).filter((field) => !recordId || field.name !== 'id'), [command, recordId]);
  const ids = useMemo(() => choosingFor(command.fields, shell), [command, shell]);
  const [value, setValue] = useState<Json>(() => ({ ...beginning(fields), ...startOf(chosen, shell) }));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const [answer, setAnswer] = useState<{ of: unknown }>();
  const running = useOperation(chosen.verb.name);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const empty = missingIn(fields, value);
    setMissing(empty);
    if (Object.keys(empty).length > 0 || running.pending) return;
    const done = await running.run(withoutEmpty(value));
    if (done !== undefined) setAnswer({ of: done });
  };
  if (answer) return <Done says={command.says} answer={answer.of} onAgain={() => setAnswer(undefined)} onClose={onClose} />;
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
      <FieldErrors value={{ ...running.fields, ...missing }}><SchemaForm fields={fields} value={value} onChange={setValue} ids={ids} /></FieldErrors>
      {fields.length === 0 && <p className="text-ink-2">Nothing more needs to be said.</p>}
      {running.sentence && <p role="alert" className="rounded-lg bg-bad-soft px-3 py-2 text-[13px] text-bad">{running.sentence}</p>}
      <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end gap-2 border-t border-line bg-raised px-4 py-3">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" kind="primary" pending={running.pending}>{command.says}</Button>
      </div>
    </form>
  );
}

// A verb of a workspace as a whole means the open one until another is chosen.
function startOf({ verb, recordId }: Chosen, shell: ShellData): Json {
  if (recordId) return { id: recordId };
  return /^(workspaces|account)\./.test(verb.name) && verb.name !== 'workspaces.create' ? { id: shell.workspace.id } : {};
}

function Done({ says, answer, onAgain, onClose }: { says: string; answer: unknown; onAgain(): void; onClose(): void }) {
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="flex items-center gap-2 font-medium text-good"><CircleCheck aria-hidden className="size-5" /> Done: {says.charAt(0).toLowerCase() + says.slice(1)}</p>
      <Result answer={answer} />
      <div className="flex justify-end gap-2">
        <Button onClick={onAgain}>Once more</Button>
        <Button kind="primary" autoFocus onClick={onClose}>Close</Button>
      </div>
    </div>
  );
}
