import { History } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { inWords } from '#ui/badge.tsx';
import { ask, askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface MovementRow {
  id: string;
  product: string;
  variant: string;
  reason: string;
  location: string;
  onHandChange: number;
  reservedChange: number;
  incomingChange: number;
}

export const meta = () => [{ title: 'Stock movements · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data: locations } = await ask<{ data: { name: string }[] }>(args, 'locations.list');
  return { listing: await askList<MovementRow>(args, 'stock.movements', { values: { location: locations.map((each) => each.name) } }) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<MovementRow>[] = [
  { key: 'at', card: 'title' },
  { key: 'product', card: 'bare', className: 'max-w-[300px]', cell: (row) => <>{row.product}{row.variant && <span className="text-ink-3"> · {row.variant}</span>}</> },
  { key: 'reason', card: 'tag', cell: (row) => inWords(row.reason) },
  { key: 'onHandChange', card: 'aside', cell: (row) => <Signed n={row.onHandChange} /> },
  { key: 'reservedChange', card: 'line', cell: (row) => <Signed n={row.reservedChange} /> },
  { key: 'incomingChange', card: 'line', cell: (row) => <Signed n={row.incomingChange} /> },
  { key: 'location', card: 'tag', cell: (row) => row.location },
  { key: 'actor', card: 'tag', className: 'max-w-[160px] truncate' },
  { key: 'note', card: 'bare', className: 'max-w-[220px] truncate' },
];

function Signed({ n }: { n: number }) {
  if (n === 0) return <span data-nothing className="text-ink-3">–</span>;
  return <span className="figures font-medium">{n > 0 ? `+${n}` : `−${-n}`}</span>;
}

export default function Movements() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Stock movements" about="Every change of stock, why and by whom. Nothing here can be altered." crumbs={[{ label: 'Inventory', to: '/inventory' }]}>
      <Table label="Stock movements" live={['inventory']} listing={listing} columns={columns} empty={<NothingYet icon={History} title="Nothing has moved yet">Sales, deliveries and counts will be listed here.</NothingYet>} />
    </Page>
  );
}
