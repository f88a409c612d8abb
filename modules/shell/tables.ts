import { jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import type { Arrangement } from './arrangement-shape.ts';

/** How one member keeps their dashboard. Gone with the membership's account, harmless without it. */
export const sidebarArrangements = tenantTable(
  'sidebar_arrangements',
  {
    userId: uuid('user_id').notNull(),
    arrangement: jsonb('arrangement').$type<Partial<Arrangement>>().notNull().default({}),
    /** Names of hints the member does not want to see again. */
    dismissed: text('dismissed').array().notNull().default([]),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('sidebar_arrangements_once').on(t.workspaceId, t.userId)],
);

/** The preset everybody of the workspace begins with. No row: everything is shown. */
export const sidebarDefaults = tenantTable(
  'sidebar_defaults',
  { preset: text('preset').notNull().default('full'), updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow() },
  (t) => [uniqueIndex('sidebar_defaults_once').on(t.workspaceId)],
);
