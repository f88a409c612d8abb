import { Ban, CircleDot, CreditCard, MessageSquare, Truck } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { Order, TimelineEntry } from './order-shape.ts';

/** Everything that happened, newest first, and a place to write to colleagues. */
export function Timeline({ order, mayWrite }: { order: Order; mayWrite: boolean }) {
  return (
    <Card title="Timeline">
      {mayWrite && <NoteForm orderId={order.id} />}
      <ol className="relative flex flex-col gap-4 before:absolute before:inset-y-2 before:left-[13px] before:w-px before:bg-line">
        {order.timeline.toReversed().map((entry) => <Entry key={entry.id} entry={entry} />)}
      </ol>
    </Card>
  );
}

function NoteForm({ orderId }: { orderId: string }) {
  const [text, setText] = useState('');
  const write = useOperation('orders.add-note', { onDone: () => setText('') });
  return (
    <form className="mb-5 flex flex-col gap-2" onSubmit={(event) => { event.preventDefault(); void write.run({ id: orderId, text }); }}>
      <Field label="Note for colleagues" labelHidden><Textarea rows={2} value={text} onChange={(event) => setText(event.target.value)} placeholder="Write a note. The customer does not see it." maxLength={5000} className="min-h-14!" /></Field>
      {text.trim() && <Button type="submit" size="small" pending={write.pending} className="self-end">Add note</Button>}
    </form>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <li className="relative flex gap-3">
      <span className="z-1 grid size-7 shrink-0 place-items-center rounded-full border border-line bg-surface text-ink-3"><Sign kind={entry.kind} /></span>
      <div className="min-w-0 flex-1 pt-1">
        <p className={entry.kind === 'note' ? 'rounded-lg bg-sunken px-3 py-2 whitespace-pre-line' : undefined}>{entry.says}</p>
        <p className="text-[13px] text-ink-3">{entry.byName} · <DateTime at={entry.at} /></p>
      </div>
    </li>
  );
}

function Sign({ kind }: { kind: string }) {
  const look = 'size-3.5';
  if (kind === 'note') return <MessageSquare aria-hidden className={look} />;
  if (/cancel/.test(kind)) return <Ban aria-hidden className={look} />;
  if (/paid|pay|refund|capture/.test(kind)) return <CreditCard aria-hidden className={look} />;
  return /fulfil|ship|parcel/.test(kind) ? <Truck aria-hidden className={look} /> : <CircleDot aria-hidden className={look} />;
}
