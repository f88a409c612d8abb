import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Badge, StatusBadge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Card, Facts } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { ask, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { Link } from '#ui/link.tsx';
import { useLive } from '#ui/live.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Columns, Page } from '#ui/page.tsx';
import { useOperation } from '#ui/use-operation.ts';

interface Answer {
  id: string;
  author: string;
  by: 'shop' | 'buyer';
  text: string;
  state: State;
  votes: number;
  at: string;
}
type State = 'waiting' | 'published' | 'refused';

interface Question {
  id: string;
  productId: string;
  product: string;
  customerId: string | null;
  author: string;
  email: string;
  text: string;
  state: State;
  refusal: string;
  votes: number;
  createdAt: string;
  answers: Answer[];
}

export const meta = () => [{ title: 'Question · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { question: await ask<Question>(args, 'questions.get', { id: args.params['id'] }), may: mayRun(args, 'questions.answer')['questions.answer'] === true };
}

export { PageError as ErrorBoundary };

const words = { waiting: 'Waits', published: 'Published', refused: 'Refused' };
const tones = { waiting: 'pending', published: 'published', refused: 'declined' };

function StateBadge({ state }: { state: State }) {
  return <StatusBadge status={tones[state]} label={words[state]} />;
}

export default function QuestionPage() {
  const { question, may } = useLoaderData<typeof loader>();
  useLive('questions');
  return (
    <Page title={`Question about ${question.product}`} beside={<StateBadge state={question.state} />} width="reading" crumbs={[{ label: 'Questions', to: '/questions' }]} actions={may && <Decisions question={question} />}>
      <Columns
        main={
          <>
            <Card>
              <p className="max-w-[76ch] text-[15px] break-words whitespace-pre-line">{question.text}</p>
              {question.refusal && <p className="mt-3 rounded-lg bg-bad-soft px-3 py-2 text-bad">Refused: {question.refusal}</p>}
            </Card>
            {question.answers.length > 0 && <Answers question={question} may={may ? 'decide' : 'read'} />}
            {may && <AnswerForm question={question} />}
          </>
        }
        side={
          <Card title="About it">
            <Facts
              facts={[
                ['Product', <Link key="product" to={`/products/${question.productId}`} className="underline">{question.product}</Link>],
                ['Asked by', question.customerId ? <Link key="customer" to={`/customers/${question.customerId}`} className="underline">{question.author}</Link> : `${question.author} (guest)`],
                ['Email', <span key="email" className="break-all">{question.email}</span>],
                ['Same question', question.votes === 1 ? '1 other shopper' : `${question.votes} other shoppers`],
                ['Asked', <DateTime key="at" at={question.createdAt} />],
              ]}
            />
          </Card>
        }
      />
    </Page>
  );
}

function Decisions({ question }: { question: Question }) {
  const [refusing, setRefusing] = useState(false);
  const publish = useOperation('questions.publish', { done: 'Published' });
  return (
    <>
      {question.state !== 'refused' && <Button onClick={() => setRefusing(true)}>{question.state === 'published' ? 'Take down' : 'Refuse'}</Button>}
      {question.state !== 'published' && <Button pending={publish.pending} onClick={() => void publish.run({ id: question.id })}>Publish without an answer</Button>}
      <Dialog title="Refuse this question?" about="Nobody reads it then, and no mail is sent." open={refusing} onOpenChange={setRefusing}>
        <OperationForm operation="questions.refuse" input={{ id: question.id }} submit="Refuse" kind="danger" done="Refused" onDone={() => setRefusing(false)} cancel={<Button onClick={() => setRefusing(false)}>Cancel</Button>}>
          <Field label="Reason" name="reason" required><Textarea name="reason" maxLength={500} autoFocus /></Field>
        </OperationForm>
      </Dialog>
    </>
  );
}

function Answers({ question, may }: { question: Question; may: 'decide' | 'read' }) {
  const approve = useOperation('questions.approve-answer', { done: 'Answer published' });
  const refuse = useOperation('questions.refuse-answer', { done: 'Answer taken down' });
  return (
    <Card title="Answers" padding="none">
      <ul className="divide-y divide-line border-t border-line">
        {question.answers.map((answer) => (
          <li key={answer.id} className="flex flex-col gap-2 px-4 py-3 sm:px-5">
            <p className="max-w-[76ch] break-words whitespace-pre-line">{answer.text}</p>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[13px] text-ink-2">
              <span>{answer.author}</span>
              {answer.by === 'buyer' && <Badge tone="good">Bought it here</Badge>}
              <StateBadge state={answer.state} />
              <DateTime at={answer.at} />
              {may === 'decide' && (
                <span className="ml-auto flex gap-2">
                  {answer.state !== 'refused' && <Button size="small" aria-label={`Take down the answer by ${answer.author}`} pending={refuse.pending} onClick={() => void refuse.run({ id: question.id, answerId: answer.id })}>{answer.state === 'published' ? 'Take down' : 'Refuse'}</Button>}
                  {answer.state !== 'published' && <Button size="small" aria-label={`Approve the answer by ${answer.author}`} pending={approve.pending} onClick={() => void approve.run({ id: question.id, answerId: answer.id })}>Approve</Button>}
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function AnswerForm({ question }: { question: Question }) {
  return (
    <Card title="Your answer" about={`Public at once, and on its way to ${question.author} by mail.`}>
      <OperationForm key={question.answers.length} operation="questions.answer" input={{ id: question.id }} submit="Answer" done="Answered">
        <Field label="Answer" name="text" labelHidden><Textarea name="text" maxLength={2_000} /></Field>
      </OperationForm>
    </Card>
  );
}
