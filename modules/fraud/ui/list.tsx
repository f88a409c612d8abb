import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Row {
  id: string;
  value: string;
  kind: string;
  verdict: string;
  note: string;
}

export const meta = () => [{ title: 'Blocked and trusted buyers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'fraud.list'), may: mayRun(args, 'fraud.list-buyer')['fraud.list-buyer'] === true };
}

export { PageError as ErrorBoundary };

const kinds = { mail: 'Mail address', domain: 'Mail domain', place: 'Address' };

const columnsFor = (onRemove: ((row: Row) => void) | undefined): readonly Shown<Row>[] => [
  { key: 'value', opens: true, cell: (row) => <span className="font-medium break-words">{row.value}</span> },
  { key: 'kind', labels: kinds, card: 'bare' },
  { key: 'verdict', labels: { blocked: 'Blocked', trusted: 'Trusted' }, card: 'tag', cell: (row) => <Badge tone={row.verdict === 'blocked' ? 'bad' : 'good'}>{row.verdict === 'blocked' ? 'Blocked' : 'Trusted'}</Badge> },
  { key: 'note', card: 'line', cell: (row) => <>{row.note} {onRemove && <Button size="small" kind="quiet" aria-label={`Take ${row.value} off the list`} onClick={() => onRemove(row)}>Remove</Button>}</> },
  { key: 'createdAt', card: 'none' },
];

export default function BuyersList() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [adding, setAdding] = useState(false);
  const remove = useOperation('fraud.unlist-buyer', { done: 'Taken off the list' });
  const add = may && <Button kind="primary" onClick={() => setAdding(true)}>Add</Button>;
  const columns = columnsFor(may ? (row) => void remove.run({ id: row.id }) : undefined);
  return (
    <Page title="Blocked and trusted buyers" about="Orders of blocked buyers are always held, those of trusted ones never." crumbs={[{ label: 'Held orders', to: '/orders/held' }]} actions={add}>
      <Table label="Buyers" listing={listing} columns={columns} empty={<NothingYet icon={UserX} title="Nobody is on the list" action={add}>Refusing or approving a held order can put its buyer here.</NothingYet>} />
      <Dialog title="Block or trust" open={adding} onOpenChange={setAdding}>{adding && <AddForm onClose={() => setAdding(false)} />}</Dialog>
    </Page>
  );
}

function AddForm({ onClose }: { onClose(): void }) {
  const [kind, setKind] = useState('mail');
  return (
    <OperationForm operation="fraud.list-buyer" submit="Add" done="Added to the list" onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="What" name="kind"><Select name="kind" value={kind} onChange={(event) => setKind(event.target.value)} options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} /></Field>
      <Field label={kind === 'place' ? 'Street and number' : kind === 'mail' ? 'Mail address' : 'Domain'} name="value" required><Input name="value" maxLength={300} autoFocus /></Field>
      {kind === 'place' && <div className="grid grid-cols-2 gap-4"><Field label="Postcode" name="postalCode"><Input name="postalCode" maxLength={20} /></Field><Field label="Country" name="country"><Input name="country" maxLength={2} placeholder="AU" /></Field></div>}
      <Field label="Verdict" name="verdict"><Select name="verdict" defaultValue="blocked" options={[{ value: 'blocked', label: 'Blocked' }, { value: 'trusted', label: 'Trusted' }]} /></Field>
      <Field label="Note" name="note" optional><Input name="note" maxLength={300} /></Field>
    </OperationForm>
  );
}
