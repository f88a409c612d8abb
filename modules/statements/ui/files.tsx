import { FileText } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { UploadCard } from './upload-card.tsx';
import type { Account } from './upload-shape.ts';

interface FileRow {
  id: string;
  fileName: string;
  format: string;
}

export const meta = () => [{ title: 'Bank files · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [accounts, listing] = await Promise.all([
    ask<{ data: Account[] }>(args, 'statements.sources', { filter: { kind: 'bank' }, limit: 250 }),
    askList<FileRow>(args, 'statements.imports'),
  ]);
  const chosen = new URL(args.request.url).searchParams.get('source');
  return { accounts: accounts.data, listing, chosen, may: mayRun(args, 'statements.upload-file')['statements.upload-file'] === true };
}

export { PageError as ErrorBoundary };

const FORMATS: Record<string, string> = { csv: 'CSV', ofx: 'OFX', 'camt.053': 'camt.053' };

const columns: readonly Shown<FileRow>[] = [
  { key: 'fileName', opens: true, cell: (row) => <Link data-opens to={`/statements?${new URLSearchParams({ 'filter[importId]': row.id })}`} className="font-medium">{row.fileName}</Link> },
  { key: 'source', card: 'tag' },
  { key: 'format', card: 'tag', labels: FORMATS, cell: (row) => FORMATS[row.format] ?? row.format },
  { key: 'lines', card: 'line' },
  { key: 'added', card: 'line' },
  { key: 'by', card: 'tag' },
  { key: 'createdAt', card: 'line' },
];

export default function Files() {
  const { accounts, listing, chosen, may } = useLoaderData<typeof loader>();
  return (
    <Page title="Bank files" about="Statements of any bank, as CSV, OFX or camt.053. A line is kept once, however often it is uploaded." crumbs={[{ label: 'Statements', to: '/statements' }]}>
      {may && <UploadCard accounts={accounts} chosen={chosen} />}
      <Table label="Uploaded files" listing={listing} columns={columns} live={['statements']} empty={<NothingYet icon={FileText} title="No files yet">Download a statement from your bank and choose it above.</NothingYet>} />
    </Page>
  );
}
