import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Checkbox, Switch } from '#ui/choice.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { MoneyInput, type MoneyValue } from '#ui/money.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { reasonWords } from './words.tsx';

interface Rule {
  id: string;
  name: string;
  active: boolean;
  reasons: string[];
  upTo: MoneyValue;
  onlyUnshipped: boolean;
  acceptsDisputes: boolean;
}

export const meta = () => [{ title: 'Automatic refunds · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [listing, settings] = await Promise.all([askList<Rule>(args, 'disputes.rules'), ask<{ currency: string }>(args, 'workspace.settings')]);
  return { listing, currency: settings.currency, may: mayRun(args, 'disputes.save-rule')['disputes.save-rule'] === true };
}

export { PageError as ErrorBoundary };

const columnsFor = (onEdit: ((row: Rule) => void) | undefined): readonly Shown<Rule>[] => [
  { key: 'name', opens: true, cell: (row) => (onEdit ? <button type="button" data-opens className="text-left font-medium hover:underline" onClick={() => onEdit(row)}>{row.name}</button> : row.name) },
  { key: 'active', card: 'tag' },
  { key: 'upTo', card: 'aside' },
  { key: 'reasons', card: 'bare', cell: (row) => (row.reasons.length === 0 ? 'Any reason' : row.reasons.map((reason) => reasonWords[reason] ?? reason).join(', ')) },
  { key: 'onlyUnshipped', card: 'line' },
  { key: 'acceptsDisputes', card: 'line' },
  { key: 'used', card: 'line' },
  { key: 'createdAt', card: 'none' },
];

export default function DisputeRules() {
  const { listing, currency, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Partial<Rule> | null>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing({})}>Add rule</Button>;
  const columns = columnsFor(may ? setEditing : undefined);
  return (
    <Page title="Automatic refunds" about="Small sums that are given back without anybody looking: cheaper than a dispute that is lost." crumbs={[{ label: 'Disputes', to: '/disputes' }]} actions={add}>
      <Table label="Rules" listing={listing} columns={columns} empty={<NothingYet icon={Undo2} title="No rules yet" action={add}>People decide about every dispute. A rule can refund what is not worth a fight, such as a small order that was never shipped.</NothingYet>} />
      <Dialog title={editing?.id ? 'Change rule' : 'Add rule'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <RuleForm rule={editing} currency={editing.upTo?.currency ?? currency} onClose={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function RuleForm({ rule, currency, onClose }: { rule: Partial<Rule>; currency: string; onClose(): void }) {
  const remove = useOperation('disputes.remove-rule', { done: 'Rule removed', onDone: onClose });
  const shape = ({ name, active, onlyUnshipped, acceptsDisputes, upTo = { amount: 0, currency }, ...rest }: Record<string, unknown>) => ({
    ...(rule.id && { id: rule.id }), name, active, onlyUnshipped, acceptsDisputes,
    upTo,
    reasons: Object.keys(reasonWords).filter((reason) => rest[`reason-${reason}`] === true),
  });
  return (
    <OperationForm operation="disputes.save-rule" shape={shape} submit="Save" done="Rule saved" onDone={onClose} cancel={<>{rule.id && <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: rule.id })}>Remove</Button>}<Button onClick={onClose}>Cancel</Button></>}>
      <Field label="Name" name="name" required><Input name="name" maxLength={100} defaultValue={rule.name} autoFocus /></Field>
      <Field label="Up to" name="upTo" required><MoneyInput name="upTo" currency={currency} {...(rule.upTo && { amount: rule.upTo.amount })} /></Field>
      <fieldset className="flex flex-col gap-2"><legend className="mb-1 text-[13px] font-medium">For these reasons, or any when none is ticked</legend>{Object.entries(reasonWords).map(([reason, label]) => <Checkbox key={reason} name={`reason-${reason}`} label={label} defaultChecked={rule.reasons?.includes(reason) ?? false} />)}</fieldset>
      <Switch name="onlyUnshipped" label="Only if nothing was shipped" defaultChecked={rule.onlyUnshipped ?? true} />
      <Switch name="acceptsDisputes" label="Also accept disputes" description="Otherwise only inquiries are refunded, before they become one." defaultChecked={rule.acceptsDisputes ?? false} />
      <Switch name="active" label="On" defaultChecked={rule.active ?? true} />
    </OperationForm>
  );
}
