import { Users } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button, LinkButton } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useRecordPath } from '#ui/neighbours.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { TagFields, tagsOf } from '#ui/table/tag-fields.tsx';
import { Table } from '#ui/table/table.tsx';

interface CustomerRow {
  id: string;
  name: string;
  email: string;
}

const views: readonly BuiltInView[] = [
  { key: 'returning', name: 'Came back', question: { filter: { ordersCount: '2..' }, sort: '-ordersCount' } },
  { key: 'best', name: 'Spent most', question: { filter: { ordersCount: '1..' }, sort: '-totalSpent' } },
  { key: 'marketing', name: 'Get marketing', question: { filter: { acceptsMarketing: 'yes' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'customers.tag', label: 'Tag', fields: () => <TagFields />, shape: tagsOf },
  { operation: 'customers.update', label: 'Stop marketing', input: { acceptsMarketing: false }, about: 'They get no more marketing mail until they agree again.' },
];

export const meta = () => [{ title: 'Customers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<CustomerRow>(args, 'customers.list', { views, bulk }), may: mayRun(args, 'customers.create') };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<CustomerRow>[] = [
  { key: 'name', opens: true, className: 'sm:max-w-[280px]', cell: (row) => <Opening row={row} /> },
  { key: 'email', card: 'bare', className: 'max-w-[280px] truncate' },
  { key: 'ordersCount', card: 'line' },
  { key: 'totalSpent', card: 'aside' },
  { key: 'lastOrderAt', card: 'line' },
  { key: 'createdAt', card: 'none' },
  { key: 'groups', card: 'line', className: 'max-w-[200px] truncate' },
  { key: 'acceptsMarketing', only: 'filter' },
];

// Whoever opens a customer can go on to the next one of this very list.
function Opening({ row }: { row: CustomerRow }) {
  const path = useRecordPath();
  return <Link data-opens to={path(`/customers/${row.id}`)} prefetch="intent" className="line-clamp-2 font-medium">{row.name || row.email}</Link>;
}

export default function Customers() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  const add = may['customers.create'] && <Button kind="primary" onClick={() => setAdding(true)}>Add customer</Button>;
  return (
    <Page title="Customers" actions={<><LinkButton to="/customers/groups">Groups</LinkButton>{add}</>}>
      <Table label="Customers" listing={listing} columns={columns} bulk={bulk} live={['customers']} empty={<NothingYet icon={Users} title="No customers yet" action={add}>Everybody who buys appears here, with or without an account.</NothingYet>} />
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
