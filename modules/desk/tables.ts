import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';
import type { Actor } from '#platform/tenancy/actor.ts';
import type { Layout, SavedQuestion } from './shapes.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A table as somebody likes to look at it. */
export const savedViews = tenantTable(
  'saved_views',
  {
    list: text('list').notNull(),
    name: text('name').notNull(),
    scope: text('scope', { enum: ['mine', 'team'] }).notNull(),
    ownerId: text('owner_id').notNull(),
    ownerName: text('owner_name').notNull(),
    question: jsonb('question').$type<SavedQuestion>().notNull(),
    layout: jsonb('layout').$type<Layout>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('saved_views_of').on(t.workspaceId, t.list, t.ownerId), check('saved_views_scope', sql`scope in ('mine', 'team')`)],
);

/** Which view a person's table opens with: the id of a saved one or the name of a built-in one. */
export const defaultViews = tenantTable(
  'default_views',
  { list: text('list').notNull(), ownerId: text('owner_id').notNull(), view: text('view').notNull() },
  (t) => [uniqueIndex('default_views_one').on(t.workspaceId, t.ownerId, t.list)],
);

export const RUN_STATES = ['waiting', 'running', 'done', 'cancelled'] as const;
export const ROW_STATES = ['waiting', 'done', 'failed', 'skipped'] as const;

/** One operation carried out for many rows, on somebody's behalf. */
export const bulkRuns = tenantTable(
  'bulk_runs',
  {
    list: text('list').notNull(),
    operation: text('operation').notNull(),
    says: text('says').notNull(),
    input: jsonb('input').$type<Record<string, unknown>>().notNull(),
    /** What the rows had to match when it began. */
    question: jsonb('question').$type<SavedQuestion>().notNull(),
    actor: jsonb('actor').$type<Actor>().notNull(),
    actorName: text('actor_name').notNull(),
    state: text('state', { enum: RUN_STATES }).notNull().default('waiting'),
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    failed: integer('failed').notNull().default(0),
    skipped: integer('skipped').notNull().default(0),
    /** A worker has it until then; a dead one's run is taken over. */
    leaseUntil: instant('lease_until'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('bulk_runs_newest').on(t.workspaceId, t.createdAt, t.id),
    index('bulk_runs_open').on(t.workspaceId, t.leaseUntil).where(sql`ended_at is null`),
    check('bulk_runs_state', sql`state in ('waiting', 'running', 'done', 'cancelled')`),
  ],
);

/** The rows of a run, as they matched when it began, and what became of each. */
export const bulkRows = tenantTable(
  'bulk_rows',
  {
    runId: uuid('run_id').notNull(),
    recordId: uuid('record_id').notNull(),
    name: text('name').notNull().default(''),
    state: text('state', { enum: ROW_STATES }).notNull().default('waiting'),
    sentence: text('sentence'),
  },
  (t) => [
    belongsTo(t, t.runId, bulkRuns, 'cascade'),
    uniqueIndex('bulk_rows_once').on(t.workspaceId, t.runId, t.recordId),
    index('bulk_rows_state').on(t.workspaceId, t.runId, t.state, t.recordId),
    check('bulk_rows_states', sql`state in ('waiting', 'done', 'failed', 'skipped')`),
  ],
);
