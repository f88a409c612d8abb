import { MessageSquareQuote } from 'lucide-react';
import { useState } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Button } from '#ui/button.tsx';
import { askList, mayRun } from '#ui/desk.server.ts';
import { Dialog } from '#ui/dialog.tsx';
import { NothingYet } from '#ui/empty.tsx';
import { PageError } from '#ui/error-state.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { OperationForm } from '#ui/operation-form.tsx';
import { Page } from '#ui/page.tsx';
import type { Shown } from '#ui/table/columns.tsx';
import { Table } from '#ui/table/table.tsx';
import { useOperation } from '#ui/use-operation.ts';
import type { PreparedAnswer } from './conversation-shape.ts';

export const meta = () => [{ title: 'Prepared answers · Quickdash' }];

export async function loader(args: LoaderFunctionArgs) {
  return { listing: await askList<PreparedAnswer>(args, 'conversations.prepared'), may: mayRun(args, 'conversations.save-prepared')['conversations.save-prepared'] === true };
}

export { PageError as ErrorBoundary };

type Editing = Partial<PreparedAnswer> | null;

function columnsFor(edit: ((row: PreparedAnswer) => void) | undefined): readonly Shown<PreparedAnswer>[] {
  return [
    { key: 'name', opens: true, className: 'sm:max-w-[260px]', cell: (row) => (edit ? <button type="button" data-opens className="text-left font-medium hover:underline" onClick={() => edit(row)}>{row.name}</button> : row.name) },
    { key: 'text', card: 'bare', className: 'sm:max-w-[560px]', cell: (row) => <span className="line-clamp-2 text-ink-2">{row.text}</span> },
    { key: 'createdAt', only: 'filter' },
  ];
}

export default function PreparedAnswers() {
  const { listing, may } = useLoaderData<typeof loader>();
  const [editing, setEditing] = useState<Editing>(null);
  const add = may && <Button kind="primary" onClick={() => setEditing({})}>Add</Button>;
  return (
    <Page title="Prepared answers" about="What you write again and again, one press away under a conversation." crumbs={[{ label: 'Conversations', to: '/conversations' }]} actions={add}>
      <Table label="Prepared answers" listing={listing} columns={columnsFor(may ? setEditing : undefined)} live={['conversations']} empty={<NothingYet icon={MessageSquareQuote} title="No prepared answers yet" action={add}>Write down when parcels leave, how returns work, or whatever customers ask you most.</NothingYet>} />
      <Dialog title={editing?.id ? 'Change answer' : 'Add answer'} open={editing !== null} onOpenChange={(open) => !open && setEditing(null)}>
        {editing && <AnswerForm answer={editing} onClose={() => setEditing(null)} />}
      </Dialog>
    </Page>
  );
}

function AnswerForm({ answer, onClose }: { answer: Partial<PreparedAnswer>; onClose(): void }) {
  const remove = useOperation('conversations.remove-prepared', { done: 'Removed', onDone: onClose });
  return (
    <OperationForm operation="conversations.save-prepared" input={answer.name ? { name: answer.name } : {}} submit="Save" done="Saved" onDone={onClose} cancel={<>{answer.id && <Button kind="danger" pending={remove.pending} onClick={() => void remove.run({ id: answer.id })}>Remove</Button>}<Button onClick={onClose}>Cancel</Button></>}>
      {answer.name ? <p className="font-medium break-words">{answer.name}</p> : <Field label="Name" name="name" required><Input name="name" maxLength={80} autoFocus autoComplete="off" /></Field>}
      <Field label="Answer" name="text" required description="{name} becomes the customer’s name and {order} the number of the order."><Textarea name="text" rows={8} maxLength={5_000} defaultValue={answer.text} /></Field>
    </OperationForm>
  );
}
