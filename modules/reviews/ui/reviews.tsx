import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { ask, askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useRecordPath } from '#ui/neighbours.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';
import { Stars } from './stars.tsx';

interface ReviewRow {
  id: string;
  title: string;
  product: string;
  stars: number;
  state: string;
  author: string;
  verified: boolean;
}

interface Rules {
  publish: 'moderate' | 'auto';
  who: 'customers' | 'buyers';
}

const views: readonly BuiltInView[] = [
  { key: 'waiting', name: 'Wait for you', question: { filter: { state: 'waiting' }, sort: 'createdAt' } },
  { key: 'low', name: 'Unhappy, unanswered', question: { filter: { stars: '..3', answered: 'no', state: 'published' } } },
  { key: 'photos', name: 'With photos', question: { filter: { photos: '1..' } } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'reviews.approve', label: 'Approve', about: 'Everybody reads them from now on.' },
  { operation: 'reviews.refuse', label: 'Refuse', tone: 'danger', fields: () => <Field label="Reason" name="reason" required><Textarea name="reason" maxLength={500} /></Field> },
];

export const meta = () => [{ title: 'Reviews · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  const [listing, rules] = await Promise.all([askList<ReviewRow>(args, 'reviews.list', { views, bulk }), ask<Rules>(args, 'reviews.settings')]);
  return { listing, rules, may: mayRun(args, 'reviews.change-settings')['reviews.change-settings'] === true };
}

export { PageError as ErrorBoundary };

const states = { waiting: 'Waits', published: 'Published', refused: 'Refused' };

const columns: readonly Shown<ReviewRow>[] = [
  { key: 'title', opens: true, className: 'sm:min-w-[200px] sm:max-w-[320px]', cell: (row) => <Opening row={row} /> },
  { key: 'stars', card: 'aside', cell: (row) => <Stars of={row.stars} /> },
  { key: 'product', card: 'bare', className: 'max-w-[240px] truncate' },
  { key: 'state', card: 'tag', labels: states },
  { key: 'author', card: 'line', className: 'max-w-[160px] truncate' },
  { key: 'verified', card: 'line' },
  { key: 'photos', only: 'filter' },
  { key: 'helpful', card: 'none' },
  { key: 'createdAt', card: 'line' },
  { key: 'answered', only: 'filter' },
];

function Opening({ row }: { row: ReviewRow }) {
  const path = useRecordPath();
  return <Link data-opens to={path(`/reviews/${row.id}`)} prefetch="intent" className="line-clamp-2 font-medium">{row.title || 'Stars only'}</Link>;
}

export default function Reviews() {
  const { listing, rules, may } = useLoaderData<typeof loader>();
  const [changing, setChanging] = useState(false);
  return (
    <Page title="Reviews" about={ruleWords(rules)} actions={may && <Button onClick={() => setChanging(true)}>Rules</Button>}>
      <Table label="Reviews" listing={listing} columns={columns} bulk={bulk} live={['reviews']} empty={<NothingYet icon={MessageSquareQuote} title="No reviews yet">What customers write on your product pages appears here first.</NothingYet>} />
      <Dialog title="Rules for reviews" open={changing} onOpenChange={setChanging}>
        <OperationForm operation="reviews.change-settings" submit="Save" done="Rules saved" onDone={() => setChanging(false)} cancel={<Button onClick={() => setChanging(false)}>Cancel</Button>}>
          <Field label="A new review" name="publish"><Select name="publish" defaultValue={rules.publish} options={[{ value: 'moderate', label: 'waits until somebody approves it' }, { value: 'auto', label: 'is public at once' }]} /></Field>
          <Field label="Reviews may be written by" name="who"><Select name="who" defaultValue={rules.who} options={[{ value: 'customers', label: 'every customer' }, { value: 'buyers', label: 'customers who bought the product' }]} /></Field>
        </OperationForm>
      </Dialog>
    </Page>
  );
}

function ruleWords({ publish, who }: Rules): string {
  return `${who === 'buyers' ? 'Only customers who bought a product may review it.' : 'Every customer may review a product.'} ${publish === 'auto' ? 'Reviews are public at once.' : 'Nothing is public before you approve it.'}`;
}
