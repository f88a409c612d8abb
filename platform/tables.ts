import type { PgTable } from 'drizzle-orm/pg-core';
import { outbox, reactionReceipts } from './events/tables.ts';
import { files, fileUsage } from './files/tables.ts';
import { accountMails, mailMessages } from './mail/tables.ts';
import { pushKeys } from './push/tables.ts';
import { accountKeys, auditEntries, idempotencyKeys, superadminEntries } from './operations/tables.ts';
import { rateWindows } from './rate-limit/tables.ts';
import { workspaces } from './tenancy/tables.ts';
import { vaultKeys } from './vault/tables.ts';

/** Tables the platform itself owns. */
export const platformTables: Record<string, PgTable> = {
  workspaces,
  outbox,
  reactionReceipts,
  auditEntries,
  idempotencyKeys,
  superadminEntries,
  accountKeys,
  vaultKeys,
  files,
  fileUsage,
  mailMessages,
  accountMails,
  rateWindows,
  pushKeys,
};
