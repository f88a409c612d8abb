import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button, LinkButton } from '#ui/button.tsx';
import { askIfAllowed, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';

interface Row {
  id: string;
  order: number;
  orderId: string;
  state: string;
  score: number;
  why: string;
}

const views = [{ key: 'held', name: 'To look at', question: { filter: { state: 'held' }, sort: '-score' } }];

export const meta = () => [{ title: 'Held orders · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [listing, settings] = await Promise.all([askList<Row>(args, 'fraud.checks', { views }), askIfAllowed<{ holdAt: number | null }>(args, 'fraud.settings')]);
  return { listing, holdAt: settings?.holdAt ?? null, may: mayRun(args, 'fraud.set-settings')['fraud.set-settings'] === true };
}

export { PageError as ErrorBoundary };

const tones: Record<string, Tone> = { held: 'warn', approved: 'good', rejected: 'bad', passed: 'plain' };
const words = { held: 'Held', approved: 'Approved', rejected: 'Refused', passed: 'Passed' };

const columns: readonly Shown<Row>[] = [
  { key: 'order', opens: true, cell: (row) => <Link data-opens to={`/orders/${row.orderId}`} prefetch="intent" className="font-medium">#{row.order}</Link> },
  { key: 'state', labels: words, card: 'tag', cell: (row) => <Badge tone={tones[row.state] ?? 'plain'}>{words[row.state as keyof typeof words] ?? row.state}</Badge> },
  { key: 'score', card: 'aside', cell: (row) => <span className="figures">{row.score}</span> },
  { key: 'why', card: 'bare', className: 'max-w-[420px] truncate' },
  { key: 'total', card: 'line' },
  { key: 'decidedBy', card: 'none' },
  { key: 'placedAt', card: 'line' },
];

export default function HeldOrders() {
  const { listing, holdAt, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState(false);
  useLive('orders');
  const says = holdAt === null ? 'No order is held because of its score.' : `Orders from a score of ${holdAt} on wait until somebody approves them.`;
  return (
    <Page title="Held orders" about={`Every order is looked at when it is placed and gets a score from 0 to 100. ${says}`} crumbs={[{ label: 'Orders', to: '/orders' }]} actions={<><LinkButton to="/orders/held/rules">Rules</LinkButton><LinkButton to="/orders/held/list">Blocked and trusted</LinkButton>{may && <Button kind="primary" onClick={() => setEditing(true)}>Threshold</Button>}</>}>
      <Table label="Orders by score" listing={listing} columns={columns} empty={<NothingYet icon={ShieldAlert} title="No orders looked at yet">Orders of your storefronts appear here with their score and why.</NothingYet>} />
      <Dialog title="From which score an order is held" about="Around 35 finds most attacks and few honest buyers. Leave it empty to hold nobody because of a score." open={editing} onOpenChange={setEditing}>
        {editing && (
          <OperationForm operation="fraud.set-settings" shape={(input) => ({ holdAt: null, ...input })} submit="Save" done="Threshold saved" onDone={() => setEditing(false)} cancel={<Button onClick={() => setEditing(false)}>Cancel</Button>}>
            <Field label="Score" name="holdAt" optional><NumberInput name="holdAt" type="number" min={1} max={100} defaultValue={holdAt ?? ''} autoFocus /></Field>
          </OperationForm>
        )}
      </Dialog>
    </Page>
  );
}
