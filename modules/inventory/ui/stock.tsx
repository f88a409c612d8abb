import { Boxes } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { AdjustDialog } from './adjust-dialog.tsx';

export interface StockRow {
  id: string;
  product: string;
  variant: string;
  sku: string;
  location: string;
  onHand: number;
  reserved: number;
  available: number;
  lowAt: number;
  state: 'ok' | 'low' | 'out';
  variantId: string;
  locationId: string;
  productId: string;
}

interface Location {
  id: string;
  name: string;
}

const views: readonly BuiltInView[] = [
  { key: 'low', name: 'Low', question: { filter: { state: 'low' }, sort: 'available' } },
  { key: 'out', name: 'Sold out', question: { filter: { state: 'out' } } },
];

export const meta = () => [{ title: 'Inventory · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data: locations } = await ask<{ data: Location[] }>(args, 'locations.list');
  const listing = await askList<StockRow>(args, 'stock.list', { views, values: { location: locations.map((each) => each.name) } });
  return { listing, locations: locations.length, may: mayRun(args, 'stock.adjust') };
}

export { PageError as ErrorBoundary };

const states = { ok: 'In stock', low: 'Low', out: 'Sold out' };

function columnsWith(locations: number, adjust: ((row: StockRow) => void) | undefined): readonly Shown<StockRow>[] {
  return [
    { key: 'product', opens: true, className: 'sm:max-w-[360px]', cell: (row) => <Item row={row} /> },
    { key: 'sku', className: 'max-w-[160px] truncate', card: 'tag' },
    ...(locations > 1 ? [{ key: 'location', card: 'tag' as const, cell: (row: StockRow) => row.location }] : []),
    { key: 'state', labels: states, card: 'tag' },
    { key: 'onHand', card: 'none' },
    { key: 'reserved', card: 'none' },
    { key: 'incoming', card: 'none' },
    { key: 'available', card: 'aside', cell: (row) => <span className="figures font-medium">{row.available}</span> },
    ...(adjust ? [{ key: 'adjust', header: 'Change', card: 'tag' as const, cell: (row: StockRow) => <Button size="small" aria-label={`Adjust stock of ${row.product} ${row.variant}`} onClick={() => adjust(row)}>Adjust</Button> }] : []),
  ];
}

function Item({ row }: { row: StockRow }) {
  return (
    <span className="block min-w-0">
      <Link data-opens to={`/products/${row.productId}`} prefetch="intent" className="line-clamp-2 font-medium">{row.product}</Link>
      {row.variant && <span className="block truncate text-[13px] font-normal text-ink-3">{row.variant}</span>}
    </span>
  );
}

export default function Stock() {
  const { listing, locations, may } = useLoaderData<typeof loader>();
  const [adjusting, setAdjusting] = useState<StockRow | null>(null);
  return (
    <Page title="Inventory" actions={<><LinkButton to="/inventory/alerts">Alerts</LinkButton><LinkButton to="/inventory/transfers">Transfers</LinkButton><LinkButton to="/inventory/counts">Counts</LinkButton><LinkButton to="/inventory/movements">Movements</LinkButton><LinkButton to="/inventory/locations">Locations</LinkButton></>}>
      <Table label="Stock" listing={listing} columns={columnsWith(locations, may['stock.adjust'] ? setAdjusting : undefined)} live={['inventory']} empty={
        <NothingYet icon={Boxes} title="No stock is counted yet">Products whose stock is tracked appear here with what is on hand, reserved and available.</NothingYet>
      } />
      <AdjustDialog row={adjusting} onClose={() => setAdjusting(null)} />
    </Page>
  );
}
