import { ImageOff, Package } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { TagFields, tagsOf } from '#ui/table/tag-fields.tsx';
import { Table } from '#ui/table/table.tsx';

interface ProductRow {
  id: string;
  title: string;
  imageUrl: string | null;
  status: string;
  brand: string;
  productType: string;
  price: MoneyValue | null;
  variantCount: number;
}

const views: readonly BuiltInView[] = [
  { key: 'active', name: 'Active', question: { filter: { status: 'active' } } },
  { key: 'draft', name: 'Drafts', question: { filter: { status: 'draft' } } },
  { key: 'archived', name: 'Archived', question: { filter: { status: 'archived' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'products.update', label: 'Activate', input: { status: 'active' }, about: 'They are for sale in the storefronts at once.' },
  { operation: 'products.archive', label: 'Archive', about: 'They leave the storefronts; everything about them is kept.' },
  { operation: 'products.tag', label: 'Tag', fields: () => <TagFields />, shape: tagsOf },
  { operation: 'products.update', label: 'Make drafts', input: { status: 'draft' }, about: 'They leave the storefronts until they are active again.' },
  { operation: 'products.delete', label: 'Delete', tone: 'danger', about: 'For good. Products that stock or orders speak of are kept and told in the report.' },
];

export const meta = () => [{ title: 'Products · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<ProductRow>(args, 'products.list', { views, bulk }), may: mayRun(args, 'products.create') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<ProductRow>[] = [
  { key: 'title', opens: true, className: 'sm:max-w-[420px]', cell: (row) => <Title row={row} /> },
  { key: 'status', card: 'tag' },
  { key: 'productType', card: 'tag', className: 'max-w-[180px] truncate' },
  { key: 'brand', card: 'none', className: 'max-w-[180px] truncate' },
  { key: 'variantCount', card: 'none' },
  { key: 'price', card: 'aside', cell: (row) => <Price row={row} /> },
  { key: 'updatedAt', card: 'none' },
  { key: 'tags', only: 'filter' },
];

function Title({ row }: { row: ProductRow }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      {row.imageUrl ? <img src={row.imageUrl} alt="" loading="lazy" width={36} height={36} className="size-9 shrink-0 rounded-md border border-line bg-sunken object-cover" /> : <span className="grid size-9 shrink-0 place-items-center rounded-md border border-line bg-sunken text-ink-3"><ImageOff aria-hidden className="size-4" /></span>}
      <Link data-opens to={`/products/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.title}</Link>
    </span>
  );
}

function Price({ row }: { row: ProductRow }) {
  const { price } = row;
  return price && price.currency !== 'XXX' ? <Money value={price} /> : <span className="text-ink-3">No price</span>;
}

export default function Products() {
  const { listing, may } = useLoaderData<typeof loader>();
  const add = may['products.create'] && <LinkButton kind="primary" to="/products/new">Add product</LinkButton>;
  const transfer = <LinkButton to="/products/transfer">Import and export</LinkButton>;
  return (
    <Page title="Products" actions={<>{transfer}{add}</>}>
      <Table label="Products" listing={listing} columns={columns} bulk={bulk} live={['products']} empty={
        <NothingYet icon={Package} title="Your catalogue is empty" action={<>{add}{transfer}</>}>Add what you sell, with its variants, prices and pictures.</NothingYet>
      } />
    </Page>
  );
}
