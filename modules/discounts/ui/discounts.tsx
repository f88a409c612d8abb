import { BadgePercent } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, type Tone } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { kindWords, type Kind } from './discount-shape.ts';

interface Row {
  id: string;
  title: string;
  code: string | null;
  kind: Kind;
  state: string;
}

const views: readonly BuiltInView[] = [{ key: 'running', name: 'Running', question: { filter: { state: 'running' } } }];

export const meta = () => [{ title: 'Discounts · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<Row>(args, 'discounts.list', { views }), may: mayRun(args, 'discounts.create')['discounts.create'] === true };
}

export { PageError as ErrorBoundary };

const tones: Record<string, Tone> = { running: 'good', planned: 'info', ended: 'plain', off: 'plain', 'used up': 'warn' };

export function DiscountState({ state }: { state: string }) {
  return <Badge tone={tones[state] ?? 'plain'}>{state.charAt(0).toUpperCase() + state.slice(1)}</Badge>;
}

const columns: readonly Shown<Row>[] = [
  { key: 'title', opens: true, cell: (row) => <Link data-opens to={`/discounts/${row.id}`} prefetch="intent" className="font-medium">{row.title}</Link> },
  { key: 'code', card: 'line', cell: (row) => (row.code ? <span className="font-mono text-[13px]">{row.code}</span> : <span className="text-ink-3">Automatic</span>) },
  { key: 'state', card: 'aside', cell: (row) => <DiscountState state={row.state} /> },
  { key: 'kind', card: 'tag', labels: kindWords, cell: (row) => kindWords[row.kind] },
  { key: 'timesUsed', card: 'line' },
  { key: 'given', card: 'line' },
  { key: 'startsAt', card: 'none' },
  { key: 'endsAt', card: 'none' },
  { key: 'createdAt', card: 'none' },
];

export default function Discounts() {
  const { listing, may } = useLoaderData<typeof loader>();
  useLive('discounts');
  const add = may && <LinkButton kind="primary" to="/discounts/new">Add discount</LinkButton>;
  return (
    <Page title="Discounts" about="Codes your customers enter, and offers that apply by themselves." actions={add}>
      <Table label="Discounts" listing={listing} columns={columns} empty={<NothingYet icon={BadgePercent} title="No discounts yet" action={add}>Make a code for your newsletter, or let delivery be free from an amount on.</NothingYet>} />
    </Page>
  );
}
