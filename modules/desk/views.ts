import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { bulkEnded, bulkProgressed } from './events.ts';
import { bulkRows, bulkRuns, ROW_STATES, RUN_STATES } from './tables.ts';

const changesWith = [bulkProgressed, bulkEnded] as never;

export const runList = listView({
  name: 'bulk.list',
  route: 'GET /bulk-runs',
  says: 'Bulk changes',
  needs: 'bulk:read',
  from: bulkRuns,
  columns: {
    says: column(bulkRuns.says, { says: 'What', search: true, sort: true }),
    state: column(bulkRuns.state, { says: 'State', filter: 'any of', values: RUN_STATES }),
    total: column(bulkRuns.total, { says: 'Rows', filter: 'range', sort: true }),
    done: column(bulkRuns.done, { says: 'Done', filter: 'range', sort: true }),
    failed: column(bulkRuns.failed, { says: 'Failed', filter: 'range', sort: true }),
    skipped: column(bulkRuns.skipped, { says: 'Skipped', filter: 'range', sort: true }),
    actorName: column(bulkRuns.actorName, { says: 'By', filter: 'text', search: true, sort: true }),
    operation: column(bulkRuns.operation, { says: 'Operation', filter: 'any of' }),
    list: column(bulkRuns.list, { says: 'List', filter: 'any of' }),
    createdAt: column(bulkRuns.createdAt, { says: 'Started', filter: 'dates', sort: 'newest first' }),
    endedAt: column(bulkRuns.endedAt, { says: 'Ended', filter: 'dates', sort: true }),
  },
  changesWith,
});

export const rowList = listView({
  name: 'bulk.rows',
  route: 'GET /bulk-rows',
  says: 'Rows of bulk changes',
  needs: 'bulk:read',
  from: bulkRows,
  joins: [{ table: bulkRuns, on: eq(bulkRuns.id, bulkRows.runId) }],
  columns: {
    name: column(bulkRows.name, { says: 'Row', search: true, sort: true }),
    state: column(bulkRows.state, { says: 'State', filter: 'any of', values: ROW_STATES, sort: true }),
    sentence: column(bulkRows.sentence, { says: 'Why', search: true, filter: 'text' }),
    recordId: column(bulkRows.recordId, { says: 'Record id', filter: 'any of' }),
    runId: column(bulkRows.runId, { says: 'Bulk change id', filter: 'any of' }),
    operation: column(bulkRuns.operation, { says: 'Operation', filter: 'any of' }),
  },
  changesWith,
});

const Run = z.object({
  id: z.uuid(),
  says: z.string(),
  operation: z.string(),
  list: z.string(),
  state: z.enum(RUN_STATES),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  skipped: z.int(),
  actorName: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const runGet = view({
  name: 'bulk.get',
  route: 'GET /bulk-runs/:id',
  says: 'A bulk change',
  needs: 'bulk:read',
  input: z.object({ id: z.uuid() }),
  output: Run,
  changesWith,
  async read(r, { id }) {
    const [run] = await r.sql<Omit<z.output<typeof Run>, 'createdAt' | 'endedAt'> & { createdAt: Date; endedAt: Date | null }>`
      select id, says, operation, list, state, total, done, failed, skipped, actor_name as "actorName", created_at as "createdAt", ended_at as "endedAt" from bulk_runs where id = ${id}`;
    if (!run) throw notFound('The bulk change');
    return { ...run, createdAt: run.createdAt.toISOString(), endedAt: run.endedAt?.toISOString() ?? null };
  },
});
