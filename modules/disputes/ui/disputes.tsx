import { Scale } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LinkButton } from '#ui/button.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { DisputeState, dueText, reasonWords, stateWords } from './words.tsx';

interface Row {
  id: string;
  order: number;
  state: string;
  reason: string;
  respondBy: string | null;
}

const views: readonly BuiltInView[] = [{ key: 'to-answer', name: 'To answer', question: { filter: { state: 'inquiry,needs_response' }, sort: 'respondBy' } }];

export const meta = () => [{ title: 'Disputes · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'disputes.list', { views }) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<Row>[] = [
  { key: 'order', opens: true, cell: (row) => <Link data-opens to={`/disputes/${row.id}`} prefetch="intent" className="font-medium">Order #{row.order}</Link> },
  { key: 'state', labels: stateWords, card: 'tag', cell: (row) => <DisputeState state={row.state} /> },
  { key: 'reason', labels: reasonWords, card: 'bare' },
  { key: 'respondBy', card: 'line', cell: (row) => (row.respondBy ? <><DateTime at={row.respondBy} as="date" /> <span className="text-[13px] text-ink-3">{dueText(row.respondBy, row.state)}</span></> : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'amount', card: 'aside' },
  { key: 'withdrawn', card: 'line' },
  { key: 'fee', card: 'none' },
  { key: 'provider', card: 'none' },
  { key: 'reference', card: 'none', className: 'max-w-[180px] truncate' },
  { key: 'open', only: 'filter' },
  { key: 'openedAt', card: 'none' },
];

export default function Disputes() {
  const { listing } = useLoaderData<typeof loader>();
  useLive('orders');
  return (
    <Page title="Disputes" about="Payments a buyer or their bank objects to. What is not answered in time is lost." crumbs={[{ label: 'Orders', to: '/orders' }]} actions={<LinkButton to="/disputes/rules">Automatic refunds</LinkButton>}>
      <Table label="Disputes" listing={listing} columns={columns} empty={<NothingYet icon={Scale} title="No disputes">When a buyer’s bank takes a payment back, or asks about one, it appears here with the day it has to be answered by.</NothingYet>} />
    </Page>
  );
}
