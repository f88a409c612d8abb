import { Users } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface CustomerRow {
  id: string;
  name: string;
  email: string;
}

export const meta = () => [{ title: 'Customers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<CustomerRow>(args, 'customers.list'), may: mayRun(args, 'customers.create') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<CustomerRow>[] = [
  { key: 'name', opens: true, className: 'sm:max-w-[280px]', cell: (row) => <Link data-opens to={`/customers/${row.id}`} prefetch="intent" className="line-clamp-2 font-medium">{row.name || row.email}</Link> },
  { key: 'email', card: 'bare', className: 'max-w-[280px] truncate' },
  { key: 'ordersCount', card: 'line' },
  { key: 'totalSpent', card: 'aside' },
  { key: 'lastOrderAt', card: 'line' },
  { key: 'createdAt', card: 'none' },
  { key: 'acceptsMarketing', only: 'filter' },
];

export default function Customers() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  useLive('customers');
  const add = may['customers.create'] && <Button kind="primary" onClick={() => setAdding(true)}>Add customer</Button>;
  return (
    <Page title="Customers" actions={add}>
      <Table label="Customers" listing={listing} columns={columns} empty={<NothingYet icon={Users} title="No customers yet" action={add}>Everybody who buys appears here, with or without an account.</NothingYet>} />
      <Dialog title="Add customer" open={adding} onOpenChange={setAdding}>
        <OperationForm<{ id: string }> operation="customers.create" submit="Add customer" done="Customer added" goTo={({ id }) => `/customers/${id}`} cancel={<Button onClick={() => setAdding(false)}>Cancel</Button>}>
          <Field label="Email" name="email" required><Input name="email" type="email" autoComplete="off" autoFocus /></Field>
          <Field label="Name" name="name" optional><Input name="name" maxLength={120} autoComplete="off" /></Field>
          <Checkbox name="acceptsMarketing" label="Agreed to receive marketing mail" />
        </OperationForm>
      </Dialog>
    </Page>
  );
}
