import { MessagesSquare } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';

interface Row {
  id: string;
  subject: string;
  name: string;
  email: string;
  order: number | null;
  orderId: string | null;
  customerId: string | null;
  lastMessage: string;
  lastSide: string;
  unread: boolean;
}

const views: readonly BuiltInView[] = [
  { key: 'unanswered', name: 'Unanswered', question: { filter: { unanswered: 'yes' }, sort: 'lastMessageAt' } },
  { key: 'open', name: 'Open', question: { filter: { state: 'open' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'conversations.close', label: 'Close', about: 'The next message opens them again.' },
  { operation: 'conversations.reopen', label: 'Open again' },
  { operation: 'conversations.mark-read', label: 'Mark as read' },
];

export const meta = () => [{ title: 'Conversations · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'conversations.list', { views, bulk }) };
}

export { PageError as ErrorBoundary };

const sides = { shopper: 'Customer', shop: 'Shop' };

const columns: readonly Shown<Row>[] = [
  { key: 'subject', opens: true, className: 'max-w-[260px]', cell: (row) => <Opening row={row} /> },
  { key: 'name', card: 'bare', className: 'max-w-[180px] truncate', cell: (row) => (row.customerId ? <TextLink to={`/customers/${row.customerId}`}>{row.name || row.email}</TextLink> : row.name || row.email || 'Guest') },
  { key: 'order', card: 'line', className: 'whitespace-nowrap', cell: (row) => (row.orderId ? <TextLink to={`/orders/${row.orderId}`}>#{row.order}</TextLink> : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'lastMessage', card: 'bare', className: 'sm:max-w-[420px] sm:min-w-[200px]', cell: (row) => <span className="line-clamp-2 text-ink-2">{row.lastMessage}</span> },
  { key: 'lastSide', card: 'line', className: 'whitespace-nowrap', labels: sides, cell: (row) => sides[row.lastSide as keyof typeof sides] },
  { key: 'state', card: 'tag', labels: { open: 'Open', closed: 'Closed' } },
  { key: 'lastMessageAt', card: 'line' },
  { key: 'createdAt', only: 'filter' },
  { key: 'unanswered', only: 'filter' },
  { key: 'unread', only: 'filter' },
  { key: 'seen', only: 'filter' },
];

function Opening({ row }: { row: Row }) {
  return (
    <span className="flex items-center gap-2">
      <Link data-opens to={`/conversations/${row.id}`} prefetch="intent" className={row.unread ? 'truncate font-semibold' : 'truncate'}>{row.subject}</Link>
      {row.unread && <Badge tone="accent">New</Badge>}
    </span>
  );
}

export default function Conversations() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Conversations" about="What customers write to you about their orders and from their account. Your answer goes to them by mail, with a link that leads back." actions={<LinkButton to="/conversations/prepared">Prepared answers</LinkButton>}>
      <Table label="Conversations" listing={listing} columns={columns} bulk={bulk} live={['conversations']} empty={<NothingYet icon={MessagesSquare} title="No conversations yet">What customers write on the page of an order, or in their account, appears here.</NothingYet>} />
    </Page>
  );
}
