import { useLoaderData, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { Badge, inWords } from '#ui/badge.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { TextLink } from '#ui/link.tsx';
import { asked, askSuper } from '#ui/super-desk.server.ts';
import { bytes, count, Find, Pages, PlainTable, type Column } from './parts.tsx';

interface Row {
  id: string;
  name: string;
  slug: string;
  tier: string;
  suspended: boolean;
  createdAt: string;
  members: number;
  bytes: number;
  storefronts: number;
  requests: number;
  lastActive: string | null;
}

export const meta = () => [{ title: 'Workspaces · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return askSuper<{ data: Row[]; more: boolean }>(args, 'super.workspaces', asked(args));
}

export { PageError as ErrorBoundary };

const tiers = ['', 'free', 'starter', 'growth', 'pro', 'unlimited'].map((value) => ({ value, label: value ? inWords(value) : 'Any tier' }));
const states = [{ value: '', label: 'Any state' }, { value: 'open', label: 'Open' }, { value: 'suspended', label: 'Suspended' }];

const columns: readonly Column<Row>[] = [
    { header: 'Workspace', cell: (row) => <span className="block max-w-[320px] min-w-[140px]"><TextLink to={`/super/workspaces/${row.id}`} within="installation" className="break-words">{row.name}</TextLink><span className="block truncate text-[13px] text-ink-3">{row.slug}</span></span> },
    { header: 'State', cell: (row) => (row.suspended ? <Badge tone="bad">Suspended</Badge> : <Badge tone="good">Open</Badge>) },
    { header: 'Tier', cell: (row) => <Badge>{inWords(row.tier)}</Badge> },
    { header: 'Members', align: 'right', cell: (row) => count(row.members) },
    { header: 'Storefronts', align: 'right', cell: (row) => count(row.storefronts) },
    { header: 'Files', align: 'right', cell: (row) => bytes(row.bytes) },
    { header: 'Requests, 30 days', align: 'right', cell: (row) => count(row.requests) },
    { header: 'Last active', cell: (row) => (row.lastActive ? <DateTime at={row.lastActive} as="date" /> : <span className="text-ink-3">–</span>) },
    { header: 'Since', cell: (row) => <DateTime at={row.createdAt} as="date" /> },
];

export default function Workspaces() {
  const { data, more } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page title="Workspaces" about="Every company on this installation, newest first.">
      <Find label="Name, short name or id">
        <Select name="tier" aria-label="Tier" defaultValue={search.get('tier') ?? ''} options={tiers} />
        <Select name="state" aria-label="State" defaultValue={search.get('state') ?? ''} options={states} />
      </Find>
      <PlainTable label="Workspaces" rows={data as Row[]} keyOf={(row) => row.id} empty="No workspace is like that." columns={columns} />
      <Pages more={more} />
    </Page>
  );
}
