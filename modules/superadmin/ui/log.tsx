import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { DateTime } from '#ui/date-time.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { asked, askSuper } from '#ui/super-desk.server.ts';
import { Find, Pages, PlainTable, type Column } from './parts.tsx';

interface Row {
  id: string;
  at: string;
  operation: string;
  byName: string;
  about: string;
  reason: string | null;
  before: unknown;
  after: unknown;
  address: string | null;
}

export const meta = () => [{ title: 'Log · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<{ data: Row[]; more: boolean }>(args, 'super.log', asked(args));
}

export { PageError as ErrorBoundary };

const columns: readonly Column<Row>[] = [
    { header: 'When', cell: (row) => <DateTime at={row.at} /> },
    { header: 'By', cell: (row) => row.byName },
    { header: 'What', cell: (row) => <span className="font-medium whitespace-nowrap">{row.operation.replace('super.', '').replaceAll('-', ' ')}</span> },
    { header: 'About', cell: (row) => <span className="block max-w-[260px] min-w-[120px] break-words">{row.about}</span> },
    { header: 'Change', cell: (row) => <span className="block max-w-[320px] min-w-[140px] font-mono text-[12px] break-words text-ink-2">{changeOf(row)}</span> },
    { header: 'Reason', cell: (row) => <span className="block max-w-[240px] break-words">{row.reason ?? '–'}</span> },
    { header: 'From', cell: (row) => <span className="font-mono text-[13px]">{row.address ?? '–'}</span> },
];

export default function Log() {
  const { data, more } = useLoaderData<typeof loader>() as unknown as { data: Row[]; more: boolean };
  return (
    <Page title="Log" about="Everything superadmins did, newest first. Entries cannot be altered.">
      <Find label="What, who or whom" />
      <PlainTable label="Log" rows={data} keyOf={(row) => row.id} empty="Nothing has been done here yet." columns={columns} />
      <Pages more={more} />
    </Page>
  );
}

function changeOf({ before, after }: Row): string {
  if (before == null && after == null) return '–';
  return [before, after].filter((each) => each != null).map((each) => JSON.stringify(each)).join(' → ');
}
