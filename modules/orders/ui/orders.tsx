import { ShoppingBag } from 'lucide-react';
import { StatusBadge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import type { MoneyValue } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';

export interface OrderRow {
  id: string;
  number: number;
  placedAt: string;
  customer: string | null;
  payment: string;
  fulfilment: string;
  cancelled: boolean;
  total: MoneyValue;
}

export const meta = () => [{ title: 'Orders · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<OrderRow>(args, 'orders.list'), may: mayRun(args, 'orders.create-draft') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<OrderRow>[] = [
  { key: 'number', opens: true, cell: (row) => <Link data-opens to={`/orders/${row.id}`} prefetch="intent" className="figures font-medium">#{row.number}</Link> },
  { key: 'placedAt', card: 'tag' },
  { key: 'customer', className: 'max-w-[260px] truncate', card: 'bare' },
  { key: 'payment', card: 'tag' },
  { key: 'fulfilment', card: 'tag', cell: (row) => (row.cancelled ? <StatusBadge status="failed" label="Cancelled" /> : <StatusBadge status={row.fulfilment} />) },
  { key: 'items', card: 'none' },
  { key: 'total', card: 'aside' },
  { key: 'cancelled', only: 'filter' },
  { key: 'return', only: 'filter' },
];

export default function Orders() {
  const { listing, may } = useLoaderData<typeof loader>();
  useLive('orders');
  return (
    <Page title="Orders" actions={<><LinkButton to="/orders/drafts">Drafts</LinkButton>{may['orders.create-draft'] && <LinkButton kind="primary" to="/orders/drafts/new">New order</LinkButton>}</>}>
      <Table label="Orders" listing={listing} columns={columns} empty={
        <NothingYet icon={ShoppingBag} title="No orders yet">Orders appear here the moment somebody buys in one of your storefronts.</NothingYet>
      } />
    </Page>
  );
}
