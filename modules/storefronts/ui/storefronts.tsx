import { Store } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface StorefrontRow {
  id: string;
  name: string;
  slug: string;
  domain: string | null;
  keyPrefix: string;
  active: boolean;
}

export const meta = () => [{ title: 'Storefronts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<StorefrontRow>(args, 'storefronts.list'), may: mayRun(args, 'storefronts.create') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<StorefrontRow>[] = [
  { key: 'name', opens: true, className: 'max-w-[320px]', cell: (row) => <Link data-opens to={`/storefronts/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.name}</Link> },
  { key: 'active', header: 'State', card: 'aside', labels: { yes: 'Open', no: 'Closed' }, cell: (row) => <StatusBadge status={row.active ? 'active' : 'closed'} label={row.active ? 'Open' : 'Closed'} /> },
  { key: 'domain', header: 'Address', card: 'bare', cell: (row) => row.domain ?? `/shops/${row.slug}` },
  { key: 'currency', card: 'tag' },
  { key: 'keyPrefix', header: 'Key', card: 'none', cell: (row) => <code className="font-mono text-[13px] text-ink-2">{row.keyPrefix}…</code> },
  { key: 'createdAt', card: 'none' },
];

export default function Storefronts() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  const add = may['storefronts.create'] && <Button kind="primary" onClick={() => setAdding(true)}>Add storefront</Button>;
  return (
    <Page title="Storefronts" about="Shop fronts and programs that sell from this workspace. Each has its own key and permissions." actions={add}>
      <Table label="Storefronts" listing={listing} columns={columns} empty={<NothingYet icon={Store} title="No storefront yet" action={add}>Open one to get a shop page at once and a key for your own website.</NothingYet>} />
      <Dialog title="Add storefront" open={adding} onOpenChange={setAdding}>
        <OperationForm<{ id: string }> operation="storefronts.create" submit="Add storefront" done="Storefront added" goTo={({ id }) => `/storefronts/${id}`} cancel={<Button onClick={() => setAdding(false)}>Cancel</Button>}>
          <Field label="Name" name="name" required><Input name="name" maxLength={80} autoFocus /></Field>
          <Field label="Domain" name="domain" optional description="The host shoppers use. You can add it later."><Input name="domain" placeholder="shop.example.com" inputMode="url" /></Field>
        </OperationForm>
      </Dialog>
    </Page>
  );
}
