import { Landmark } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { StatusBadge } from '#ui/badge.tsx';
import { LinkButton } from '#ui/button.tsx';
import { ask, askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Link, TextLink } from '#ui/link.tsx';
import { Money } from '#ui/money.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { KIND_WORDS, MATCH_LOOKS, MATCHES, type Sums, type TransactionRow } from './shape.ts';

export const meta = () => [{ title: 'Statements · Quickdash' }];

const views: readonly BuiltInView[] = [
  { key: 'unexplained', name: 'Not explained', question: { filter: { match: 'unexplained' } } },
  { key: 'differs', name: 'Another amount', question: { filter: { match: 'differs' } } },
  { key: 'payouts', name: 'Payouts', question: { filter: { kind: 'payout' } } },
];

export async function loader(args: LoaderFunctionArgs) {
  const listing = await askList<TransactionRow>(args, 'statements.transactions', { views });
  const { q, filter } = listing.question;
  const sums = await ask<{ data: Sums[] }>(args, 'statements.sums', { ...(q && { q }), ...(filter && { filter }) });
  return { listing, sums: sums.data };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<TransactionRow>[] = [
  { key: 'reference', opens: true, className: 'max-w-[190px] truncate', cell: (row) => <Link data-opens to={`/statements/${row.id}`} prefetch="intent" className="font-medium">{nameOf(row)}</Link> },
  { key: 'bookedAt', card: 'line', className: 'whitespace-nowrap' },
  { key: 'source', card: 'tag', className: 'max-w-[150px] truncate' },
  { key: 'kind', card: 'tag', labels: KIND_WORDS, cell: (row) => KIND_WORDS[row.kind] ?? row.kind },
  { key: 'counterpart', card: 'bare', className: 'max-w-[150px] truncate' },
  { key: 'description', card: 'none', className: 'max-w-[190px] truncate' },
  { key: 'direction', only: 'filter', labels: { in: 'Came in', out: 'Went out' } },
  { key: 'amount', card: 'none' },
  { key: 'fee', card: 'none' },
  { key: 'net', card: 'aside' },
  { key: 'currency', only: 'filter' },
  { key: 'match', card: 'line', labels: MATCHES, cell: (row) => <StatusBadge status={MATCH_LOOKS[row.match] ?? row.match} label={MATCHES[row.match] ?? row.match} /> },
  { key: 'status', only: 'filter', labels: { booked: 'Booked', pending: 'Pending', void: 'Did not happen' } },
];

/** What it is called there; a line of a bank's file often has no name of its own, and ours for it says nothing. */
function nameOf({ reference, externalId, description, counterpart }: TransactionRow): string {
  return reference || (externalId.startsWith('line-') ? description || counterpart || 'Line of a file' : externalId);
}

export default function Transactions() {
  const { listing, sums } = useLoaderData<typeof loader>();
  const actions = <><LinkButton kind="secondary" to="/statements/sources">Accounts</LinkButton><LinkButton kind="primary" to="/statements/files">Upload a bank file</LinkButton></>;
  return (
    <Page title="Statements" about="What moved on your accounts at payment companies and banks, and which of it is a payment or refund of yours." actions={actions}>
      {sums.length > 0 && <SumsTable sums={sums} />}
      <Table label="Transactions outside" listing={listing} columns={columns} live={['statements']} empty={<NothingYet icon={Landmark} title="Nothing has been read yet" action={<TextLink to="/integrations">Connect an account</TextLink>}>Connect Stripe, PayPal or Wise and their statements are read here by themselves. Files of any bank can be uploaded.</NothingYet>} />
    </Page>
  );
}

/** Sums of what the table is filtered by, a line for each currency. */
function SumsTable({ sums }: { sums: readonly Sums[] }) {
  return (
    <section aria-label="Sums by currency" className="overflow-x-auto rounded-card border border-line bg-surface shadow-card">
      <table className="w-full text-right">
        <thead className="text-[13px] text-ink-2"><tr>{['Currency', 'Came in', 'Went out', 'Fees', 'Net', 'Not explained'].map((head, i) => <th key={head} scope="col" className={i === 0 ? 'px-4 py-2 text-left font-medium' : 'px-4 py-2 font-medium'}>{head}</th>)}</tr></thead>
        <tbody>{sums.map(({ currency, ...sum }) => <SumsRow key={currency} currency={currency} {...sum} />)}</tbody>
      </table>
    </section>
  );
}

function SumsRow({ currency, in: came, out, fees, net, count, unexplained }: Sums) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="px-4 py-2 text-left font-medium">{currency}</th>
      {Object.entries({ came, out, fees, net }).map(([name, amount]) => <td key={name} className="px-4 py-2 whitespace-nowrap"><Money value={{ amount, currency }} /></td>)}
      <td className="figures px-4 py-2 whitespace-nowrap">{unexplained.toLocaleString('en-AU')} of {count.toLocaleString('en-AU')}</td>
    </tr>
  );
}
