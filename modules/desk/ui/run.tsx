import { useEffect } from 'react';
import { useLoaderData, useRevalidator, type LoaderFunctionArgs } from 'react-router';
import { Card } from '#ui/card.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { ProgressBar, sentenceOf, StopButton, useBulkRun, type BulkRun } from '#ui/table/bulk-progress.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { pageOfRecord } from './record-page.ts';
import { Link } from '#ui/link.tsx';

interface RowOutcome {
  id: string;
  name: string;
  recordId: string;
  operation: string;
}

export const meta = () => [{ title: 'Bulk change · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id!;
  const [run, listing] = await Promise.all([
    ask<BulkRun & { list: string }>(args, 'bulk.get', { id }),
    askList<RowOutcome>(args, 'bulk.rows', { fixed: { runId: id }, views: [{ key: 'failed', name: 'Failed', question: { filter: { state: 'failed' } } }, { key: 'skipped', name: 'Skipped', question: { filter: { state: 'skipped' } } }] }),
  ]);
  return { run, listing, may: mayRun(args, 'bulk.cancel') };
}

export { PageError as ErrorBoundary };

const columnsFor = (list: string): readonly Shown<RowOutcome>[] => [
  { key: 'name', opens: true, className: 'sm:max-w-[320px]', cell: (row) => <Name row={row} page={pageOfRecord(list)} /> },
  { key: 'state', card: 'aside', labels: { waiting: 'Waiting', done: 'Done', failed: 'Failed', skipped: 'Skipped' } },
  { key: 'sentence', card: 'bare' },
];

function Name({ row, page }: { row: RowOutcome; page: string | undefined }) {
  const name = row.name || row.recordId;
  return page ? <Link data-opens to={`${page}/${row.recordId}`} className="line-clamp-2 font-medium">{name}</Link> : <span className="line-clamp-2 font-medium">{name}</span>;
}

export default function Run() {
  const { run: loaded, listing, may } = useLoaderData<typeof loader>();
  const run = useBulkRun(loaded.id) ?? loaded;
  const { revalidate } = useRevalidator();
  const ended = run.state === 'done' || run.state === 'cancelled';
  useEffect(() => {
    if (ended && loaded.state !== run.state) void revalidate();
  }, [ended, loaded.state, run.state, revalidate]);
  return (
    <Page title={run.says} crumbs={[{ to: '/bulk', label: 'Bulk changes' }]} actions={!ended && may['bulk.cancel'] ? <StopButton runId={run.id} /> : undefined}>
      <Card>
        <p role="status" className="font-medium">{sentenceOf(run)}</p>
        <ProgressBar run={run} />
      </Card>
      <Table label="Rows" listing={listing} columns={columnsFor(loaded.list)} live={['bulk']} empty={<p className="p-6 text-ink-2">There are no rows.</p>} />
    </Page>
  );
}
