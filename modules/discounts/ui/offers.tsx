import { Sparkles } from 'lucide-react';
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

interface Row {
  id: string;
  title: string;
  product: string;
  active: boolean;
  shown: number;
  taken: number;
}

export const meta = () => [{ title: 'Upsell offers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'offers.list'), may: mayRun(args, 'offers.create')['offers.create'] === true };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<Row>[] = [
  { key: 'title', opens: true, cell: (row) => <Link data-opens to={`/offers/${row.id}`} prefetch="intent" className="font-medium">{row.title}</Link> },
  { key: 'product', card: 'bare' },
  { key: 'active', card: 'aside', cell: (row) => <Badge tone={row.active ? 'good' : 'plain'}>{row.active ? 'On' : 'Off'}</Badge> },
  { key: 'shown', card: 'line' },
  { key: 'taken', card: 'line', cell: (row) => <span className="figures">{row.taken}{row.shown > 0 && <span className="text-ink-3"> · {Math.round((row.taken / row.shown) * 100)} %</span>}</span> },
  { key: 'createdAt', card: 'none' },
];

export default function Offers() {
  const { listing, may } = useLoaderData<typeof loader>();
  const add = may && <LinkButton kind="primary" to="/offers/new">Add offer</LinkButton>;
  return (
    <Page title="Upsell offers" about="What you suggest beside a cart or after an order. Shown counts carts and orders, not looks." crumbs={[{ label: 'Discounts', to: '/discounts' }]} actions={add}>
      <Table label="Upsell offers" listing={listing} columns={columns} empty={<NothingYet icon={Sparkles} title="No offers yet" action={add}>Who buys coffee may want a mug: suggest what goes together, at a better price if you like.</NothingYet>} />
    </Page>
  );
}
