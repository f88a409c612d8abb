import { Ruler } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface GuideRow {
  id: string;
  name: string;
}

export const meta = () => [{ title: 'Size guides · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<GuideRow>(args, 'size-guides.list'), may: mayRun(args, 'size-guides.create')['size-guides.create'] === true };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<GuideRow>[] = [
  { key: 'name', opens: true, cell: (row) => <Link data-opens to={`/size-guides/${row.id}`} prefetch="intent" className="font-medium">{row.name}</Link> },
  { key: 'sizes', card: 'bare', className: 'max-w-[320px] truncate' },
  { key: 'products', card: 'line' },
  { key: 'categories', card: 'line' },
  { key: 'updatedAt', card: 'none' },
];

export default function SizeGuides() {
  const { listing, may } = useLoaderData<typeof loader>();
  const add = may && <LinkButton to="/size-guides/new" kind="primary">Add size guide</LinkButton>;
  return (
    <Page title="Size guides" about="Tables of measures for products and categories. Shoppers type theirs and hear their size." crumbs={[{ label: 'Products', to: '/products' }]} actions={add}>
      <Table label="Size guides" listing={listing} columns={columns} empty={<NothingYet icon={Ruler} title="No size guides yet" action={add}>Rings, shirts, shoes: a table once, and fewer things come back.</NothingYet>} />
    </Page>
  );
}
