import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput, Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { RecordPick } from '#ui/record-pick.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface RuleRow {
  id: string;
  product: string;
  productId: string;
  months: number;
  terms: string;
}

type Editing = Pick<RuleRow, 'product' | 'productId'> & Partial<RuleRow>;

export const meta = () => [{ title: 'Warranties of products · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<RuleRow>(args, 'warranties.rules'), may: mayRun(args, 'warranties.set')['warranties.set'] === true };
}

export { PageError as ErrorBoundary };

function columnsWith(change: ((row: RuleRow) => void) | undefined): readonly Shown<RuleRow>[] {
  return [
    { key: 'product', opens: true, className: 'sm:max-w-[320px]', cell: (row) => <Link data-opens to={`/products/${row.productId}`} prefetch="intent" className="line-clamp-2 font-medium">{row.product}</Link> },
    { key: 'months', card: 'aside' },
    { key: 'terms', card: 'bare', className: 'max-w-[360px] truncate' },
    { key: 'updatedAt', card: 'none' },
    ...(change ? [{ key: 'change', header: 'Change', card: 'tag' as const, cell: (row: RuleRow) => <Button size="small" aria-label={`Change the warranty of ${row.product}`} onClick={() => change(row)}>Change</Button> }] : []),
  ];
}

export default function Rules() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Editing | 'choose' | null>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing('choose')}>Add warranty</Button>;
  return (
    <Page title="Warranties of products" about="Holds for what is sold from now on. Cards that were given keep what was promised then." crumbs={[{ label: 'Warranties', to: '/warranties' }]} actions={add}>
      <Table label="Warranties of products" listing={listing} columns={columnsWith(may ? setEditing : undefined)} empty={<NothingYet icon={ShieldCheck} title="No product has a warranty yet" action={add}>Choose a product and say for how many months you stand for it.</NothingYet>} />
      <Dialog title={editing === 'choose' ? 'For which product?' : `Warranty of ${editing?.product ?? ''}`} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing === 'choose' && <RecordPick list="/products" what="products" named="title" taken={new Set()} onPick={({ id, label }) => setEditing({ productId: id, product: label })} />}
        {editing && editing !== 'choose' && <RuleForm rule={editing} onDone={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function RuleForm({ rule, onDone }: { rule: Editing; onDone(): void }) {
  const [asking, setAsking] = useState(false);
  const remove = useOperation('warranties.remove', { done: 'Warranty taken away', onDone });
  return (
    <>
      <OperationForm operation="warranties.set" input={{ productId: rule.productId }} submit="Save" done="Warranty saved" onDone={onDone} cancel={<>{rule.id && <Button kind="danger" className="mr-auto" onClick={() => setAsking(true)}>Take away</Button>}<Button onClick={onDone}>Cancel</Button></>}>
        <Field label="Months" name="months" required><NumberInput name="months" defaultValue={rule.months ?? 24} autoFocus /></Field>
        <Field label="What it covers" name="terms" optional><Textarea name="terms" defaultValue={rule.terms} maxLength={2_000} /></Field>
      </OperationForm>
      <ConfirmDialog title={`Take the warranty of ${rule.product} away?`} confirm="Take away" open={asking} onOpenChange={setAsking} onConfirm={() => remove.run({ productId: rule.productId })}>Cards that were given stay valid.</ConfirmDialog>
    </>
  );
}
