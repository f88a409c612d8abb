import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Checkbox, Switch } from '#ui/choice.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors } from '#ui/field.tsx';
import { Input, NumberInput } from '#ui/input.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import type { Things } from './discount-shape.ts';
import { ThingsField } from './things-field.tsx';

type Place = 'cart' | 'order';

interface Offer {
  id: string;
  title: string;
  trigger: Things;
  names: Record<string, string>;
  productId: string;
  places: Place[];
  percent: number | null;
  active: boolean;
  shown: number;
  taken: number;
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.offer?.title ?? 'New offer'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const { id } = args.params;
  return { offer: id ? await ask<Offer>(args, 'offers.get', { id }) : null, may: mayRun(args, 'offers.create', 'offers.update', 'offers.delete') };
}

export { PageError as ErrorBoundary };

export default function OfferPage() {
  const { offer } = useLoaderData<typeof loader>();
  return <Editor key={offer?.id ?? 'new'} />;
}

type OfferDraft = Omit<Offer, 'id' | 'shown' | 'taken'>;

function draftOf(offer: Offer | null): OfferDraft {
  if (!offer) return { title: '', trigger: { productIds: [], collectionIds: [] }, names: {}, productId: '', places: ['cart'], percent: null, active: true };
  const { id: _id, shown: _shown, taken: _taken, ...rest } = offer;
  return rest;
}

function Editor() {
  const { offer, may } = useLoaderData<typeof loader>();
  const draft = useDraft(useMemo(() => draftOf(offer), [offer]));
  const { value, set } = draft;
  const saving = useSave(offer, value, draft.settle);
  const mayWrite = may[offer ? 'offers.update' : 'offers.create'] === true;
  const place = (of: Place) => set('places', value.places.includes(of) ? value.places.filter((each) => each !== of) : [...value.places, of]);
  return (
    <Page title={value.title || offer?.title || 'New offer'} width="reading" crumbs={[{ label: 'Upsell offers', to: '/offers' }]} actions={offer && may['offers.delete'] && <Remove offer={offer} />}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={
            <>
              <Card title="What is offered">
                <div className="flex flex-col gap-4">
                  <Field label="What shoppers read" name="title" required><Input value={value.title} maxLength={120} placeholder="Goes well with your coffee" onChange={(event) => set('title', event.target.value)} /></Field>
                  <ThingsField single legend="Product" nothing="No product is chosen yet." value={{ productIds: value.productId ? [value.productId] : [], collectionIds: [] }} names={value.names} onChange={(things, names) => draft.replace({ ...value, names, productId: things.productIds[0] ?? '' })} />
                  <Field label="Percent cheaper, in the cart" name="percent" optional description="For one of it, beside what triggers the offer."><NumberInput type="number" min={1} max={100} step={0.01} inputMode="decimal" value={value.percent === null ? '' : value.percent / 100} onChange={(event) => set('percent', event.target.value === '' ? null : Math.round(Number(event.target.value) * 100))} /></Field>
                </div>
              </Card>
              <Card title="To whom"><ThingsField legend="Who has one of these in the cart or order" nothing="Everybody." value={value.trigger} names={value.names} onChange={(trigger, names) => draft.replace({ ...value, trigger, names })} /></Card>
            </>
          }
          side={
            <>
              <Card title="Where">
                <fieldset className="flex flex-col gap-3">
                  <legend className="sr-only">Where</legend>
                  <Checkbox label="In the cart" checked={value.places.includes('cart')} onChange={() => place('cart')} />
                  <Checkbox label="After ordering" description="At its usual price, on the page that says thank you." checked={value.places.includes('order')} onChange={() => place('order')} />
                  <Switch label="On" checked={value.active} onChange={(event) => set('active', event.target.checked)} />
                </fieldset>
              </Card>
              {offer && <Card title="So far"><Facts facts={[['Shown', <span key="s" className="figures">{offer.shown}</span>], ['Taken', <span key="t" className="figures">{offer.taken}</span>]]} /></Card>}
            </>
          }
        />
      </FieldErrors>
      <SaveBar what={offer ? 'Unsaved offer' : 'New offer'} dirty={draft.dirty && mayWrite} pending={saving.pending} onSave={() => void saving.save()} onDiscard={draft.discard} />
    </Page>
  );
}

function useSave(offer: Offer | null, { names: _names, ...value }: OfferDraft, settle: () => void) {
  const create = useOperation<Offer>('offers.create');
  const update = useOperation<Offer>('offers.update');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function save(): Promise<void> {
    if (!value.productId) return void toast.refused('Choose the product you want to offer.');
    const saved = offer ? await update.run({ id: offer.id, ...value }) : await create.run(value);
    if (!saved) return;
    toast.done('Offer saved');
    settle();
    if (!offer) setTimeout(() => void navigate(inWorkspace(`/offers/${saved.id}`)), 0);
  }
  return { save, pending: create.pending || update.pending, fields: { ...create.fields, ...update.fields } };
}

function Remove({ offer }: { offer: Offer }) {
  const [open, setOpen] = useState(false);
  const remove = useOperation('offers.delete', { done: 'Offer deleted', goTo: '/offers' });
  return (
    <>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setOpen(true)}>Delete</Button>
      <ConfirmDialog title={`Delete “${offer.title}”?`} confirm="Delete offer" open={open} onOpenChange={setOpen} onConfirm={() => remove.run({ id: offer.id })}>Its counts go with it. Orders keep what they paid.</ConfirmDialog>
    </>
  );
}
