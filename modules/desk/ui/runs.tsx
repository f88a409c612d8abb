import { ListChecks } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface RunRow {
  id: string;
  says: string;
}

export const meta = () => [{ title: 'Bulk changes · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<RunRow>(args, 'bulk.list') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<RunRow>[] = [
  { key: 'says', opens: true, cell: (row) => <Link data-opens to={`/bulk/${row.id}`} className="font-medium">{row.says}</Link> },
  { key: 'state', card: 'aside' },
  { key: 'total' },
  { key: 'done' },
  { key: 'failed' },
  { key: 'skipped', card: 'none' },
  { key: 'actorName', card: 'tag', className: 'max-w-[200px] truncate' },
  { key: 'createdAt', card: 'tag' },
];

export default function Runs() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Bulk changes" about="What was done to many records at once, and what became of each of them.">
      <Table label="Bulk changes" listing={listing} columns={columns} live={['bulk']} empty={<NothingYet icon={ListChecks} title="No bulk change yet">Choose rows in a table, then what to do with them. Each row is done by itself and told here.</NothingYet>} />
    </Page>
  );
}
