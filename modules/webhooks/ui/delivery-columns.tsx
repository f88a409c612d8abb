import { StatusBadge } from '#ui/badge.tsx';
import { Link } from '#ui/link.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';

export interface DeliveryRow {
  id: string;
  event: string;
  state: string;
  lastStatus: number | null;
}

const words: Record<string, string> = { waiting: 'Waiting', delivered: 'Delivered', failed: 'Failed' };

/** How the state of a delivery is written. */
export function DeliveryState({ state }: { state: string }) {
  return <StatusBadge status={state === 'waiting' ? 'pending' : state} label={words[state] ?? state} />;
}

export const deliveryColumns: readonly Shown<DeliveryRow>[] = [
  { key: 'event', opens: true, className: 'max-w-[280px] truncate', cell: (row) => <Link data-opens to={`/webhooks/deliveries/${row.id}`} prefetch="intent" className="font-medium">{row.event}</Link> },
  { key: 'state', card: 'aside', labels: words, cell: (row) => <DeliveryState state={row.state} /> },
  { key: 'lastStatus', card: 'line', cell: (row) => row.lastStatus ?? <span data-nothing className="text-ink-3">–</span> },
  { key: 'attempts', card: 'line' },
  { key: 'lastError', card: 'bare', className: 'max-w-[260px] truncate text-ink-2' },
  { key: 'nextAttempt', card: 'none' },
  { key: 'createdAt', card: 'line' },
];

export const deliveryViews: readonly BuiltInView[] = [
  { key: 'failed', name: 'Failed', question: { filter: { state: 'failed' } } },
  { key: 'waiting', name: 'Waiting', question: { filter: { state: 'waiting' } } },
];
