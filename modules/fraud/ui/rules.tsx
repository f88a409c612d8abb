import { ListFilter, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button, IconButton } from '#ui/button.tsx';
import { Switch } from '#ui/choice.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Condition {
  /** Of this line of the form only. */
  line?: number;
  field: string;
  is: string;
  value: string;
}

interface Rule {
  id: string;
  name: string;
  active: boolean;
  action: string;
  points: number;
  rules: { match: string; conditions: Condition[] };
}

export const meta = () => [{ title: 'Rules for held orders · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Rule>(args, 'fraud.rules'), may: mayRun(args, 'fraud.save-rule')['fraud.save-rule'] === true };
}

export { PageError as ErrorBoundary };

const fields = [
  { value: 'score', label: 'Score' },
  { value: 'total', label: 'Total (minor units)' },
  { value: 'units', label: 'Units of one thing' },
  { value: 'email', label: 'Mail address' },
  { value: 'emailDomain', label: 'Mail domain' },
  { value: 'shippingCountry', label: 'Shipping country' },
  { value: 'billingCountry', label: 'Billing country' },
  { value: 'cardCountry', label: 'Country of the card' },
  { value: 'reason', label: 'Reason of the score' },
];
const words = [
  { value: 'equals', label: 'is' },
  { value: 'not', label: 'is not' },
  { value: 'contains', label: 'contains' },
  { value: 'over', label: 'is over' },
  { value: 'under', label: 'is under' },
];
const actions = [
  { value: 'hold', label: 'Hold the order' },
  { value: 'add', label: 'Add points' },
  { value: 'allow', label: 'Never hold it' },
];
const labelIn = (list: { value: string; label: string }[], value: string) => list.find((each) => each.value === value)?.label ?? value;

function sayRule({ match, conditions }: Rule['rules']): string {
  return conditions.map(({ field, is, value }) => `${labelIn(fields, field)} ${labelIn(words, is)} ${value}`).join(match === 'all' ? ' and ' : ' or ');
}

const columnsFor = (onEdit: ((row: Rule) => void) | undefined): readonly Shown<Rule>[] => [
  { key: 'name', opens: true, cell: (row) => (onEdit ? <button type="button" data-opens className="text-left font-medium hover:underline" onClick={() => onEdit(row)}>{row.name}</button> : row.name) },
  { key: 'rules', card: 'bare', cell: (row) => sayRule(row.rules) },
  { key: 'action', card: 'tag', labels: { hold: 'Hold', add: 'Add points', allow: 'Never hold' } },
  { key: 'points', card: 'line' },
  { key: 'active', card: 'line' },
  { key: 'createdAt', card: 'none' },
];

export default function FraudRules() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Partial<Rule> | null>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing({})}>Add rule</Button>;
  const columns = columnsFor(may ? setEditing : undefined);
  return (
    <Page title="Rules for held orders" about="What you know better than the score. Blocked and trusted buyers go before every rule." crumbs={[{ label: 'Held orders', to: '/orders/held' }]} actions={add}>
      <Table label="Rules" listing={listing} columns={columns} empty={<NothingYet icon={ListFilter} title="No rules yet" action={add}>The score alone decides. A rule can hold, allow or count orders more strictly by country, mail address, total or reason.</NothingYet>} />
      <Dialog title={editing?.id ? 'Change rule' : 'Add rule'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)} size="large">
        {editing && <RuleForm rule={editing} onClose={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

const first: Condition = { field: 'total', is: 'over', value: '' };

function RuleForm({ rule, onClose }: { rule: Partial<Rule>; onClose(): void }) {
  const [conditions, setConditions] = useState<readonly Condition[]>((rule.rules?.conditions ?? [first]).map((each, line) => ({ ...each, line })));
  const [action, setAction] = useState(rule.action ?? 'hold');
  const remove = useOperation('fraud.remove-rule', { done: 'Rule removed', onDone: onClose });
  const change = (i: number, what: Partial<Condition>) => setConditions(conditions.map((each, at) => (at === i ? { ...each, ...what } : each)));
  const shape = ({ name, active, points, match }: Record<string, unknown>) => ({ ...(rule.id && { id: rule.id }), name, active, action, points: action === 'add' ? (points ?? 0) : 0, rules: { match, conditions: conditions.map(({ field, is, value }) => ({ field, is, value })) } });
  return (
    <OperationForm operation="fraud.save-rule" shape={shape} submit="Save" done="Rule saved" onDone={onClose} cancel={<>{rule.id && <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: rule.id })}>Remove</Button>}<Button onClick={onClose}>Cancel</Button></>}>
      <Field label="Name" name="name" required><Input name="name" maxLength={100} defaultValue={rule.name} autoFocus /></Field>
      <Field label="When" name="match"><Select name="match" defaultValue={rule.rules?.match ?? 'all'} options={[{ value: 'all', label: 'All of these are so' }, { value: 'any', label: 'Any of these is so' }]} /></Field>
      <ul className="flex flex-col gap-2">
        {conditions.map((condition, i) => (
          <li key={condition.line} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)_auto]">
            <Select aria-label={`What, condition ${i + 1}`} value={condition.field} onChange={(event) => change(i, { field: event.target.value })} options={fields} />
            <Select aria-label={`How, condition ${i + 1}`} value={condition.is} onChange={(event) => change(i, { is: event.target.value })} options={words} />
            <Input aria-label={`Value, condition ${i + 1}`} value={condition.value} maxLength={255} onChange={(event) => change(i, { value: event.target.value })} />
            <IconButton label={`Leave out condition ${i + 1}`} disabled={conditions.length === 1} onClick={() => setConditions(conditions.filter((_, at) => at !== i))}><X aria-hidden className="size-4" /></IconButton>
          </li>
        ))}
      </ul>
      <Button size="small" kind="quiet" className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => setConditions([...conditions, { ...first, line: Math.max(...conditions.map(({ line = 0 }) => line)) + 1 }])}>Add condition</Button>
      <Field label="Then" name="action"><Select name="action" value={action} onChange={(event) => setAction(event.target.value)} options={actions} /></Field>
      {action === 'add' && <Field label="Points" name="points" description="Below zero makes an order look better." required><NumberInput name="points" type="number" min={-100} max={100} defaultValue={rule.points ?? 20} /></Field>}
      <Switch name="active" label="On" defaultChecked={rule.active ?? true} />
    </OperationForm>
  );
}
