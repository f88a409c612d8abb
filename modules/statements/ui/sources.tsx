import { Landmark } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface SourceRow {
  id: string;
  name: string;
  kind: string;
  state: string;
  lastError: string;
}

export const meta = () => [{ title: 'Accounts outside · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<SourceRow>(args, 'statements.sources'), may: mayRun(args, 'statements.read-now')['statements.read-now'] === true };
}

export { PageError as ErrorBoundary };

const STATES: Record<string, string> = { connected: 'Connected', disconnected: 'Not connected', files: 'By files' };
const LOOKS: Record<string, string> = { connected: 'active', disconnected: 'paused', files: 'draft' };

const columns = (may: boolean): readonly Shown<SourceRow>[] => [
  { key: 'name', opens: true, cell: (row) => <Link data-opens to={`/statements?${new URLSearchParams({ 'filter[source]': row.name })}`} className="font-medium">{row.name}</Link> },
  { key: 'kind', card: 'tag' },
  { key: 'state', card: 'aside', labels: STATES, cell: (row) => <StatusBadge status={LOOKS[row.state] ?? row.state} label={STATES[row.state] ?? row.state} /> },
  { key: 'currency', card: 'tag' },
  { key: 'transactions', card: 'line' },
  { key: 'unexplained', card: 'line' },
  { key: 'lastReadAt', card: 'line' },
  { key: 'lastError', card: 'bare', className: 'max-w-[300px]', cell: (row) => (row.lastError ? <span className="text-bad [overflow-wrap:anywhere]">{row.lastError}</span> : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'cursor', card: 'none', className: 'max-w-[200px] truncate text-ink-3' },
  ...(may ? [{ key: 'account', header: ' ', card: 'bare', cell: (row: SourceRow) => <ReadNow row={row} /> } as const] : []),
];

function ReadNow({ row: { id, name, kind, state } }: { row: SourceRow }) {
  const read = useOperation<{ added: number; problem: string }>('statements.read-now', { done: ({ added, problem }) => problem || (added === 0 ? `${name}: nothing new` : `${name}: ${added.toLocaleString('en-AU')} new`) });
  if (kind === 'bank') return <TextLink to={`/statements/files?source=${id}`} className="text-[13px]">Upload a file</TextLink>;
  return <Button size="small" pending={read.pending} disabled={state !== 'connected'} onClick={() => void read.run({ id })}>Read now</Button>;
}

export default function Sources() {
  const { listing, may } = useLoaderData<typeof loader>();
  return (
    <Page title="Accounts outside" about="Whose statements are kept here. Connected accounts are read every quarter of an hour, from where reading stopped last." crumbs={[{ label: 'Statements', to: '/statements' }]} actions={<TextLink to="/integrations" className="text-[13px]">Connect an account</TextLink>}>
      <Table label="Accounts outside" listing={listing} columns={columns(may)} live={['statements']} empty={<NothingYet icon={Landmark} title="No accounts yet" action={<TextLink to="/statements/files">Upload a bank file</TextLink>}>Stripe, PayPal and Wise appear here once they are connected under Integrations; a bank account appears with its first file.</NothingYet>} />
    </Page>
  );
}
