import { useMemo } from 'react';
import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ask } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { useDraft, type Draft as Editing } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { DraftItems, DraftMoney } from './draft-items.tsx';
import { formOf, inputOf, type Draft, type DraftAddress, type DraftForm } from './draft-shape.ts';

export const meta = () => [{ title: 'Draft order · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, workspace } = args.params;
  const draft = id ? await ask<Draft>(args, 'orders.get-draft', { id }) : null;
  if (draft?.orderId) throw redirect(`/w/${workspace}/orders/${draft.orderId}`);
  return { draft };
}

export { PageError as ErrorBoundary };

export default function DraftPage() {
  const { draft } = useLoaderData<typeof loader>();
  return <Editor key={draft?.id ?? 'new'} draft={draft} />;
}

function Editor({ draft }: { draft: Draft | null }) {
  const stored = useMemo(() => formOf(draft), [draft]);
  const form = useDraft<DraftForm>(stored);
  const create = useOperation<Draft>('orders.create-draft', { done: 'Draft saved', goTo: (made) => `/orders/drafts/${made.id}` });
  const update = useOperation<Draft>('orders.update-draft', { done: 'Draft saved' });
  const complete = useOperation<{ id: string }>('orders.complete-draft', { done: 'The order is placed', goTo: (order) => `/orders/${order.id}` });
  const saving = draft ? update : create;
  async function save() {
    const saved = await saving.run({ ...(draft && { id: draft.id }), ...inputOf(form.value) });
    if (saved) form.settle();
  }
  const ready = draft && !form.dirty;
  return (
    <Page title={draft ? 'Draft order' : 'New order'} width="reading" crumbs={[{ label: 'Orders', to: '/orders' }, { label: 'Drafts', to: '/orders/drafts' }]} about={ready ? 'Placing it promises the stock and makes it an order that waits for payment.' : 'Add items and a customer; saving works out shipping and tax.'} actions={ready && <Button kind="primary" pending={complete.pending} onClick={() => void complete.run({ id: draft.id })}>Place order</Button>}>
      <FieldErrors value={saving.fields}>
        <Columns
          main={<><DraftItems form={form} /><DraftMoney draft={draft} form={form} /></>}
          side={<><CustomerCard form={form} /><AddressCard form={form} /><NoteCard form={form} /></>}
        />
      </FieldErrors>
      <SaveBar what={draft ? 'Unsaved draft' : 'New draft'} dirty={form.dirty} pending={saving.pending} onSave={() => void save()} onDiscard={form.discard} />
    </Page>
  );
}

function CustomerCard({ form }: { form: Editing<DraftForm> }) {
  return (
    <Card title="Customer">
      <div className="flex flex-col gap-4">
        <Field label="Name" name="customerName" optional><Input value={form.value.customerName} maxLength={200} autoComplete="off" onChange={(event) => form.set('customerName', event.target.value)} /></Field>
        <Field label="Email" name="email" optional><Input type="email" value={form.value.email} autoComplete="off" onChange={(event) => form.set('email', event.target.value)} /></Field>
      </div>
    </Card>
  );
}

function AddressCard({ form }: { form: Editing<DraftForm> }) {
  const { address } = form.value;
  const text = (key: keyof DraftAddress, more: object = {}) => <Input value={address[key]} maxLength={200} autoComplete="off" onChange={(event) => form.set('address', { ...address, [key]: event.target.value })} {...more} />;
  return (
    <Card title="Delivery" about="Leave it empty when the goods are handed over.">
      <div className="flex flex-col gap-4">
        <Field label="Street and number" name="shippingAddress.line1" optional>{text('line1')}</Field>
        <Field label="Apartment, floor" name="shippingAddress.line2" optional>{text('line2')}</Field>
        <FieldRow>
          <Field label="City" name="shippingAddress.city">{text('city')}</Field>
          <Field label="Postcode" name="shippingAddress.postalCode">{text('postalCode')}</Field>
        </FieldRow>
        <FieldRow>
          <Field label="State" name="shippingAddress.region" optional>{text('region')}</Field>
          <Field label="Country" name="shippingAddress.country">{text('country', { maxLength: 2, placeholder: 'AU', className: 'uppercase' })}</Field>
        </FieldRow>
        <Field label="Phone" name="shippingAddress.phone" optional>{text('phone', { type: 'tel' })}</Field>
      </div>
    </Card>
  );
}

function NoteCard({ form }: { form: Editing<DraftForm> }) {
  return (
    <Card title="Note">
      <Field label="Note on the order" labelHidden name="note"><Textarea rows={2} value={form.value.note} maxLength={1000} onChange={(event) => form.set('note', event.target.value)} className="min-h-16!" /></Field>
    </Card>
  );
}
