import { Heart } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';

interface WantedRow {
  id: string;
  title: string;
}

const views: readonly BuiltInView[] = [
  { key: 'restock', name: 'Waited for', question: { filter: { restock: '1..' }, sort: '-restock' } },
  { key: 'price', name: 'Too dear for some', question: { filter: { price: '1..' }, sort: '-price' } },
];

export const meta = () => [{ title: 'Wishes · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<WantedRow>(args, 'wishes.products', { views }) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<WantedRow>[] = [
  { key: 'title', opens: true, className: 'sm:max-w-[360px]', cell: (row) => <Link data-opens to={`/products/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.title}</Link> },
  { key: 'wished', card: 'line' },
  { key: 'restock', card: 'line' },
  { key: 'price', card: 'line' },
  { key: 'status', card: 'tag' },
];

export default function Wishes() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Wishes" about="What shoppers want: how many have it on their wishlist, wait until it is back, or watch its price." crumbs={[{ label: 'Customers', to: '/customers' }]} actions={<LinkButton to="/wishes/alerts">Who waits</LinkButton>}>
      <Table label="Wanted products" listing={listing} columns={columns} empty={<NothingYet icon={Heart} title="No wishes yet">As soon as somebody presses a heart in your shop, the product appears here.</NothingYet>} />
    </Page>
  );
}
