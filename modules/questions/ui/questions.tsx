import { MessageCircleQuestion } from 'lucide-react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { askList } from '#ui/desk.server.ts';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useRecordPath } from '#ui/neighbours.tsx';
import { Page } from '#ui/page.tsx';
import type { BulkAction } from '#ui/table/bulk-bar.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import type { BuiltInView } from '#ui/table/question.ts';
import { Table } from '#ui/table/table.tsx';

interface QuestionRow {
  id: string;
  text: string;
}

const views: readonly BuiltInView[] = [
  { key: 'waiting', name: 'Wait for you', question: { filter: { state: 'waiting' }, sort: 'createdAt' } },
  { key: 'answers', name: 'Answers to approve', question: { filter: { waitingAnswers: '1..' } } },
  { key: 'open', name: 'Without an answer', question: { filter: { state: 'published', answers: '..0' }, sort: '-votes' } },
];

const bulk: readonly BulkAction[] = [
  { operation: 'questions.publish', label: 'Publish', about: 'Everybody reads them, and buyers can answer.' },
  { operation: 'questions.refuse', label: 'Refuse', tone: 'danger', fields: () => <Field label="Reason" name="reason" required><Textarea name="reason" maxLength={500} /></Field> },
];

export const meta = () => [{ title: 'Questions · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<QuestionRow>(args, 'questions.list', { views, bulk }) };
}

export { PageError as ErrorBoundary };

const columns: readonly Shown<QuestionRow>[] = [
  { key: 'text', opens: true, className: 'sm:max-w-[420px]', cell: (row) => <Opening row={row} /> },
  { key: 'product', card: 'bare', className: 'max-w-[220px] truncate' },
  { key: 'state', card: 'tag', labels: { waiting: 'Waits', published: 'Published', refused: 'Refused' } },
  { key: 'answers', card: 'line' },
  { key: 'waitingAnswers', card: 'line' },
  { key: 'votes', card: 'none' },
  { key: 'author', card: 'line', className: 'max-w-[160px] truncate' },
  { key: 'createdAt', card: 'line' },
];

function Opening({ row }: { row: QuestionRow }) {
  const path = useRecordPath();
  return <Link data-opens to={path(`/questions/${row.id}`)} prefetch="intent" className="line-clamp-2 font-medium">{row.text}</Link>;
}

export default function Questions() {
  const { listing } = useLoaderData<typeof loader>();
  return (
    <Page title="Questions" about="What shoppers ask on your product pages. Your answer makes the question public and goes to the asker by mail.">
      <Table label="Questions" listing={listing} columns={columns} bulk={bulk} live={['questions']} empty={<NothingYet icon={MessageCircleQuestion} title="No questions yet">What shoppers ask on your product pages appears here.</NothingYet>} />
    </Page>
  );
}
