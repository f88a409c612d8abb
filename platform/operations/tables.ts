import { index, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { appendOnly, platformTable, searchText, tenantTable } from '../db/tables.ts';

/** Who did what, to which record, with what change, from where. Rows are only ever added. */
export const auditEntries = appendOnly(
  tenantTable(
    'audit_entries',
    {
      at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
      operation: text('operation').notNull(),
      actorKind: text('actor_kind').notNull(),
      actorId: text('actor_id').notNull(),
      actorName: text('actor_name').notNull(),
      record: text('record'),
      recordId: text('record_id'),
      input: jsonb('input').notNull(),
      changes: jsonb('changes').notNull(),
      requestId: text('request_id').notNull(),
      address: text('address'),
      searchText: searchText('operation', 'actor_name', 'record', 'record_id', 'request_id'),
    },
    (t) => [
      index('audit_entries_newest').on(t.workspaceId, t.at, t.id),
      index('audit_entries_record').on(t.workspaceId, t.recordId, t.at),
    ],
  ),
);

/** First answers by Idempotency-Key. `scope` holds caller, operation and key. */
export const idempotencyKeys = tenantTable(
  'idempotency_keys',
  {
    scope: text('scope').notNull(),
    requestHash: text('request_hash').notNull(),
    answer: jsonb('answer'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('idempotency_keys_scope').on(t.workspaceId, t.scope), index('idempotency_keys_age').on(t.createdAt)],
);

/** The same for the verbs of a person before any workspace is entered. */
export const accountKeys = platformTable(
  'account_keys',
  {
    id: uuid('id').primaryKey(),
    scope: text('scope').notNull().unique(),
    requestHash: text('request_hash').notNull(),
    answer: jsonb('answer'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [index('account_keys_age').on(t.createdAt)],
);

/** What superadmins did over the whole installation. A trigger refuses every change of a row. */
export const superadminEntries = platformTable(
  'superadmin_entries',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    operation: text('operation').notNull(),
    byId: uuid('by_id').notNull(),
    byName: text('by_name').notNull(),
    about: text('about').notNull(),
    workspaceId: uuid('workspace_id'),
    userId: uuid('user_id'),
    reason: text('reason'),
    before: jsonb('before'),
    after: jsonb('after'),
    requestId: text('request_id').notNull(),
    address: text('address'),
  },
  (t) => [index('superadmin_entries_newest').on(t.at.desc(), t.id)],
);
