import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface CountRow {
  id: string;
  number: number;
  state: 'open' | 'submitted' | 'approved' | 'cancelled';
  location: string;
  lines: number;
  counted: number;
}

export const meta = () => [{ title: 'Stock counts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { data: locations } = await ask<{ data: { id: string; name: string }[] }>(args, 'locations.list');
  return { locations, listing: await askList<CountRow>(args, 'stock.counts', { values: { location: locations.map((each) => each.name) } }), may: mayRun(args, 'stock.start-count') };
}

export { PageError as ErrorBoundary };

const words = { open: 'Counting', submitted: 'To approve', approved: 'Approved', cancelled: 'Cancelled' };
const looks = { open: 'processing', submitted: 'pending', approved: 'completed', cancelled: 'cancelled' };

export function CountState({ state }: { state: CountRow['state'] }) {
  return <StatusBadge status={looks[state]} label={words[state]} />;
}

const columns: readonly Shown<CountRow>[] = [
  { key: 'number', opens: true, cell: (row) => <Link data-opens to={`/inventory/counts/${row.id}`} prefetch="intent" className="figures font-medium">C-{row.number}</Link> },
  { key: 'state', labels: words, card: 'tag', cell: (row) => <CountState state={row.state} /> },
  { key: 'location', card: 'line', cell: (row) => row.location },
  { key: 'counted', card: 'aside', cell: (row) => <span className="figures">{row.counted} of {row.lines}</span> },
  { key: 'differences', card: 'line' },
  { key: 'createdBy', card: 'tag' },
  { key: 'createdAt', card: 'tag' },
  { key: 'note', card: 'bare', className: 'max-w-[220px] truncate' },
];

export default function Counts() {
  const { listing, locations, may } = useLoaderData<typeof loader>();
  const [starting, setStarting] = useState(false);
  useLive('inventory');
  const add = may['stock.start-count'] && <Button kind="primary" onClick={() => setStarting(true)}>Start a count</Button>;
  return (
    <Page title="Stock counts" about="Count what really lies there; differences are posted when somebody approves them." crumbs={[{ label: 'Inventory', to: '/inventory' }]} actions={add}>
      <Table label="Stock counts" listing={listing} columns={columns} empty={<NothingYet icon={ClipboardList} title="Nothing was counted yet" action={add}>A count sheet lists everything kept at one location.</NothingYet>} />
      <Dialog title="Start a count" open={starting} onOpenChange={setStarting}>
        <OperationForm<{ id: string }> operation="stock.start-count" submit="Start" goTo={({ id }) => `/inventory/counts/${id}`} cancel={<Button onClick={() => setStarting(false)}>Cancel</Button>}>
          <Field label="Location" name="locationId"><Select name="locationId" options={locations.map(({ id, name }) => ({ value: id, label: name }))} /></Field>
          <Checkbox name="blind" label="Blind: hide what should be there until the count is handed in" />
          <Field label="Note" name="note" optional><Input name="note" maxLength={500} /></Field>
        </OperationForm>
      </Dialog>
    </Page>
  );
}
