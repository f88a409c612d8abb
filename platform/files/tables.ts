import { bigint, index, integer, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '../db/tables.ts';

/** What is known of each stored file. The bytes lie in the file store under `key`. */
export const files = tenantTable(
  'files',
  {
    /** image, video, document or other. */
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    width: integer('width'),
    height: integer('height'),
    key: text('key').notNull(),
    /** public: anybody with the address. private: only by signed address. */
    visibility: text('visibility').notNull().default('public'),
    alt: text('alt'),
    /** SHA-256 of the bytes, hex. */
    checksum: text('checksum').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('files_key').on(t.workspaceId, t.key), index('files_newest').on(t.workspaceId, t.createdAt)],
);

/** One row a workspace: how much its files take. A trigger on `files` keeps it right, whoever adds or removes one. */
export const fileUsage = tenantTable(
  'file_usage',
  { bytes: bigint('bytes', { mode: 'number' }).notNull().default(0), files: integer('files').notNull().default(0) },
  (t) => [uniqueIndex('file_usage_once').on(t.workspaceId)],
);
