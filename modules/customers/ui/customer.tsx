import { useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { Avatar } from '#ui/avatar.tsx';
import { Badge, StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { ConfirmDialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field, FieldErrors, FieldRow } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { Link, TextLink, useWorkspacePath } from '#ui/link.tsx';
import { useLive, useWorkspaceId } from '#ui/live.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';
import { neighboursOf } from '#ui/neighbours.server.ts';
import { Neighbours, type Neighbouring } from '#ui/neighbours.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { SaveBar } from '#ui/save-bar.tsx';
import { TagsInput } from '#ui/tags-input.tsx';
import { toast } from '#ui/toast.tsx';
import { useDraft, type Draft } from '#ui/use-draft.ts';
import { useOperation } from '#ui/use-operation.ts';
import { Addresses, type CustomerAddress } from './addresses.tsx';
import { CustomerTimeline, GroupsCard, type Entry, type GroupChoice } from './customer-timeline.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { saveCustomerData } from './save-data.ts';

export interface Customer {
  id: string;
  email: string;
  name: string;
  phone: string | null;
  acceptsMarketing: boolean;
  emailVerified: boolean;
  hasAccount: boolean;
  eraseAt: string | null;
  notes: string;
  tags: string[];
  ordersCount: number;
  totalSpent: MoneyValue | null;
  lastOrderAt: string | null;
  createdAt: string;
  addresses: CustomerAddress[];
}

interface OrderRow {
  id: string;
  number: number;
  placedAt: string;
  payment: string;
  fulfilment: string;
  total: MoneyValue;
}

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData?.customer.name || loaderData?.customer.email || 'Customer'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id!;
  const [customer, orders, timeline, beside] = await Promise.all([
    ask<Customer>(args, 'customers.get', { id }),
    askIfAllowed<{ data: OrderRow[]; total: number }>(args, 'orders.list', { filter: { customerId: id }, limit: 10 }),
    ask<{ data: Entry[]; groups: GroupChoice[] }>(args, 'customers.timeline', { id }),
    neighboursOf(args, 'customers.list', id),
  ]);
  return { customer, orders, timeline, beside, may: mayRun(args, 'customers.merge', 'customers.add-note', 'customers.set-groups', 'customers.update', 'customers.erase', 'customers.add-address', 'customers.update-address', 'customers.remove-address') };
}

export { PageError as ErrorBoundary };

type Editable = Pick<Customer, 'name' | 'email' | 'acceptsMarketing' | 'notes' | 'tags'> & { phone: string };

export default function CustomerPage() {
  const { customer, orders, timeline, beside, may } = useLoaderData<typeof loader>();
  const [merging, setMerging] = useState(false);
  const [erasing, setErasing] = useState(false);
  const { name, email, acceptsMarketing, notes, tags } = customer;
  const draft = useDraft<Editable>({ name, email, acceptsMarketing, notes, tags, phone: customer.phone ?? '' });
  const update = useOperation('customers.update', { done: 'Customer saved' });
  useLive('customers', 'orders');
  async function save() {
    const saved = await update.run({ id: customer.id, ...draft.value, phone: draft.value.phone.trim() || null });
    if (saved) draft.settle();
  }
  const title = <span className="flex min-w-0 items-center gap-3"><Avatar name={name || email} size="large" /><span className="min-w-0">{name || email}</span></span>;
  return (
    <Page title={title} width="reading" crumbs={[{ label: 'Customers', to: '/customers' }]} actions={<Actions customer={customer} may={may} onMerge={() => setMerging(true)} onErase={() => setErasing(true)} beside={beside} />} beside={<>{customer.hasAccount ? <Badge tone="info">Has an account</Badge> : <Badge>Guest</Badge>}{customer.eraseAt && <Badge tone="warn">Will be erased</Badge>}</>}>
      <FieldErrors value={update.fields}>
        <Columns
          main={<>{orders && <OrdersCard orders={orders} customerId={customer.id} />}<DetailsCard draft={draft} disabled={!may['customers.update']} /><CustomerTimeline customerId={customer.id} entries={timeline.data} mayWrite={may['customers.add-note'] === true} /></>}
          side={<><FiguresCard customer={customer} /><GroupsCard customerId={customer.id} groups={timeline.groups} mayWrite={may['customers.set-groups'] === true} /><Addresses customerId={customer.id} addresses={customer.addresses} may={may} /></>}
        />
      </FieldErrors>
      <EraseDialog customer={customer} open={erasing} onClose={() => setErasing(false)} />
      <MergeDialog customer={customer} open={merging} onClose={() => setMerging(false)} />
      <SaveBar what="Unsaved customer" dirty={draft.dirty} pending={update.pending} onSave={() => void save()} onDiscard={draft.discard} />
    </Page>
  );
}

function EraseDialog({ customer, open, onClose }: { customer: Customer; open: boolean; onClose(): void }) {
  const erase = useOperation<{ erased: boolean }>('customers.erase');
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  async function go() {
    const answer = await erase.run({ id: customer.id, email: customer.email });
    if (answer?.erased) void navigate(inWorkspace('/customers'));
    else if (answer) toast.done('An order is still under way. They are erased when it is done.');
  }
  return (
    <ConfirmDialog title={`Erase ${customer.name || customer.email}?`} confirm="Erase for good" open={open} onOpenChange={(next) => !next && onClose()} onConfirm={go}>
      For somebody who asked to be forgotten. Their account, addresses, notes and mails go; what they bought stays in the books without their name, and invoices stay as the law wants it. It cannot be undone.
    </ConfirmDialog>
  );
}

interface ActionsProps {
  customer: Customer;
  may: Record<string, boolean>;
  beside: Neighbouring | null;
  onMerge(): void;
  onErase(): void;
}

function Actions({ customer, may, beside, onMerge, onErase }: ActionsProps) {
  const workspaceId = useWorkspaceId();
  const save = async () => void ((await saveCustomerData(workspaceId, customer)) || toast.refused('The data could not be had. Try again.'));
  return (
    <>
      <Neighbours beside={beside} path="/customers" />
      {may['customers.update'] && <Button onClick={() => void save()}>Download data</Button>}
      {may['customers.merge'] && <Button onClick={onMerge}>Merge</Button>}
      {may['customers.erase'] && <Button onClick={onErase}>Erase</Button>}
    </>
  );
}

function DetailsCard({ draft, disabled }: { draft: Draft<Editable>; disabled: boolean }) {
  const { value, set } = draft;
  return (
    <Card title="Details">
      <fieldset disabled={disabled} className="flex flex-col gap-4">
        <legend className="sr-only">Details</legend>
        <FieldRow>
          <Field label="Name" name="name"><Input value={value.name} maxLength={120} onChange={(event) => set('name', event.target.value)} /></Field>
          <Field label="Phone" name="phone" optional><Input type="tel" value={value.phone} maxLength={40} onChange={(event) => set('phone', event.target.value)} /></Field>
        </FieldRow>
        <Field label="Email" name="email"><Input type="email" value={value.email} onChange={(event) => set('email', event.target.value)} /></Field>
        <Checkbox label="Agreed to receive marketing mail" checked={value.acceptsMarketing} onChange={(event) => set('acceptsMarketing', event.target.checked)} />
        <Field label="Tags" name="tags" optional><TagsInput value={value.tags} onChange={(tags) => set('tags', tags)} /></Field>
        <Field label="Notes for colleagues" name="notes" optional><Textarea value={value.notes} maxLength={5000} onChange={(event) => set('notes', event.target.value)} /></Field>
      </fieldset>
    </Card>
  );
}

function averageOf({ totalSpent, ordersCount }: Customer): MoneyValue | null {
  return totalSpent && ordersCount > 0 ? { ...totalSpent, amount: Math.round(totalSpent.amount / ordersCount) } : null;
}

function FiguresCard({ customer }: { customer: Customer }) {
  return (
    <Card title="So far">
      <Facts facts={[['Orders', <span key="n" className="figures">{customer.ordersCount}</span>], ['Spent', <Money key="s" value={customer.totalSpent} />], ['Average order', <Money key="a" value={averageOf(customer)} />], ['Last order', <DateTime key="l" at={customer.lastOrderAt} />], ['Since', <DateTime key="c" at={customer.createdAt} as="date" />]]} />
    </Card>
  );
}

function OrdersCard({ orders, customerId }: { orders: { data: OrderRow[]; total: number }; customerId: string }) {
  return (
    <Card title="Orders" padding="none" actions={orders.total > orders.data.length && <TextLink to={`/orders?filter[customerId]=${customerId}`}>All {orders.total}</TextLink>}>
      {orders.data.length === 0 && <p className="px-4 pb-5 text-ink-3 sm:px-5">Has not bought anything yet.</p>}
      <ul className="divide-y divide-line">
        {orders.data.map((order) => (
          <li key={order.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 sm:px-5">
            <Link to={`/orders/${order.id}`} prefetch="intent" className="figures font-medium hover:underline">#{order.number}</Link>
            <span className="flex-1 text-[13px] text-ink-2"><DateTime at={order.placedAt} /></span>
            <StatusBadge status={order.payment} />
            <StatusBadge status={order.fulfilment} />
            <Money value={order.total} className="ml-auto min-w-20 text-right" />
          </li>
        ))}
      </ul>
    </Card>
  );
}
