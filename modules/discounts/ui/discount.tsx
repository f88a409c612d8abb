import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { FieldErrors } from '#ui/field.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { useLocale } from '#ui/locale.tsx';
import { Money } from '#ui/money.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { ConditionsCard, LimitsCard, TimeCard, TogetherCard } from './discount-conditions.tsx';
import { HowCard, WhatCard } from './discount-gives.tsx';
import { draftOf, inputOf, previewOf, type Discount } from './discount-shape.ts';
import { DiscountState } from './discounts.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.discount?.title ?? 'New discount'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  const [discount, groups] = await Promise.all([id ? ask<Discount>(args, 'discounts.get', { id }) : null, askIfAllowed<{ data: { id: string; name: string }[] }>(args, 'customers.groups', { limit: 250 })]);
  return { discount, groups: groups?.data ?? [], may: mayRun(args, 'discounts.create', 'discounts.update', 'discounts.delete') };
}

export { PageError as ErrorBoundary };

export default function DiscountPage() {
  const { discount } = useLoaderData<typeof loader>();
  return <Editor key={discount?.id ?? 'new'} />;
}

function Editor() {
  const { discount, groups, may } = useLoaderData<typeof loader>();
  const here = useLocale();
  const { currency } = here;
  const stored = useMemo(() => draftOf(discount), [discount]);
  const draft = useDraft(stored);
  const saving = useSave(discount, draft.value, draft.settle);
  const mayWrite = may[discount ? 'discounts.update' : 'discounts.create'] === true;
  return (
    <Page title={draft.value.title || discount?.title || 'New discount'} width="reading" crumbs={[{ label: 'Discounts', to: '/discounts' }]} beside={discount && <DiscountState state={discount.state} />} actions={discount && may['discounts.delete'] && <Remove discount={discount} />}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={<><HowCard draft={draft} /><WhatCard draft={draft} currency={currency} /><ConditionsCard draft={draft} groups={groups} currency={currency} /><LimitsCard draft={draft} /><TogetherCard draft={draft} /></>}
          side={<><Preview says={previewOf(draft.value, here)} />{discount && <Figures discount={discount} />}<TimeCard draft={draft} /></>}
        />
      </FieldErrors>
      <SaveBar what={discount ? 'Unsaved discount' : 'New discount'} dirty={draft.dirty && mayWrite} pending={saving.pending} onSave={() => void saving.save()} onDiscard={draft.discard} />
    </Page>
  );
}

function Preview({ says }: { says: string }) {
  return <Card title="In one sentence"><p aria-live="polite" className="text-pretty break-words">{says}</p></Card>;
}

function Figures({ discount }: { discount: Discount }) {
  const given = discount.given.length === 0 ? '–' : <span className="flex flex-col">{discount.given.map((sum) => <Money key={sum.currency} value={sum} />)}</span>;
  return <Card title="So far"><Facts facts={[['Times used', <span key="n" className="figures">{discount.timesUsed}{discount.maxUses !== null && ` of ${discount.maxUses}`}</span>], ['Given', given]]} /></Card>;
}

function useSave(discount: Discount | null, value: ReturnType<typeof draftOf>, settle: () => void) {
  const create = useOperation<Discount>('discounts.create');
  const update = useOperation<Discount>('discounts.update');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function save(): Promise<void> {
    const saved = discount ? await update.run({ id: discount.id, ...inputOf(value) }) : await create.run(inputOf(value));
    if (!saved) return;
    toast.done('Discount saved');
    settle();
    if (!discount) setTimeout(() => void navigate(inWorkspace(`/discounts/${saved.id}`)), 0);
  }
  return { save, pending: create.pending || update.pending, fields: { ...create.fields, ...update.fields } };
}

function Remove({ discount }: { discount: Discount }) {
  const [open, setOpen] = useState(false);
  const remove = useOperation('discounts.delete', { done: 'Discount deleted', goTo: '/discounts' });
  if (discount.timesUsed > 0) return null;
  return (
    <>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog title={`Delete “${discount.title}”?`} confirm="Delete discount" open={open} onOpenChange={setOpen} onConfirm={() => remove.run({ id: discount.id })}>No order has used it, so nothing else changes.</ConfirmDialog>
    </>
  );
}
