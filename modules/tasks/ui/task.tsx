import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { TextLink } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { chosenPerson, peopleOptions, TaskForm } from './task-form.tsx';
import type { Choices, Task } from './task-shape.ts';
import { Due, Priority, TaskState } from './words.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.task.title ?? 'Task'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const [task, choices] = await Promise.all([ask<Task>(args, 'tasks.get', { id: args.params['id'] }), ask<Choices>(args, 'tasks.choices')]);
  return { task, choices, may: mayRun(args, 'tasks.update')['tasks.update'] === true };
}

export { PageError as ErrorBoundary };

export default function TaskPage() {
  const { task, choices, may } = useLoaderData<typeof loader>();
  useLive('tasks');
  const mayChange = may && task.state === 'open';
  return (
    <Page title={task.title} width="reading" crumbs={[{ label: 'Tasks', to: '/tasks' }]} beside={<TaskState state={task.state} />} actions={may && <Actions task={task} choices={choices} />}>
      <Columns
        main={<Card title={mayChange ? 'Task' : 'Note'}>{mayChange ? <TaskForm key={`${task.id}-${task.title}-${task.dueAt}`} task={task} choices={choices} /> : <Written task={task} />}</Card>}
        side={<Card title="About it"><Facts facts={factsOf(task, choices)} /></Card>}
      />
    </Page>
  );
}

function Written({ task }: { task: Task }) {
  return task.note ? <p className="max-w-[76ch] break-words whitespace-pre-line">{task.note}</p> : <p className="text-ink-3">No note.</p>;
}

function factsOf(task: Task, { kinds }: Choices): [string, React.ReactNode][] {
  const facts: [string, React.ReactNode][] = [
    ['Who', task.assignee?.name ?? 'Nobody yet'],
    ['Due', <Due key="due" task={task} />],
    ['Priority', <Priority key="priority" priority={task.priority} />],
    ['Kind', kinds.find(({ kind }) => kind === task.kind)?.says ?? task.kind],
    ['Created', <span key="created"><DateTime at={task.createdAt} /> {task.createdBy ? `by ${task.createdBy}` : 'by itself'}</span>],
  ];
  if (task.about) facts.unshift(['About', <TextLink key="about" to={task.about.link} className="break-words">{task.about.label}</TextLink>]);
  if (task.finishedAt) facts.push([task.state === 'done' ? 'Done' : 'Dropped', <span key="finished"><DateTime at={task.finishedAt} /> {task.finishedBy ? `by ${task.finishedBy}` : 'by itself'}</span>]);
  return facts;
}

function Actions({ task: { id, state, assignee }, choices }: { task: Task; choices: Choices }) {
  const [giving, setGiving] = useState(false);
  const take = useOperation('tasks.take', { done: 'It is yours' });
  const finish = useOperation('tasks.finish', { done: 'Task finished' });
  const drop = useOperation('tasks.drop', { done: 'Task dropped' });
  const reopen = useOperation('tasks.reopen', { done: 'Task reopened' });
  if (state !== 'open') return <Button pending={reopen.pending} onClick={() => void reopen.run({ id })}>Reopen</Button>;
  return (
    <>
      <Button pending={drop.pending} onClick={() => void drop.run({ id })}>Drop</Button>
      <Button onClick={() => setGiving(true)}>Give to</Button>
      {!assignee && choices.me && <Button pending={take.pending} onClick={() => void take.run({ id })}>Take</Button>}
      <Button kind="primary" pending={finish.pending} onClick={() => void finish.run({ id })}>Finish</Button>
      <Dialog title="Who does it?" open={giving} onOpenChange={setGiving}>
        <OperationForm operation="tasks.assign" input={{ id }} shape={(input) => ({ ...input, ...chosenPerson(input['assigneeId']) })} submit="Give" done="Given" onDone={() => setGiving(false)} cancel={<Button onClick={() => setGiving(false)}>Cancel</Button>}>
          <Field label="Who" name="assigneeId"><Select name="assigneeId" {...(assignee && { defaultValue: assignee.userId })} options={peopleOptions(choices)} /></Field>
        </OperationForm>
      </Dialog>
    </>
  );
}
