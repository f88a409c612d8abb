import { ShoppingBag } from 'lucide-react';
import { StatusBadge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import type { MoneyValue } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Select } from '#ui/select.tsx';
import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { writeList } from './list-context.ts';

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

const views: readonly BuiltInView[] = [
  { key: 'to-ship', name: 'To ship', question: { filter: { fulfilment: 'unfulfilled,partial', payment: 'paid', cancelled: 'no' }, sort: 'placedAt' } },
  { key: 'unpaid', name: 'Unpaid', question: { filter: { payment: 'pending,authorized,failed', cancelled: 'no' } } },
  { key: 'cancelled', name: 'Cancelled', question: { filter: { cancelled: 'yes' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'orders.fulfil', label: 'Ship', about: 'Everything that is left of each order is marked as shipped, and its goods leave the stock.' },
  { operation: 'orders.mark-paid', label: 'Mark as paid', about: 'For money that reached you outside the shop, like a bank transfer.' },
  { operation: 'invoices.issue', label: 'Issue invoices', about: 'Orders that have a valid invoice keep it.' },
  { operation: 'orders.add-note', label: 'Add note', fields: () => <Field label="Note" name="text" required><Textarea name="text" rows={3} maxLength={5_000} autoFocus /></Field> },
  { operation: 'orders.cancel', label: 'Cancel', tone: 'danger', about: 'Their stock is free at once, and what was paid is given back. Orders that were shipped are left alone.', fields: () => <Field label="Reason" name="reason"><Select name="reason" defaultValue="other" options={reasons} /></Field> },
];

const reasons = [
  { value: 'customer', label: 'The customer asked for it' },
  { value: 'fraud', label: 'Suspected fraud' },
  { value: 'out_of_stock', label: 'It cannot be delivered' },
  { value: 'other', label: 'Another reason' },
];

export const meta = () => [{ title: 'Orders · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<OrderRow>(args, 'orders.list', { views, bulk }), may: mayRun(args, 'orders.create-draft') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<OrderRow>[] = [
  { key: 'number', opens: true, cell: (row) => <OrderLink row={row} /> },
  { key: 'placedAt', card: 'tag' },
  { key: 'customer', className: 'max-w-[260px] truncate', card: 'bare' },
  { key: 'payment', card: 'tag' },
  { key: 'fulfilment', card: 'tag', cell: (row) => (row.cancelled ? <StatusBadge status="failed" label="Cancelled" /> : <StatusBadge status={row.fulfilment} />) },
  { key: 'items', card: 'none' },
  { key: 'total', card: 'aside' },
  { key: 'cancelled', only: 'filter' },
  { key: 'return', only: 'filter' },
  { key: 'refunded', only: 'filter' },
];

/** The order, with the list it is opened from: J and K walk on through it. */
function OrderLink({ row }: { row: OrderRow }) {
  const list = writeList(useLoaderData<typeof loader>().listing.question);
  return <Link data-opens to={`/orders/${row.id}?in=${encodeURIComponent(list)}`} prefetch="intent" className="figures font-medium">#{row.number}</Link>;
}

export default function Orders() {
  const { listing, may } = useLoaderData<typeof loader>();
  return (
    <Page title="Orders" actions={<><LinkButton to="/orders/drafts">Drafts</LinkButton>{may['orders.create-draft'] && <LinkButton kind="primary" to="/orders/drafts/new">New order</LinkButton>}</>}>
      <Table label="Orders" listing={listing} columns={columns} bulk={bulk} live={['orders']} empty={
        <NothingYet icon={ShoppingBag} title="No orders yet">Orders appear here the moment somebody buys in one of your storefronts.</NothingYet>
      } />
    </Page>
  );
}
