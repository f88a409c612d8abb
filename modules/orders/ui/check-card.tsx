import { useState } from 'react';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import type { Order } from './order-shape.ts';

export interface OrderCheck {
  state: string;
  score: number;
  reasons: { code: string; points: number; says: string }[];
  decidedBy: string;
  note: string;
}

const decided: Record<string, string> = { approved: 'Approved', rejected: 'Refused' };

/** How the order looks, and why; a held one is decided here. */
export function CheckCard({ order, check, mayDecide }: { order: Order; check: OrderCheck | null; mayDecide: boolean }) {
  const [refusing, setRefusing] = useState(false);
  if (!check) return null;
  const tone = check.score >= 60 ? 'bad' : check.score >= 35 ? 'warn' : 'good';
  return (
    <Card title="Check" actions={<Badge tone={tone}>Score {check.score}</Badge>}>
      {order.held && <p className="mb-3 font-medium">Held: {order.held.because}</p>}
      {check.reasons.length === 0 ? <p className="text-ink-3">Nothing stands out.</p> : (
        <ul className="flex flex-col gap-2">{check.reasons.map((reason) => <li key={reason.code + reason.says} className="flex items-baseline justify-between gap-3"><span className="min-w-0 break-words">{reason.says}</span><span className="figures text-[13px] text-ink-3">{reason.points > 0 ? `+${reason.points}` : reason.points}</span></li>)}</ul>
      )}
      {check.decidedBy && decided[check.state] && <p className="mt-3 text-[13px] text-ink-3">{decided[check.state]} by {check.decidedBy}{check.note && `: ${check.note}`}</p>}
      {order.held && mayDecide && <Button className="mt-3" onClick={() => setRefusing(true)}>Refuse order</Button>}
      <Dialog title="Refuse this order?" about="It is cancelled, and what was paid goes back." open={refusing} onOpenChange={setRefusing}>
        {refusing && (
          <OperationForm operation="fraud.reject" input={{ id: order.id }} submit="Refuse order" kind="danger" done="Order refused" onDone={() => setRefusing(false)} cancel={<Button onClick={() => setRefusing(false)}>Keep it</Button>}>
            <Field label="Note" name="note" optional><Input name="note" maxLength={1_000} /></Field>
            <Checkbox name="block" label="Hold every order with this mail address" />
          </OperationForm>
        )}
      </Dialog>
    </Card>
  );
}
