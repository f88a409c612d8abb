import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { useLocale } from '#ui/locale.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { RecordPick } from '#ui/record-pick.tsx';
import { Select } from '#ui/select.tsx';
import { instantAt, wallTime } from '#ui/zoned-time.ts';
import type { Choices, Task } from './task-shape.ts';
import { priorityWords } from './words.tsx';

const BY_TURN = 'turn';
const NOBODY = 'nobody';

/** Kinds and people of a form as its lists show them. */
export function peopleOptions({ people }: Choices) {
  return [{ value: NOBODY, label: 'Nobody yet' }, ...people.map(({ userId, name }) => ({ value: userId, label: name }))];
}

/** The chosen person as operations want it: a user, nobody (null), or whose turn it is (left out). */
export function chosenPerson(value: unknown): { assigneeId?: unknown } {
  if (value === BY_TURN) return {};
  return { assigneeId: value === NOBODY ? null : value };
}

export function NewTaskForm({ choices, onClose }: { choices: Choices; onClose(): void }) {
  const { timeZone } = useLocale();
  const [about, setAbout] = useState<AboutRecord | null>(null);
  const shape = ({ dueAt, assigneeId, ...rest }: Record<string, unknown>) => ({ ...rest, ...chosenPerson(assigneeId), ...(typeof dueAt === 'string' && { dueAt: instantAt(dueAt, timeZone) }), ...(about && { about: { list: about.list, id: about.id } }) });
  return (
    <>
      <AboutChoice about={about} onChange={setAbout} />
      <OperationForm operation="tasks.create" shape={shape} submit="Create task" done="Task created" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>} className="mt-4">
        <TaskFields choices={choices} dueHint="Left empty, as usual for its kind." />
        <Field label="Who" name="assigneeId"><Select name="assigneeId" defaultValue={BY_TURN} options={[{ value: BY_TURN, label: 'Whose turn it is' }, ...peopleOptions(choices)]} /></Field>
      </OperationForm>
    </>
  );
}

export function TaskForm({ task, choices }: { task: Task; choices: Choices }) {
  const { timeZone } = useLocale();
  const shape = ({ dueAt, ...rest }: Record<string, unknown>) => ({ ...rest, dueAt: typeof dueAt === 'string' ? instantAt(dueAt, timeZone) : null });
  return (
    <OperationForm operation="tasks.update" input={{ id: task.id }} shape={shape} submit="Save" done="Task saved">
      <TaskFields choices={choices} task={task} />
    </OperationForm>
  );
}

function TaskFields({ choices, task, dueHint }: { choices: Choices; task?: Task; dueHint?: string }) {
  const { timeZone } = useLocale();
  const kinds = choices.kinds.map(({ kind, says }) => ({ value: kind, label: says }));
  const offered = !task || kinds.some(({ value }) => value === task.kind) ? kinds : [...kinds, { value: task.kind, label: task.kind }];
  return (
    <>
      <Field label="What is to be done" name="title" required><Input name="title" maxLength={200} defaultValue={task?.title} autoFocus={!task} /></Field>
      <FieldRow>
        <Field label="Kind" name="kind"><Select name="kind" defaultValue={task?.kind ?? 'general'} options={offered} /></Field>
        <Field label="Priority" name="priority"><Select name="priority" defaultValue={task?.priority ?? 'normal'} options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))} /></Field>
      </FieldRow>
      <Field label="Due" name="dueAt" optional {...(dueHint && { description: dueHint })}><Input type="datetime-local" name="dueAt" defaultValue={wallTime(task?.dueAt ?? null, timeZone)} /></Field>
      <Field label="Note" name="note" optional><Textarea name="note" rows={4} maxLength={5_000} defaultValue={task?.note} data-empty="keep" /></Field>
    </>
  );
}

interface AboutRecord {
  list: string;
  id: string;
  label: string;
}

const lists = [
  { list: 'orders.list', path: '/orders', what: 'orders', named: 'number' },
  { list: 'customers.list', path: '/customers', what: 'customers', named: 'email' },
  { list: 'products.list', path: '/products', what: 'products', named: 'title' },
];

function AboutChoice({ about, onChange }: { about: AboutRecord | null; onChange(about: AboutRecord | null): void }) {
  const [choosing, setChoosing] = useState<(typeof lists)[number] | null>(null);
  if (about) return <p className="flex flex-wrap items-center gap-2"><span className="text-ink-3">About</span> <span className="min-w-0 truncate font-medium">{about.label}</span> <Button size="small" kind="quiet" onClick={() => onChange(null)}>Leave out</Button></p>;
  const picked = ({ id, label }: { id: string; label: string }) => {
    if (choosing) onChange({ list: choosing.list, id, label: choosing.named === 'number' ? `#${label}` : label });
    setChoosing(null);
  };
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-2 text-[13px]"><span className="text-ink-3">About one of your</span> {lists.map((each) => <Button key={each.list} size="small" aria-pressed={choosing === each} onClick={() => setChoosing(choosing === each ? null : each)}>{each.what}</Button>)}</p>
      {choosing && <RecordPick key={choosing.list} list={choosing.path} what={choosing.what} named={choosing.named} taken={new Set()} onPick={picked} />}
    </div>
  );
}
