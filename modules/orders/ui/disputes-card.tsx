import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { TextLink } from '#ui/link.tsx';
import { Money, type MoneyValue } from '#ui/money.tsx';

export interface OrderDispute {
  id: string;
  sentence: string;
  amount: MoneyValue;
  respondBy: string | null;
}

/** What the buyer's bank objects to. */
export function DisputesCard({ disputes }: { disputes: readonly OrderDispute[] }) {
  if (disputes.length === 0) return null;
  return (
    <Card title={disputes.length === 1 ? 'Dispute' : 'Disputes'}>
      <ul className="flex flex-col gap-3">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="flex items-start justify-between gap-4">
            <div className="min-w-0"><p><TextLink to={`/disputes/${dispute.id}`}>{dispute.sentence}</TextLink></p>{dispute.respondBy && <p className="text-[13px] text-ink-3">Answer by <DateTime at={dispute.respondBy} /></p>}</div>
            <Money value={dispute.amount} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
