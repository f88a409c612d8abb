import * as z from 'zod';
import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { cancelJob, requireJob, runJobAgain } from '#platform/jobs/control.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';

const STATES = ['waiting', 'running', 'retrying', 'done', 'cancelled', 'parked'] as const;
const instant = (name: string) => timestamp(name, { withTimezone: true });

// A view over the queue, made with the queue: it shows the jobs of the open workspace.
const seen = pgTable('background_jobs', {
  id: uuid('id').notNull(),
  reaction: text('reaction').notNull(),
  event: text('event'),
  about: text('about'),
  state: text('state', { enum: STATES }).notNull(),
  attempts: integer('attempts').notNull(),
  message: text('message'),
  createdAt: instant('created_at').notNull(),
  startedAt: instant('started_at'),
  endedAt: instant('ended_at'),
});

/** What runs behind the pages of this workspace: one reaction to one told fact a row. */
export const jobList = listView({
  name: 'jobs.list',
  route: 'GET /jobs',
  says: 'Background work',
  needs: 'jobs:read',
  from: seen,
  columns: {
    reaction: column(seen.reaction, { says: 'Work', filter: 'any of', search: true, sort: true }),
    state: column(seen.state, { says: 'State', filter: 'any of', values: STATES, sort: true }),
    event: column(seen.event, { says: 'Because of', filter: 'any of', search: true, sort: true }),
    about: column(seen.about, { says: 'Record', filter: 'any of', search: true }),
    attempts: column(seen.attempts, { says: 'Attempts', filter: 'range', sort: true }),
    message: column(seen.message, { says: 'Trouble', filter: 'text', search: true }),
    createdAt: column(seen.createdAt, { says: 'Since', filter: 'dates', sort: 'newest first' }),
    startedAt: column(seen.startedAt, { says: 'Started', filter: 'dates', sort: true }),
    endedAt: column(seen.endedAt, { says: 'Ended', filter: 'dates', sort: true }),
  },
});

const Which = z.object({ id: z.uuid() });

export const retryWork = operation({
  name: 'jobs.retry',
  route: 'POST /jobs/:id/retry',
  says: 'Run parked work again',
  needs: 'jobs:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    await requireJob(tx.workspaceId, id);
    return { id };
  },
  async afterCommit(ctx, answer) {
    await runJobAgain(ctx.workspaceId, answer.id);
    return answer;
  },
});

export const cancelWork = operation({
  name: 'jobs.cancel',
  route: 'POST /jobs/:id/cancellation',
  says: 'Cancel waiting work',
  needs: 'jobs:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    await requireJob(tx.workspaceId, id);
    return { id };
  },
  async afterCommit(ctx, answer) {
    await cancelJob(ctx.workspaceId, answer.id);
    return answer;
  },
});
