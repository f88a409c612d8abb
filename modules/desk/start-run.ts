import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { authorityOf } from '#modules/accounts/index.ts';
import { newId } from '#platform/ids.ts';
import { operation, type Operation } from '#platform/operations/operation.ts';
import { parseInput } from '#platform/operations/route.ts';
import { Refusal } from '#platform/refusal.ts';
import { registry } from '#platform/registry.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { bulkTurnDue } from './events.ts';
import { listNamed, requireSeeing } from './list-named.ts';
import { SavedQuestion } from './shapes.ts';

/** More rows than this are narrowed down first: the rows are noted in the transaction that starts the run. */
const MOST_ROWS = 100_000;

const Request = z.object({
  list: z.string().max(100).meta({ description: 'the list view the rows come from, like products.list' }),
  question: SavedQuestion.default({ filter: {} }).meta({ description: 'which rows of it: all that match now' }),
  ids: z.array(z.uuid()).min(1).max(250).optional().meta({ description: 'only these of them' }),
  operation: z.string().max(100).meta({ description: 'what to do to each, like products.archive' }),
  input: z.record(z.string(), z.unknown()).default({}).meta({ description: 'what the operation gets besides the id of the row' }),
});
type Request = z.output<typeof Request>;

/** Does one thing to every row that matches now, one after the other, in the caller's name. Answers at once; the work goes on by itself. */
export const startRun = operation({
  name: 'bulk.start',
  route: 'POST /bulk-runs',
  says: 'Change many records at once',
  needs: 'bulk:write',
  input: Request,
  output: z.object({ id: z.uuid(), total: z.int() }),
  async run(tx, request) {
    const list = listNamed(request.list);
    const work = workNamed(request);
    const { capabilities } = await authorityOf(tx);
    requireSeeing(capabilities, list);
    if (!capabilities.has(work.needs)) throw new Refusal('forbidden', `You may not do this: ${work.says.toLowerCase()} needs the permission "${work.needs}".`, { needs: work.needs });
    const id = await recordRun(tx, request, work);
    const total = await noteRows(tx, id, request);
    tx.changed({ record: 'bulk change', id, after: { operation: work.name, list: list.name, total, ...request.question } });
    tx.tell(bulkTurnDue, { runId: id, turn: newId() });
    return { id, total };
  },
});

const ANY_ID = '00000000-0000-7000-8000-000000000000';

// An operation without an id would do the same thing to the same record as often as there are rows.
function workNamed({ operation: name, input }: Request): Operation {
  const work = registry.operation(name);
  const ofOneRecord = work.on === 'admin' && work.input instanceof z.ZodObject && 'id' in work.input.shape;
  if (!ofOneRecord || 'id' in input) throw new Refusal('invalid', `"${name}" cannot be done to many rows at once.`);
  parseInput(work.input, { ...input, id: ANY_ID });
  return work;
}

async function recordRun(tx: Tx, { list, question, input }: Request, work: Operation): Promise<string> {
  const id = newId();
  await tx.sql`insert into bulk_runs (id, list, operation, says, input, question, actor, actor_name, total)
    values (${id}, ${list}, ${work.name}, ${work.says}, ${JSON.stringify(input)}::jsonb, ${JSON.stringify(question)}::jsonb, ${JSON.stringify(tx.actor)}::jsonb, ${actorName(tx.actor)}, 0)`;
  return id;
}

/** Notes the rows that match at this moment: what comes later, or starts to match later, is left alone. */
async function noteRows(tx: Tx, runId: string, { list, question, ids }: Request): Promise<number> {
  const matching = listNamed(list).list.matchingRows({ ...question, ...(ids && { ids: ids.join(',') }) });
  await tx.db.execute(sql`insert into bulk_rows (run_id, record_id, name) select ${runId}::uuid, m.id, left(coalesce(m.name, ''), 200) from (${matching} limit ${MOST_ROWS + 1}) m`);
  const [counted] = await tx.sql<{ total: number }>`update bulk_runs set total = (select count(*) from bulk_rows where run_id = ${runId}) where id = ${runId} returning total`;
  const { total } = counted!;
  if (total === 0) throw new Refusal('nothing_matches', 'No row matches any more, so there is nothing to do.');
  if (total > MOST_ROWS) throw new Refusal('too_many', `At most ${MOST_ROWS.toLocaleString('en-AU')} rows can be changed at once. Narrow the list with a filter.`);
  return total;
}
