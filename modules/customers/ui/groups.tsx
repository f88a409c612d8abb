import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface GroupRow {
  id: string;
  name: string;
  about: string;
  members: number;
}

export const meta = () => [{ title: 'Customer groups · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<GroupRow>(args, 'customers.groups'), may: mayRun(args, 'customers.create-group')['customers.create-group'] === true };
}

export { PageError as ErrorBoundary };

function columnsWith(change: ((row: GroupRow) => void) | undefined): readonly Shown<GroupRow>[] {
  return [
    { key: 'name', opens: true, cell: (row) => <Link data-opens to={`/customers?filter[groupIds]=${row.id}`} prefetch="intent" className="font-medium">{row.name}</Link> },
    { key: 'about', card: 'bare', className: 'max-w-[420px] truncate' },
    { key: 'members', card: 'aside' },
    { key: 'createdAt', card: 'none' },
    ...(change ? [{ key: 'change', header: 'Change', card: 'tag' as const, cell: (row: GroupRow) => <Button size="small" aria-label={`Change ${row.name}`} onClick={() => change(row)}>Change</Button> }] : []),
  ];
}

export default function Groups() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<GroupRow | 'new' | null>(null);
  useLive('customers');
  const add = may && <Button kind="primary" onClick={() => setEditing('new')}>Add group</Button>;
  return (
    <Page title="Customer groups" about="Customers you put together by hand. A group's customers are one click away." crumbs={[{ label: 'Customers', to: '/customers' }]} actions={add}>
      <Table label="Customer groups" listing={listing} columns={columnsWith(may ? setEditing : undefined)} empty={<NothingYet icon={UsersRound} title="No groups yet" action={add}>Make one for wholesale buyers, the press, or friends of the house.</NothingYet>} />
      <Dialog title={editing === 'new' ? 'Add group' : 'Change group'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <GroupForm group={editing === 'new' ? undefined : editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function GroupForm({ group, onDone }: { group: GroupRow | undefined; onDone(): void }) {
  const [asking, setAsking] = useState(false);
  const remove = useOperation('customers.delete-group', { done: 'Group deleted', onDone });
  return (
    <>
      <OperationForm operation={group ? 'customers.update-group' : 'customers.create-group'} input={group ? { id: group.id } : {}} submit={group ? 'Save' : 'Add'} done={group ? 'Group saved' : 'Group added'} onDone={onDone} cancel={<>{group && <Button kind="danger" className="mr-auto" onClick={() => setAsking(true)}>Delete</Button>}<Button onClick={onDone}>Cancel</Button></>}>
        <Field label="Name" name="name" required><Input name="name" defaultValue={group?.name} maxLength={80} autoFocus /></Field>
        <Field label="About" name="about" optional><Textarea name="about" defaultValue={group?.about} maxLength={500} /></Field>
      </OperationForm>
      {group && <ConfirmDialog title={`Delete ${group.name}?`} confirm="Delete group" open={asking} onOpenChange={setAsking} onConfirm={() => remove.run({ id: group.id })}>The customers in it stay.</ConfirmDialog>}
    </>
  );
}
