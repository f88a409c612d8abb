import { FilePen } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface DraftRow {
  id: string;
  customer: string;
  email: string | null;
  completed: boolean;
}

export const meta = () => [{ title: 'Drafts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<DraftRow>(args, 'orders.drafts'), may: mayRun(args, 'orders.create-draft') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<DraftRow>[] = [
  { key: 'customer', opens: true, className: 'sm:max-w-[320px]', cell: (row) => <Link data-opens to={`/orders/drafts/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.customer || row.email || 'Nobody yet'}</Link> },
  { key: 'completed', header: 'State', card: 'aside', labels: { yes: 'Became an order', no: 'Open' }, cell: (row) => (row.completed ? <Badge tone="good">Became an order</Badge> : <Badge tone="info">Open</Badge>) },
  { key: 'items', card: 'line' },
  { key: 'createdBy', card: 'tag', className: 'max-w-[200px] truncate' },
  { key: 'updatedAt', card: 'tag' },
];

export default function Drafts() {
  const { listing, may } = useLoaderData<typeof loader>();
  const add = may['orders.create-draft'] && <LinkButton kind="primary" to="/orders/drafts/new">New order</LinkButton>;
  return (
    <Page title="Drafts" about="Orders written by hand, before they count." crumbs={[{ label: 'Orders', to: '/orders' }]} actions={add}>
      <Table label="Drafts" listing={listing} columns={columns} empty={<NothingYet icon={FilePen} title="No drafts" action={add}>Write an order for somebody on the phone or at a market stall, with prices of your own if you like.</NothingYet>} />
    </Page>
  );
}
