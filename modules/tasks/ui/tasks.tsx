import { ListTodo } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Sheet } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { chosenPerson, NewTaskForm, peopleOptions } from './task-form.tsx';
import type { Choices } from './task-shape.ts';
import { Due, Priority, priorityWords, stateWords, TaskState } from './words.tsx';

interface TaskRow {
  id: string;
  title: string;
  kind: string;
  priority: string;
  state: string;
  dueAt: string | null;
  overdue: boolean;
  assignee: string | null;
  about: string;
  aboutLink: string;
}

function viewsFor({ me }: Choices): readonly BuiltInView[] {
  const own: BuiltInView[] = me ? [{ key: 'mine', name: 'Mine, open', question: { filter: { state: 'open', assigneeId: me }, sort: 'dueAt' } }] : [];
  return [
    ...own,
    { key: 'overdue', name: 'Overdue', question: { filter: { overdue: 'yes' }, sort: 'dueAt' } },
    { key: 'open', name: 'All open', question: { filter: { state: 'open' }, sort: 'dueAt' } },
    { key: 'free', name: 'Nobody has it', question: { filter: { state: 'open', taken: 'no' }, sort: 'dueAt' } },
  ];
}

// What there is to do: one's own, else everybody's. With nothing open there is nothing to narrow.
function firstView({ mine, open }: Choices): string | undefined {
  if (mine > 0) return 'mine';
  return open > 0 ? 'open' : undefined;
}

function bulkFor(choices: Choices): readonly BulkAction[] {
  return [
    { operation: 'tasks.finish', label: 'Finish' },
    { operation: 'tasks.assign', label: 'Give to', about: 'Tasks that are finished stay as they are.', fields: () => <Field label="Who" name="assigneeId"><Select name="assigneeId" options={peopleOptions(choices)} /></Field>, shape: ({ assigneeId }) => chosenPerson(assigneeId) },
    { operation: 'tasks.drop', label: 'Drop', tone: 'danger', about: 'They are not to be done any more. They can be reopened.' },
  ];
}

export const meta = () => [{ title: 'Tasks · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const choices = await ask<Choices>(args, 'tasks.choices');
  const values = { assigneeId: choices.people.map(({ userId }) => userId) };
  return { choices, listing: await askList<TaskRow>(args, 'tasks.list', { views: viewsFor(choices), opensWith: firstView(choices), bulk: bulkFor(choices), values }), may: mayRun(args, 'tasks.create')['tasks.create'] === true };
}

export { PageError as ErrorBoundary };

function columnsFor({ people, kinds }: Choices): readonly Shown<TaskRow>[] {
  return [
    { key: 'title', opens: true, className: 'sm:max-w-[380px]', cell: (row) => <Link data-opens to={`/tasks/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.title}</Link> },
    { key: 'kind', card: 'bare', className: 'max-w-[160px] truncate', labels: Object.fromEntries(kinds.map(({ kind, says }) => [kind, says])), cell: (row) => kinds.find(({ kind }) => kind === row.kind)?.says ?? row.kind },
    { key: 'priority', card: 'tag', labels: priorityWords, cell: (row) => <Priority priority={row.priority} /> },
    { key: 'dueAt', card: 'line', cell: (row) => <Due task={row} /> },
    { key: 'assignee', card: 'line', className: 'max-w-[180px] truncate' },
    { key: 'about', card: 'line', className: 'max-w-[240px] truncate', cell: (row) => (row.aboutLink ? <TextLink to={row.aboutLink}>{row.about}</TextLink> : <span data-nothing className="text-ink-3">–</span>) },
    { key: 'state', card: 'tag', labels: stateWords, cell: (row) => <TaskState state={row.state} /> },
    { key: 'assigneeId', header: 'Who', only: 'filter', labels: Object.fromEntries(people.map(({ userId, name }) => [userId, name])) },
    { key: 'overdue', only: 'filter' },
    { key: 'taken', only: 'filter' },
    { key: 'createdAt', card: 'none' },
  ];
}

export default function Tasks() {
  const { listing, choices, may } = useLoaderData<typeof loader>();
  const [making, setMaking] = useState(false);
  const [columns, bulk] = useMemo(() => [columnsFor(choices), bulkFor(choices)], [choices]);
  const add = may && <Button kind="primary" onClick={() => setMaking(true)}>New task</Button>;
  return (
    <Page title="Tasks" about="What somebody has to do, by when. What waits for a person, like a held order or a dispute, comes here by itself." actions={<><LinkButton to="/tasks/routes">Who gets what</LinkButton>{add}</>}>
      <Table label="Tasks" listing={listing} columns={columns} bulk={bulk} live={['tasks']} empty={<NothingYet icon={ListTodo} title="Nothing to do" action={add}>Write down what somebody has to do. Disputes, held orders, returns to decide on and customers who wait for an answer become tasks by themselves.</NothingYet>} />
      <Sheet title="New task" open={making} onOpenChange={setMaking}>{making && <NewTaskForm choices={choices} onClose={() => setMaking(false)} />}</Sheet>
    </Page>
  );
}
