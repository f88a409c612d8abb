import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox, Switch } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { useLocale } from '#ui/locale.tsx';
import { MoneyInput } from '#ui/money.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { Select } from '#ui/select.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { UNITS } from '../calendar.ts';
import { draftOf, inputOf, type Plan, type PlanDraft } from './plan-shape.ts';
import { ProductsField } from './products-field.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.plan?.name ?? 'New plan'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  return { plan: id ? await ask<Plan>(args, 'subscriptions.plan', { id }) : null, may: mayRun(args, 'subscriptions.create-plan', 'subscriptions.update-plan', 'subscriptions.delete-plan') };
}

export { PageError as ErrorBoundary };

export default function PlanPage() {
  const { plan } = useLoaderData<typeof loader>();
  return <Editor key={plan?.id ?? 'new'} />;
}

function Editor() {
  const { plan, may } = useLoaderData<typeof loader>();
  const draft = useDraft(useMemo(() => draftOf(plan), [plan]));
  const { value, set } = draft;
  const saving = useSave(plan, value, draft.settle);
  const mayWrite = may[plan ? 'subscriptions.update-plan' : 'subscriptions.create-plan'] === true;
  return (
    <Page title={value.name || plan?.name || 'New plan'} width="reading" crumbs={[{ label: 'Plans', to: '/subscriptions/plans' }]} actions={plan && may['subscriptions.delete-plan'] && <Remove plan={plan} />}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={<><Rhythm draft={draft} /><Price draft={draft} /></>}
          side={
            <>
              <Card title="What it sells"><ProductsField ids={[...value.productIds, ...value.variantIds]} names={value.names} onAdd={(id, name) => draft.replace({ ...value, productIds: [...value.productIds, id], names: { ...value.names, [id]: name } })} onRemove={(id) => draft.replace({ ...value, productIds: value.productIds.filter((each) => each !== id), variantIds: value.variantIds.filter((each) => each !== id) })} /></Card>
              <Card title="On offer"><Switch label="Shoppers can choose it" checked={value.active} onChange={(event) => set('active', event.target.checked)} /></Card>
            </>
          }
        />
      </FieldErrors>
      <SaveBar what={plan ? 'Unsaved plan' : 'New plan'} dirty={draft.dirty && mayWrite} pending={saving.pending} onSave={() => void saving.save()} onDiscard={draft.discard} />
    </Page>
  );
}

interface Part {
  draft: Draft<PlanDraft>;
}

function Rhythm({ draft: { value, set } }: Part) {
  return (
    <Card title="How often">
      <div className="flex flex-col gap-4">
        <Field label="Name" name="name" optional description="Only you read it; without one it is called by its rhythm."><Input value={value.name} maxLength={120} onChange={(event) => set('name', event.target.value)} /></Field>
        <FieldRow>
          <Field label="Every" name="count" required><NumberInput type="number" min={1} max={365} value={value.count} onChange={(event) => set('count', Number(event.target.value))} /></Field>
          <Field label="Interval" name="unit"><Select value={value.unit} onChange={(event) => set('unit', event.target.value as PlanDraft['unit'])} options={UNITS.map((unit) => ({ value: unit, label: value.count === 1 ? unit : `${unit}s` }))} /></Field>
        </FieldRow>
        <Checkbox label="One piece lasts that long" description="Whoever takes two gets them half as often, and may say how long one lasts for them." checked={value.perPiece} onChange={(event) => set('perPiece', event.target.checked)} />
        <FieldRow>
          <Field label="Free days at first" name="trialDays" description="The first delivery costs nothing then."><NumberInput type="number" min={0} max={365} value={value.trialDays} onChange={(event) => set('trialDays', Number(event.target.value))} /></Field>
          <Field label="At least so many deliveries" name="minCycles" description="0 = it can be ended at any time."><NumberInput type="number" min={0} max={120} value={value.minCycles} onChange={(event) => set('minCycles', Number(event.target.value))} /></Field>
        </FieldRow>
      </div>
    </Card>
  );
}

function Price({ draft: { value, set } }: Part) {
  const { currency } = useLocale();
  const price = (amount: number | undefined) => {
    const { [currency]: _gone, ...others } = value.prices;
    set('prices', amount === undefined ? others : { ...others, [currency]: amount });
  };
  return (
    <Card title="For how much">
      <FieldRow>
        <Field label="Percent cheaper than once" name="offBasisPoints"><NumberInput type="number" min={0} max={100} step={0.01} inputMode="decimal" value={value.offBasisPoints / 100} onChange={(event) => set('offBasisPoints', Math.round(Number(event.target.value) * 100))} /></Field>
        <Field label="Or its own price" name="prices" optional description="For each piece; it holds instead."><MoneyInput currency={currency} amount={value.prices[currency] ?? null} onAmount={price} /></Field>
      </FieldRow>
    </Card>
  );
}

function useSave(plan: Plan | null, value: PlanDraft, settle: () => void) {
  const create = useOperation<Plan>('subscriptions.create-plan');
  const update = useOperation<Plan>('subscriptions.update-plan');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function save(): Promise<void> {
    const saved = plan ? await update.run({ id: plan.id, ...inputOf(value) }) : await create.run(inputOf(value));
    if (!saved) return;
    toast.done('Plan saved');
    settle();
    if (!plan) setTimeout(() => void navigate(inWorkspace(`/subscriptions/plans/${saved.id}`)), 0);
  }
  return { save, pending: create.pending || update.pending, fields: { ...create.fields, ...update.fields } };
}

function Remove({ plan }: { plan: Plan }) {
  const [open, setOpen] = useState(false);
  const remove = useOperation('subscriptions.delete-plan', { done: 'Plan deleted', goTo: '/subscriptions/plans' });
  return (
    <>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog title={`Delete “${plan.name}”?`} confirm="Delete plan" open={open} onOpenChange={setOpen} onConfirm={() => remove.run({ id: plan.id })}>Nobody can choose it any more. Subscriptions that run on it go on as they were agreed.</ConfirmDialog>
    </>
  );
}
