import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { preparedAnswerChanged } from './events.ts';
import { preparedAnswers } from './tables.ts';
import { MessageText } from './write-message.ts';

const MOST = 100;

const Prepared = z.object({ id: z.uuid(), name: z.string(), text: z.string() });

/** An answer many get, under a name; with a name there is already, its words change. */
export const savePreparedAnswer = operation({
  name: 'conversations.save-prepared',
  route: 'PUT /prepared-answers',
  says: 'Save a prepared answer',
  needs: 'conversations:write',
  input: z.object({ name: z.string().trim().min(1).max(80), text: MessageText.meta({ description: '{name} and {order} stand for the customer’s name and the order’s number' }) }),
  output: Prepared,
  async run(tx, { name, text }) {
    const [before] = await tx.sql<{ text: string }>`select text from prepared_answers where name = ${name} for update`;
    if (!before) await requireRoom(tx);
    const [row] = await tx.sql<{ id: string }>`
      insert into prepared_answers (id, name, text, created_at) values (${newId()}, ${name}, ${text}, ${tx.now})
      on conflict (workspace_id, name) do update set text = excluded.text returning id`;
    const answer = { id: row!.id, name, text };
    tx.changed({ record: 'prepared answer', id: answer.id, ...(before && { before }), after: answer });
    tx.tell(preparedAnswerChanged, { answerId: answer.id, name });
    return answer;
  },
});

async function requireRoom(tx: Tx): Promise<void> {
  const [count] = await tx.sql<{ n: number }>`select count(*)::int as n from prepared_answers`;
  if (count!.n >= MOST) throw new Refusal('too_many', `There can be ${MOST} prepared answers.`);
}

export const removePreparedAnswer = operation({
  name: 'conversations.remove-prepared',
  route: 'DELETE /prepared-answers/:id',
  says: 'Remove a prepared answer',
  needs: 'conversations:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [gone] = await tx.sql<{ name: string }>`delete from prepared_answers where id = ${id} returning name`;
    if (!gone) throw notFound('The prepared answer');
    tx.changed({ record: 'prepared answer', id, before: gone });
    tx.tell(preparedAnswerChanged, { answerId: id, name: gone.name });
    return { id };
  },
});

export const preparedAnswerList = listView({
  name: 'conversations.prepared',
  route: 'GET /prepared-answers',
  says: 'Prepared answers',
  needs: 'conversations:read',
  from: preparedAnswers,
  columns: {
    name: column(preparedAnswers.name, { says: 'Name', search: true, sort: 'a to z' }),
    text: column(preparedAnswers.text, { says: 'Answer', search: true }),
    createdAt: column(preparedAnswers.createdAt, { says: 'Created', filter: 'dates', sort: true }),
  },
  changesWith: [preparedAnswerChanged],
});
