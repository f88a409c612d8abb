import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Choices } from './task-shape.ts';

interface RouteRow {
  id: string;
  kind: string;
  people: string[];
  dueHours: number | null;
  escalateHours: number;
}

export const meta = () => [{ title: 'Who gets which task · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [choices, listing] = await Promise.all([ask<Choices>(args, 'tasks.choices'), askList<RouteRow>(args, 'tasks.routes')]);
  return { choices, listing, may: mayRun(args, 'tasks.set-route')['tasks.set-route'] === true };
}

export { PageError as ErrorBoundary };

type Editing = Partial<RouteRow> | null;

function columnsFor({ kinds, people }: Choices, edit: ((row: RouteRow) => void) | undefined): readonly Shown<RouteRow>[] {
  const wordOf = (row: RouteRow) => kinds.find(({ kind }) => kind === row.kind)?.says ?? row.kind;
  const nameOf = (userId: string) => people.find((each) => each.userId === userId)?.name ?? 'A former member';
  return [
    { key: 'kind', opens: true, cell: (row) => (edit ? <button type="button" data-opens className="text-left font-medium hover:underline" onClick={() => edit(row)}>{wordOf(row)}</button> : wordOf(row)) },
    { key: 'people', header: 'In turn', card: 'bare', className: 'sm:max-w-[360px]', cell: (row) => (row.people.length > 0 ? row.people.map(nameOf).join(', ') : 'Whoever takes it') },
    { key: 'dueHours', card: 'line' },
    { key: 'escalateHours', card: 'line' },
    { key: 'open', card: 'aside' },
  ];
}

export default function TaskRoutes() {
  const { choices, listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Editing>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing({})}>Add</Button>;
  return (
    <Page title="Who gets which task" about="New tasks of a kind go to its people, each in their turn. Without a route anybody may take them." crumbs={[{ label: 'Tasks', to: '/tasks' }]} actions={add}>
      <Table label="Routes of tasks" listing={listing} columns={columnsFor(choices, may ? setEditing : undefined)} empty={<NothingYet icon={Waypoints} title="Anybody takes anything" action={add}>Say who answers disputes, who packs, who orders more, and how long they have for it.</NothingYet>} />
      <Dialog title={editing?.id ? 'Change route' : 'Add route'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <RouteForm route={editing} choices={choices} onClose={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

const OWN = '';

function RouteForm({ route, choices: { kinds, people }, onClose }: { route: Partial<RouteRow>; choices: Choices; onClose(): void }) {
  const [kind, setKind] = useState(route.kind ?? kinds[0]!.kind);
  const remove = useOperation('tasks.remove-route', { done: 'Removed', onDone: onClose });
  const shape = ({ ownKind, dueHours = null, escalateHours, ...rest }: Record<string, unknown>) => ({ kind: route.kind ?? (kind === OWN ? ownKind : kind), dueHours, ...(escalateHours !== undefined && { escalateHours }), people: people.map(({ userId }) => userId).filter((userId) => rest[`person-${userId}`] === true) });
  return (
    <OperationForm operation="tasks.set-route" shape={shape} submit="Save" done="Saved" onDone={onClose} cancel={<>{route.id && <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: route.id })}>Remove</Button>}<Button onClick={onClose}>Cancel</Button></>}>
      {!route.kind && <Field label="Kind" name="kind"><Select value={kind} onChange={(event) => setKind(event.target.value)} options={[...kinds.map((each) => ({ value: each.kind, label: each.says })), { value: OWN, label: 'A kind of your own' }]} /></Field>}
      {kind === OWN && <Field label="What it is called" name="kind" required><Input name="ownKind" maxLength={60} autoFocus /></Field>}
      <fieldset className="flex flex-col gap-2"><legend className="mb-1 text-[13px] font-medium">In turn, or whoever takes it when nobody is ticked</legend>{people.map(({ userId, name }) => <Checkbox key={userId} name={`person-${userId}`} label={name} defaultChecked={route.people?.includes(userId) ?? false} />)}</fieldset>
      <FieldRow>
        <Field label="Hours until it is due" name="dueHours" optional><NumberInput name="dueHours" defaultValue={route.dueHours ?? undefined} /></Field>
        <Field label="Hours until escalated" name="escalateHours"><NumberInput name="escalateHours" defaultValue={route.escalateHours ?? 24} /></Field>
      </FieldRow>
    </OperationForm>
  );
}
