import { bigint, boolean, date, jsonb, primaryKey, smallint, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { platformTable, tenantTable } from '#platform/db/tables.ts';
import type { Limits } from './limits.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

/** Tiers whose limits a superadmin has set. The others are as the code has them. */
export const tierSettings = platformTable('tier_settings', {
  tier: text('tier').primaryKey(),
  limits: jsonb('limits').$type<Limits>().notNull(),
  updatedAt: instant('updated_at'),
});

/** Where a flag differs from its default: for a tier or for one workspace. */
export const featureFlags = platformTable(
  'feature_flags',
  {
    flag: text('flag').notNull(),
    scope: text('scope', { enum: ['tier', 'workspace'] }).notNull(),
    /** The tier's name or the workspace's id. */
    target: text('target').notNull(),
    state: boolean('state').notNull(),
    updatedAt: instant('updated_at'),
  },
  (t) => [primaryKey({ name: 'feature_flags_pk', columns: [t.flag, t.scope, t.target] })],
);

/** What a workspace used on a day (UTC): sums of what passes by, or the level of what stays. */
export const usageDays = tenantTable(
  'usage_days',
  { day: date('day').notNull(), meter: text('meter').notNull(), amount: bigint('amount', { mode: 'number' }).notNull() },
  (t) => [uniqueIndex('usage_days_once').on(t.workspaceId, t.day, t.meter)],
);

/** Warnings given, so that each is given once a month. */
export const limitWarnings = tenantTable(
  'limit_warnings',
  {
    meter: text('meter').notNull(),
    /** YYYY-MM. */
    period: text('period').notNull(),
    /** 80 or 100 percent. */
    share: smallint('share').notNull(),
    used: bigint('used', { mode: 'number' }).notNull(),
    most: bigint('most', { mode: 'number' }).notNull(),
    at: instant('at'),
  },
  (t) => [uniqueIndex('limit_warnings_once').on(t.workspaceId, t.period, t.meter, t.share)],
);
