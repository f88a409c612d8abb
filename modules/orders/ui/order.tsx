import { useLoaderData, type LoaderFunctionArgs, type MetaArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { PageError } from '#ui/error-state.tsx';
import { useLive } from '#ui/live.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { OrderActions } from './order-actions.tsx';
import { FulfilmentsCard, ItemsCard } from './order-items.tsx';
import { MoneyCard } from './order-money.tsx';
import { OrderSide } from './order-side.tsx';
import type { Order } from './order-shape.ts';
import { Timeline } from './order-timeline.tsx';

export const meta = ({ loaderData }: MetaArgs<typeof loader>) => [{ title: `${loaderData ? `Order #${loaderData.order.number}` : 'Order'} · Quickdash` }];

export async function loader(args: LoaderFunctionArgs) {
  const order = await ask<Order>(args, 'orders.get', { id: args.params.id });
  return { order, may: mayRun(args, 'orders.fulfil', 'orders.cancel', 'orders.add-note', 'orders.mark-paid', 'orders.refund', 'payments.capture') };
}

export { PageError as ErrorBoundary };

export default function OrderPage() {
  const { order, may } = useLoaderData<typeof loader>();
  useLive('orders');
  return (
    <Page
      title={<span className="figures">#{order.number}</span>}
      width="reading"
      crumbs={[{ label: 'Orders', to: '/orders' }]}
      beside={<States order={order} />}
      about={<><span className="font-medium text-ink">{order.statusSentence}</span> <span className="text-ink-3">Placed <DateTime at={order.placedAt} /></span></>}
      actions={<OrderActions order={order} may={may} />}
    >
      <Columns
        main={<><ItemsCard order={order} /><MoneyCard order={order} /><FulfilmentsCard order={order} /><Timeline order={order} mayWrite={may['orders.add-note'] === true} /></>}
        side={<OrderSide order={order} />}
      />
    </Page>
  );
}

function States({ order }: { order: Order }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {order.cancelledAt && <StatusBadge status="failed" label="Cancelled" />}
      <StatusBadge status={order.paymentState} />
      <StatusBadge status={order.fulfilmentState} />
      {order.returnState !== 'none' && <StatusBadge status={order.returnState} label={`Return ${order.returnState}`} />}
    </span>
  );
}
