import { index, jsonb, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { appendOnly, tenantTable } from '../db/tables.ts';

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
    },
    (t) => [
      index('audit_entries_newest').on(t.workspaceId, t.at.desc(), t.id),
      index('audit_entries_record').on(t.workspaceId, t.recordId, t.at.desc()),
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
