import { StatusBadge } from '#ui/badge.tsx';
import { Link } from '#ui/link.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';

export interface MessageRow {
  id: string;
  event: string;
  vendor: string;
  state: string;
}

const words: Record<string, string> = { waiting: 'Waiting', done: 'Done', ignored: 'Not needed', failed: 'Failed' };
const looks: Record<string, string> = { waiting: 'pending', done: 'delivered', ignored: 'draft', failed: 'failed' };

export function MessageState({ state }: { state: string }) {
  return <StatusBadge status={looks[state] ?? state} label={words[state] ?? state} />;
}

export const messageColumns: readonly Shown<MessageRow>[] = [
  { key: 'event', opens: true, className: 'max-w-[320px] truncate', cell: (row) => <Link data-opens to={`/integrations/messages/${row.id}`} prefetch="intent" className="font-medium">{row.event || 'Message'}</Link> },
  { key: 'state', card: 'aside', labels: words, cell: (row) => <MessageState state={row.state} /> },
  { key: 'vendor', card: 'line' },
  { key: 'attempts', card: 'none' },
  { key: 'repeats', card: 'none' },
  { key: 'lastError', card: 'bare', className: 'max-w-[300px] truncate text-ink-2' },
  { key: 'receivedAt', card: 'line' },
];

export const messageViews: readonly BuiltInView[] = [
  { key: 'failed', name: 'Failed', question: { filter: { state: 'failed' } } },
  { key: 'waiting', name: 'Waiting', question: { filter: { state: 'waiting' } } },
];
