import { bigint, char, jsonb, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import type { ProviderFact } from '#modules/payments/index.ts';

/** The book of payments people make outside the program: bank transfers, cash, cheques. */
export const manualCharges = tenantTable(
  'manual_charges',
  {
    key: text('key').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    token: text('token').notNull().default(''),
    facts: jsonb('facts').$type<ProviderFact[]>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('manual_charges_key').on(t.workspaceId, t.key)],
);
