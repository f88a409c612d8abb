import { CalendarSync } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { intervalWords, type Interval } from '../calendar.ts';

interface Row extends Interval {
  id: string;
  name: string;
  offBasisPoints: number;
  state: string;
}

export const meta = () => [{ title: 'Subscription plans · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'subscriptions.plans'), may: mayRun(args, 'subscriptions.create-plan')['subscriptions.create-plan'] === true };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<Row>[] = [
  { key: 'name', opens: true, cell: (row) => <Link data-opens to={`/subscriptions/plans/${row.id}`} prefetch="intent" className="font-medium">{row.name}</Link> },
  { key: 'state', card: 'aside', cell: (row) => <Badge tone={row.state === 'off' ? 'plain' : 'good'}>{row.state === 'off' ? 'Off' : 'On offer'}</Badge> },
  { key: 'unit', card: 'line', header: 'Comes', cell: (row) => intervalWords(row) },
  { key: 'offBasisPoints', card: 'line', cell: (row) => (row.offBasisPoints > 0 ? `${row.offBasisPoints / 100} %` : <span data-nothing className="text-ink-3">–</span>) },
  { key: 'trialDays', card: 'none' },
  { key: 'products', card: 'none' },
  { key: 'createdAt', card: 'none' },
];

export default function Plans() {
  const { listing, may } = useLoaderData<typeof loader>();
  useLive('subscriptions');
  const add = may && <LinkButton kind="primary" to="/subscriptions/plans/new">Add plan</LinkButton>;
  return (
    <Page title="Subscription plans" about="Ways to buy something again and again." crumbs={[{ label: 'Subscriptions', to: '/subscriptions' }]} actions={add}>
      <Table label="Subscription plans" listing={listing} columns={columns} empty={<NothingYet icon={CalendarSync} title="No plans yet" action={add}>Say how often something comes and what it costs then; shoppers choose it on the product’s page.</NothingYet>} />
    </Page>
  );
}
