import { ShieldCheck } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface CardRow {
  id: string;
  number: string;
  order: number;
  orderId: string;
}

export const meta = () => [{ title: 'Warranties · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<CardRow>(args, 'warranties.cards') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<CardRow>[] = [
  { key: 'number', opens: true, cell: (row) => <Link data-opens to={`/orders/${row.orderId}`} prefetch="intent" className="figures font-medium whitespace-nowrap">{row.number}</Link> },
  { key: 'title', card: 'bare', className: 'max-w-[260px] truncate' },
  { key: 'variantTitle', card: 'line', className: 'max-w-[160px] truncate' },
  { key: 'state', card: 'tag', labels: { valid: 'Valid', ended: 'Ended', void: 'Void' } },
  { key: 'order', card: 'line', cell: (row) => <>#{row.order}</> },
  { key: 'beginsAt', card: 'none' },
  { key: 'endsAt', card: 'line' },
];

export default function Warranties() {
  const { listing } = useLoaderData<typeof loader>();
  const rules = <LinkButton to="/warranties/rules">What you promise</LinkButton>;
  return (
    <Page title="Warranties" about="A card for each thing of a paid order that has a warranty. Customers find it on the page of their order; whoever has its link can check it." crumbs={[{ label: 'Orders', to: '/orders' }]} actions={rules}>
      <Table label="Warranty cards" listing={listing} columns={columns} empty={<NothingYet icon={ShieldCheck} title="No warranty cards yet" action={rules}>Say how long you stand for a product; the next paid order with it brings the first card.</NothingYet>} />
    </Page>
  );
}
