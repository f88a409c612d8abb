import { integer, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '../db/tables.ts';

/** The data keys of a workspace, each wrapped by a master key. The highest version seals; the others still open. */
export const vaultKeys = tenantTable(
  'vault_keys',
  {
    version: integer('version').notNull(),
    masterKeyId: text('master_key_id').notNull(),
    wrapped: text('wrapped').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('vault_keys_version').on(t.workspaceId, t.version)],
);
