import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
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
import type { Choices, Kind } from './task-shape.ts';
import { priorityWords } from './words.tsx';

interface RouteRow {
  id: string;
  kind: string;
  people: string[];
  dueHours: number | null;
  escalateHours: number;
  active: boolean;
  priority: string | null;
  waitHours: number | null;
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
      <ComingKinds kinds={choices.kinds} edit={may ? (kind) => setEditing(asRoute(kind)) : undefined} />
      <Table label="Routes of tasks" listing={listing} columns={columnsFor(choices, may ? setEditing : undefined)} empty={<NothingYet icon={Waypoints} title="Anybody takes anything" action={add}>Say who answers disputes, who packs, who orders more, and how long they have for it.</NothingYet>} />
      <Dialog title={editing?.kind ? 'Change route' : 'Add route'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <RouteForm route={editing} choices={choices} onClose={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

const asRoute = ({ routeId, says: _says, comes: _comes, ...route }: Kind): Partial<RouteRow> => ({ ...route, ...(routeId && { id: routeId }) });

/** What becomes a task without anybody writing it down, and how it stands here. */
function ComingKinds({ kinds, edit }: { kinds: readonly Kind[]; edit: ((kind: Kind) => void) | undefined }) {
  return (
    <Card title="Come by themselves" about="Each is one task as long as its cause lasts, and done by itself when that is over.">
      <ul className="flex flex-col divide-y divide-line">
        {kinds.filter(({ comes }) => comes !== null).map((kind) => (
          <li key={kind.kind} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
            <div className="min-w-0 flex-1 basis-60">
              <p className="flex flex-wrap items-center gap-2"><span className="font-medium">{kind.says}</span>{!kind.active && <Badge tone="plain">Off</Badge>}</p>
              <p className="text-[13px] text-ink-2">{kind.comes}</p>
              {kind.active && <p className="text-[13px] text-ink-3">{settingsWords(kind)}</p>}
            </div>
            {edit && <Button size="small" aria-label={`Change ${kind.says}`} onClick={() => edit(kind)}>Change</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function settingsWords({ priority, dueHours, waitHours }: Kind): string {
  const waits = waitHours === null ? '' : `after ${inHours(waitHours)} of waiting`;
  return [`${priorityWords[priority] ?? priority} priority`, waits, dueHours === null ? 'no deadline of its own' : `due in ${inHours(dueHours)}`].filter(Boolean).join(', ');
}

function inHours(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

const OWN = '';

function RouteForm({ route, choices: { kinds, people }, onClose }: { route: Partial<RouteRow>; choices: Choices; onClose(): void }) {
  const [kind, setKind] = useState(route.kind ?? kinds[0]!.kind);
  const remove = useOperation('tasks.remove-route', { done: 'Removed', onDone: onClose });
  const chosen = kinds.find((each) => each.kind === (route.kind ?? kind));
  const comes = chosen?.comes ? chosen : undefined;
  const shape = ({ ownKind, dueHours = null, escalateHours, active, priority = null, waitHours = null, ...rest }: Record<string, unknown>) => ({ kind: route.kind ?? (kind === OWN ? ownKind : kind), dueHours, ...(escalateHours !== undefined && { escalateHours }), ...(comes && { active: active === true, priority, waitHours }), people: people.map(({ userId }) => userId).filter((userId) => rest[`person-${userId}`] === true) });
  return (
    <OperationForm operation="tasks.set-route" shape={shape} submit="Save" done="Saved" onDone={onClose} cancel={<>{route.id && <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: route.id })}>Remove</Button>}<Button onClick={onClose}>Cancel</Button></>}>
      {!route.kind && <Field label="Kind" name="kind"><Select value={kind} onChange={(event) => setKind(event.target.value)} options={[...kinds.map((each) => ({ value: each.kind, label: each.says })), { value: OWN, label: 'A kind of your own' }]} /></Field>}
      {kind === OWN && <Field label="What it is called" name="kind" required><Input name="ownKind" maxLength={60} autoFocus /></Field>}
      {comes && <CauseFields key={comes.kind} kind={comes} route={route} />}
      <fieldset className="flex flex-col gap-2"><legend className="mb-1 text-[13px] font-medium">In turn, or whoever takes it when nobody is ticked</legend>{people.map(({ userId, name }) => <Checkbox key={userId} name={`person-${userId}`} label={name} defaultChecked={route.people?.includes(userId) ?? false} />)}</fieldset>
      <FieldRow>
        <Field key={chosen?.kind} label="Hours until it is due" name="dueHours" optional><NumberInput name="dueHours" defaultValue={route.dueHours ?? chosen?.dueHours ?? undefined} /></Field>
        <Field label="Hours until escalated" name="escalateHours"><NumberInput name="escalateHours" defaultValue={route.escalateHours ?? 24} /></Field>
      </FieldRow>
    </OperationForm>
  );
}

function CauseFields({ kind: { comes, active, priority, waitHours }, route }: { kind: Kind; route: Partial<RouteRow> }) {
  return (
    <>
      <Checkbox name="active" label="Such tasks come by themselves" description={comes} defaultChecked={route.active ?? active} />
      <FieldRow>
        <Field label="Priority" name="priority"><Select name="priority" defaultValue={route.priority ?? priority} options={Object.entries(priorityWords).map(([value, label]) => ({ value, label }))} /></Field>
        {waitHours !== null && <Field label="Hours of waiting before" name="waitHours"><NumberInput name="waitHours" defaultValue={route.waitHours ?? waitHours} /></Field>}
      </FieldRow>
    </>
  );
}
