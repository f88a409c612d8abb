import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput, Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import type { Return } from './order-shape.ts';
import { returnStages } from './returns-card.tsx';
import { returnReasons } from './return-sheet.tsx';

interface Row {
  id: string;
  name: string;
  orderId: string;
  stage: Return['stage'];
}

interface Rules {
  windowDays: number | null;
  says: string;
}

const views: readonly BuiltInView[] = [
  { key: 'to-answer', name: 'To answer', question: { filter: { stage: 'requested' } } },
  { key: 'expected', name: 'On their way', question: { filter: { stage: 'approved' } } },
];

export const meta = () => [{ title: 'Returns · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [rules, listing] = await Promise.all([ask<Rules>(args, 'orders.return-rules'), askList<Row>(args, 'orders.returns', { views })]);
  return { rules, listing, may: mayRun(args, 'orders.set-return-rules')['orders.set-return-rules'] === true };
}

export { PageError as ErrorBoundary };

const stageLabels = Object.fromEntries(Object.entries(returnStages).map(([stage, [says]]) => [stage, says]));
const reasonLabels = Object.fromEntries(returnReasons.map(({ value, label }) => [value, label]));

const columns: readonly Shown<Row>[] = [
  { key: 'name', opens: true, cell: (row) => <Link data-opens to={`/orders/${row.orderId}`} prefetch="intent" className="figures font-medium whitespace-nowrap">{row.name}</Link> },
  { key: 'stage', card: 'aside', labels: stageLabels, cell: (row) => <Badge tone={returnStages[row.stage][1]}>{returnStages[row.stage][0]}</Badge> },
  { key: 'customer', card: 'bare', className: 'max-w-[220px] truncate' },
  { key: 'what', card: 'bare', className: 'max-w-[320px] truncate' },
  { key: 'reason', card: 'line', labels: reasonLabels },
  { key: 'credited', card: 'line' },
  { key: 'createdAt', card: 'tag' },
  { key: 'exchange', only: 'filter' },
  { key: 'byCustomer', only: 'filter' },
];

export default function Returns() {
  const { rules, listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState(false);
  const says = rules.windowDays ? `Customers may ask for ${rules.windowDays === 1 ? 'a day' : `${rules.windowDays} days`} from delivery.` : 'Customers may ask at any time.';
  return (
    <Page title="Returns" about={`What customers send back or would like to. You answer on the page of the order. ${says}`} crumbs={[{ label: 'Orders', to: '/orders' }]} actions={may && <Button onClick={() => setEditing(true)}>Rules</Button>}>
      <Table label="Returns" listing={listing} columns={columns} live={['orders']} empty={<NothingYet icon={Undo2} title="No returns">A return appears here when a customer asks for one on the page of their order, or when you begin one.</NothingYet>} />
      <Dialog title="Rules for returns" about="They bind customers only. You may take anything back at any time." open={editing} onOpenChange={setEditing}>
        {editing && <RulesForm rules={rules} onClose={() => setEditing(false)} />}
      </Dialog>
    </Page>
  );
}

function RulesForm({ rules, onClose }: { rules: Rules; onClose(): void }) {
  const shape = (input: Record<string, unknown>) => ({ windowDays: null, says: '', ...input });
  return (
    <OperationForm operation="orders.set-return-rules" submit="Save" done="Rules saved" shape={shape} onDone={onClose} cancel={<Button onClick={onClose}>Cancel</Button>}>
      <Field label="Days to ask" name="windowDays" optional description="From delivery, or from sending where nobody told you that it arrived. Empty means at any time."><NumberInput name="windowDays" type="number" min={1} max={3650} defaultValue={rules.windowDays ?? ''} /></Field>
      <Field label="What customers read" name="says" optional description="Above the form on which they ask: who pays for sending it, what cannot be returned."><Textarea name="says" rows={4} maxLength={2000} defaultValue={rules.says} /></Field>
    </OperationForm>
  );
}
