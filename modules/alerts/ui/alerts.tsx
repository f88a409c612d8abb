import { BellRing } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';

interface AlertRow {
  id: string;
  says: string;
}

const views: readonly BuiltInView[] = [
  { key: 'stock', name: 'Wait for stock', question: { filter: { kind: 'restock', state: 'waiting' }, sort: 'createdAt' } },
  { key: 'searches', name: 'Saved searches', question: { filter: { kind: 'search', state: 'waiting' } } },
];

export const meta = () => [{ title: 'Who waits · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<AlertRow>(args, 'alerts.list', { views }) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<AlertRow>[] = [
  { key: 'says', card: 'title', className: 'sm:max-w-[320px] truncate font-medium' },
  { key: 'kind', card: 'line', labels: { restock: 'Back in stock', price: 'Cheaper', search: 'Saved search' } },
  { key: 'state', card: 'tag', labels: { waiting: 'Waits', told: 'Told', ended: 'Ended' } },
  { key: 'email', card: 'bare', className: 'max-w-[240px] truncate' },
  { key: 'mails', card: 'none' },
  { key: 'toldAt', card: 'line' },
  { key: 'createdAt', card: 'line' },
];

export default function Alerts() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Who waits" about="Mails that shoppers have asked for. They go out by themselves: for a restock in the order of signing up, as many as there are pieces." crumbs={[{ label: 'Wishes', to: '/wishes' }]}>
      <Table label="Alerts" listing={listing} columns={columns} empty={<NothingYet icon={BellRing} title="Nobody waits">Sold-out products, prices and searches have a button “Tell me” in your shop.</NothingYet>} />
    </Page>
  );
}
