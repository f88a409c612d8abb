import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { NewTransfer } from './new-transfer.tsx';

interface TransferRow {
  id: string;
  number: number;
  state: 'draft' | 'sent' | 'received' | 'cancelled';
  from: string;
  to: string;
}

export const meta = () => [{ title: 'Transfers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data: locations } = await ask<{ data: { id: string; name: string; active: boolean }[] }>(args, 'locations.list');
  const names = locations.map((each) => each.name);
  return { locations, listing: await askList<TransferRow>(args, 'stock.transfers', { values: { from: names, to: names } }), may: mayRun(args, 'stock.create-transfer') };
}

export { PageError as ErrorBoundary };

export const transferWords = { draft: 'Planned', sent: 'On the way', received: 'Received', cancelled: 'Cancelled' };
const looks = { draft: 'draft', sent: 'processing', received: 'completed', cancelled: 'cancelled' };

export function TransferState({ state }: { state: TransferRow['state'] }) {
  return <StatusBadge status={looks[state]} label={transferWords[state]} />;
}

const columns: readonly Shown<TransferRow>[] = [
  { key: 'number', opens: true, cell: (row) => <Link data-opens to={`/inventory/transfers/${row.id}`} prefetch="intent" className="figures font-medium">T-{row.number}</Link> },
  { key: 'state', labels: transferWords, card: 'tag', cell: (row) => <TransferState state={row.state} /> },
  { key: 'from', card: 'line', cell: (row) => row.from },
  { key: 'to', card: 'line', cell: (row) => row.to },
  { key: 'units', card: 'aside' },
  { key: 'onTheWay', card: 'line' },
  { key: 'createdAt', card: 'tag' },
  { key: 'note', card: 'bare', className: 'max-w-[220px] truncate' },
];

export default function Transfers() {
  const { listing, locations, may } = useLoaderData<typeof loader>();
  const [making, setMaking] = useState(false);
  useLive('inventory');
  const add = may['stock.create-transfer'] && locations.length > 1 && <Button kind="primary" onClick={() => setMaking(true)}>New transfer</Button>;
  return (
    <Page title="Transfers" about="Goods on their way from one of your locations to another." crumbs={[{ label: 'Inventory', to: '/inventory' }]} actions={add}>
      <Table label="Transfers" listing={listing} columns={columns} empty={
        <NothingYet icon={ArrowLeftRight} title="Nothing was moved yet" action={add}>{locations.length > 1 ? 'Plan a transfer, send it, and receive it where it arrives.' : 'Add a second location first; then goods can travel between the two.'}</NothingYet>
      } />
      <Dialog title="New transfer" size="large" open={making} onOpenChange={setMaking}>{making && <NewTransfer locations={locations} onClose={() => setMaking(false)} />}</Dialog>
    </Page>
  );
}
