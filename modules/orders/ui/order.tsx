import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, useNavigate, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, askIfAllowed, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { RecordPresence } from '#ui/presence.tsx';
import { useShortcut } from '#ui/shortcuts.tsx';
import { CheckCard, type OrderCheck } from './check-card.tsx';
import { ConversationCard, type OrderConversation } from './conversation-card.tsx';
import { DisputesCard, type OrderDispute } from './disputes-card.tsx';
import { DetailsSheet } from './details-sheet.tsx';
import { readList } from './list-context.ts';
import { TellEditing } from './order-sheet.tsx';
import { OrderActions } from './order-actions.tsx';
import { ItemsCard } from './order-items.tsx';
import { MoneyCard } from './order-money.tsx';
import { OrderSide } from './order-side.tsx';
import type { Colleague, Mail, Order, Place } from './order-shape.ts';
import { Timeline } from './order-timeline.tsx';
import { ParcelsCard } from './parcels-card.tsx';
import { PapersMenu } from './papers-menu.tsx';
import { ReturnsCard } from './returns-card.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData ? `Order #${loaderData.order.number}` : 'Order'} · Quickdash` }];

const operations = ['orders.fulfil', 'orders.correct-tracking', 'orders.cancel', 'orders.add-note', 'orders.mark-paid', 'orders.refund', 'orders.edit', 'orders.change-details', 'orders.resend-mail', 'orders.begin-return', 'orders.approve-return', 'orders.receive-return', 'orders.cancel-return', 'payments.capture', 'invoices.print', 'fraud.approve', 'fraud.reject', 'conversations.write-about-order'];

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params.id;
  const list = new URL(args.request.url).searchParams.get('in');
  const [order, mails, places, colleagues, disputes, looked, talk, beside] = await Promise.all([
    ask<Order>(args, 'orders.get', { id }),
    ask<{ data: Mail[] }>(args, 'orders.mails', { id }),
    askIfAllowed<{ data: Place[] }>(args, 'locations.list'),
    askIfAllowed<{ data: Colleague[] }>(args, 'members.list', { limit: 250 }),
    askIfAllowed<{ data: OrderDispute[] }>(args, 'disputes.for-order', { orderId: id }),
    askIfAllowed<{ check: OrderCheck | null }>(args, 'fraud.for-order', { orderId: id }),
    askIfAllowed<{ conversation: OrderConversation | null }>(args, 'conversations.for-order', { id, limit: 3 }),
    list === null ? undefined : neighbours(args, list),
  ]);
  return { order, mails: mails.data, places: places?.data ?? [], colleagues: colleagues?.data ?? [], disputes: disputes?.data ?? [], check: looked?.check ?? null, conversation: talk?.conversation, beside, list, may: mayRun(args, ...operations) };
}

interface Beside {
  previous: { id: string; number: number } | null;
  next: { id: string; number: number } | null;
}

// The list's own question; an address with a filter that no longer exists still opens the order.
async function neighbours(args: LoaderFunctionArgs, list: string): Promise<Beside | undefined> {
  return ask<Beside>(args, 'orders.neighbours', { id: args.params.id, ...readList(list) }).catch(() => undefined);
}

export { PageError as ErrorBoundary };

export default function OrderPage() {
  const { order, mails, places, colleagues, disputes, check, conversation, beside, list, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState(false);
  const [details, setDetails] = useState(false);
  useLive('orders', ...(conversation === undefined ? [] : (['conversations'] as const)));
  const mayEdit = may['orders.change-details'] === true;
  return (
    <TellEditing value={setEditing}>
      <Page
        key={order.id}
        title={<span className="figures">#{order.number}</span>}
        width="reading"
        crumbs={[{ label: 'Orders', to: list ? `/orders?${list}` : '/orders' }]}
        beside={<><States order={order} /><RecordPresence type="order" id={order.id} editing={editing} /></>}
        about={<><span className="font-medium text-ink">{order.statusSentence}</span> <span className="text-ink-3">Placed <DateTime at={order.placedAt} as="sentence" /></span></>}
        actions={<>{beside && <Steps beside={beside} list={list ?? ''} />}<PapersMenu orderIds={[order.id]} credited={order.credited.amount > 0 || order.cancelledAt !== null} mayPrint={may['invoices.print'] === true} /><OrderActions order={order} may={may} places={places} /></>}
      >
        <Columns
          main={<><ItemsCard order={order} /><MoneyCard order={order} /><DisputesCard disputes={disputes} /><ParcelsCard order={order} places={places} mayChange={may['orders.correct-tracking'] === true} /><ReturnsCard order={order} places={places} may={may} /><ConversationCard order={order} conversation={conversation} mayWrite={may['conversations.write-about-order'] === true} /><Timeline order={order} mails={mails} colleagues={colleagues} may={may} /></>}
          side={<><OrderSide order={order} onEdit={mayEdit ? () => setDetails(true) : undefined} /><CheckCard order={order} check={check} mayDecide={may['fraud.reject'] === true} /></>}
        />
        <DetailsSheet order={order} open={details} onClose={() => setDetails(false)} />
      </Page>
    </TellEditing>
  );
}

/** The order before and the next one of the list one came from: J and K. */
function Steps({ beside: { previous, next }, list }: { beside: Beside; list: string }) {
  const navigate = useNavigate();
  const inWorkspace = useWorkspacePath();
  const to = (order: { id: string }) => `/orders/${order.id}?in=${encodeURIComponent(list)}`;
  useShortcut({ keys: 'j', says: 'Next order of the list', run: () => next && void navigate(inWorkspace(to(next))) });
  useShortcut({ keys: 'k', says: 'Previous order of the list', run: () => previous && void navigate(inWorkspace(to(previous))) });
  return (
    <span className="flex">
      {previous && <LinkButton kind="quiet" to={to(previous)} aria-label={`Previous order, #${previous.number}`} title="Previous (K)" className="px-2!"><ChevronLeft aria-hidden className="size-4" /></LinkButton>}
      {next && <LinkButton kind="quiet" to={to(next)} aria-label={`Next order, #${next.number}`} title="Next (J)" className="px-2!"><ChevronRight aria-hidden className="size-4" /></LinkButton>}
    </span>
  );
}

function States({ order }: { order: Order }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {order.held && <StatusBadge status="pending" label="Held" />}
      {order.cancelledAt && <StatusBadge status="failed" label="Cancelled" />}
      <StatusBadge status={order.paymentState} />
      <StatusBadge status={order.fulfilmentState} />
      {order.returnState !== 'none' && <StatusBadge status={order.returnState} label={`Return ${order.returnState}`} />}
    </span>
  );
}
