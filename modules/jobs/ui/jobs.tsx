import { Cog } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface JobRow {
  id: string;
  reaction: string;
  state: 'waiting' | 'running' | 'retrying' | 'done' | 'cancelled' | 'parked';
}

const views: readonly BuiltInView[] = [
  { key: 'parked', name: 'Parked', question: { filter: { state: 'parked' } } },
  { key: 'open', name: 'Under way', question: { filter: { state: 'waiting,running,retrying' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'jobs.retry', label: 'Run again', about: 'Only parked work can be run again; the rest retries by itself.' },
  { operation: 'jobs.cancel', label: 'Cancel', tone: 'danger', about: 'Waiting and parked work is taken off the list for good. Running work is not interrupted.' },
];

export const meta = () => [{ title: 'Background work · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<JobRow>(args, 'jobs.list', { views, bulk }), may: mayRun(args, 'jobs.retry', 'jobs.cancel') };
}

export { PageError as ErrorBoundary };

const labels = { waiting: 'Waiting', running: 'Running', retrying: 'Retrying', done: 'Done', cancelled: 'Cancelled', parked: 'Parked' };

function columnsFor(may: Record<string, boolean>): readonly Shown<JobRow>[] {
  const buttons: Shown<JobRow> = { key: 'actions', header: 'Change', card: 'tag', cell: (row) => <Actions row={row} /> };
  return [
    { key: 'reaction', card: 'title', className: 'max-w-[280px] truncate' },
    { key: 'state', card: 'aside', labels },
    { key: 'event', card: 'tag', className: 'max-w-[220px] truncate' },
    { key: 'attempts', card: 'none' },
    { key: 'message', card: 'bare', className: 'sm:max-w-[320px] truncate' },
    { key: 'createdAt', card: 'tag' },
    { key: 'endedAt', card: 'none' },
    ...(may['jobs.retry'] ? [buttons] : []),
  ];
}

function Actions({ row }: { row: JobRow }) {
  const again = useOperation('jobs.retry', { done: 'It runs again' });
  const cancel = useOperation('jobs.cancel', { done: 'Taken off the list' });
  const open = row.state === 'waiting' || row.state === 'retrying' || row.state === 'parked';
  return (
    <span className="flex gap-2">
      {row.state === 'parked' && <Button size="small" pending={again.pending} aria-label={`Run ${row.reaction} again`} onClick={() => void again.run({ id: row.id })}>Run again</Button>}
      {open && <Button size="small" kind="quiet" pending={cancel.pending} aria-label={`Cancel ${row.reaction}`} onClick={() => void cancel.run({ id: row.id })}>Cancel</Button>}
    </span>
  );
}

export default function Jobs() {
  const { listing, may } = useLoaderData<typeof loader>();
  return (
    <Page title="Background work" about="What the program does by itself after something happened: mails, figures, search. Work that failed every attempt is parked until somebody looks at it.">
      <Table label="Background work" listing={listing} columns={columnsFor(may)} bulk={bulk} empty={<NothingYet icon={Cog} title="Nothing has run yet">The first order or product change starts some.</NothingYet>} />
    </Page>
  );
}
