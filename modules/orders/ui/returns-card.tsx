import { useState } from 'react';
import { Badge, type Tone } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { useWorkspacePath } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { useOperation } from '#ui/use-operation.ts';
import { lineName, type Order, type Place, type Return } from './order-shape.ts';
import { DecideSheet, ReceiveSheet } from './receive-sheet.tsx';
import { returnReasons } from './return-sheet.tsx';

/** How far a return is, as people of the shop read it. */
export const returnStages: Record<Return['stage'], [string, Tone]> = { requested: ['Requested', 'warn'], approved: ['On its way', 'info'], declined: ['Declined', 'plain'], received: ['Received', 'good'], cancelled: ['Called off', 'plain'] };

interface Props {
  order: Order;
  places: readonly Place[];
  may: Record<string, boolean>;
}

/** What comes back, and what it is exchanged for. */
export function ReturnsCard({ order, places, may }: Props) {
  const [deciding, setDeciding] = useState<Return>();
  const [receiving, setReceiving] = useState<Return>();
  const cancel = useOperation('orders.cancel-return', { done: 'Return called off' });
  if (order.returns.length === 0) return null;
  return (
    <Card title="Returns">
      <ul className="flex flex-col gap-4">
        {order.returns.map((back) => (
          <li key={back.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <About order={order} back={back} />
            <span className="flex flex-wrap gap-2">
              {back.stage === 'requested' && may['orders.approve-return'] && <Button size="small" onClick={() => setDeciding(back)}>Answer {back.name}</Button>}
              {back.stage === 'approved' && may['orders.cancel-return'] && <Button size="small" kind="quiet" pending={cancel.pending} onClick={() => void cancel.run({ returnId: back.id })}>Call off</Button>}
              {back.stage === 'approved' && may['orders.receive-return'] && <Button size="small" onClick={() => setReceiving(back)}>Receive {back.name}</Button>}
            </span>
          </li>
        ))}
      </ul>
      <DecideSheet order={order} back={deciding} open={deciding !== undefined} onClose={() => setDeciding(undefined)} />
      <ReceiveSheet order={order} back={receiving} places={places} open={receiving !== undefined} onClose={() => setReceiving(undefined)} />
    </Card>
  );
}

function About({ order, back }: { order: Order; back: Return }) {
  const [says, tone] = returnStages[back.stage];
  const inWorkspace = useWorkspacePath();
  const names = new Map(order.lines.map((line) => [line.id, lineName(line)]));
  const inspected = back.stage === 'received' ? back.lines.map((line) => [line.restocked > 0 && `${line.restocked} back in stock`, line.damaged > 0 && `${line.damaged} damaged`].filter(Boolean).join(', ')).filter(Boolean).join('; ') : '';
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-2"><span className="figures font-medium">{back.name}</span><Badge tone={tone}>{says}</Badge>{back.exchange.length > 0 && <Badge tone="accent">Exchange</Badge>}</p>
      <p className="text-[13px] text-ink-2">{back.lines.map((line) => `${line.quantity} × ${names.get(line.lineId) ?? 'item'}`).join(', ')}{back.exchange.length > 0 && ` for ${back.exchange.map((line) => `${line.quantity} × ${line.title}`).join(', ')}`}</p>
      <p className="text-[13px] text-ink-3">{returnReasons.find(({ value }) => value === back.reason)?.label}{back.note && `: “${back.note}”`} · <DateTime at={back.at} /></p>
      {back.photos.length > 0 && <p className="flex flex-wrap gap-x-3 text-[13px]">{back.photos.map((photo, i) => <a key={photo.id} href={`/admin${inWorkspace(`/orders/${order.id}/files/${photo.id}`)}`} target="_blank" rel="noreferrer" className="font-medium text-accent-text hover:underline">Picture {i + 1}</a>)}</p>}
      {(back.outcome || inspected) && <p className="text-[13px] text-ink-2">{[inspected, back.outcome].filter(Boolean).join('. ')}</p>}
      {back.credited.amount > 0 && <p className="text-[13px] text-ink-2"><Money value={back.credited} /> credited</p>}
    </div>
  );
}
