import { sql } from 'drizzle-orm';
import { bigint, char, index, integer, jsonb, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import type { DisputeFact, DisputeReason, DisputeState, ProviderFact } from '#modules/payments/index.ts';

/**
 * What the test provider did, in its own book: tests compare it with payments and orders after a crash. `later_facts` happen at
 * `due_at`; `webhooks` is how often it will then send its message.
 */
export const testProviderCharges = tenantTable(
  'test_provider_charges',
  {
    key: text('key').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    token: text('token').notNull(),
    facts: jsonb('facts').$type<ProviderFact[]>().notNull(),
    laterFacts: jsonb('later_facts').$type<ProviderFact[]>().notNull().default([]),
    webhooks: integer('webhooks').notNull().default(0),
    dueAt: timestamp('due_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('test_provider_charges_key').on(t.workspaceId, t.key), index('test_provider_charges_due').on(t.workspaceId, t.dueAt).where(sql`webhooks > 0`)],
);

/** Disputes over the test provider's charges, in its own book. `told` is what it has sent its message about. */
export const testProviderDisputes = tenantTable(
  'test_provider_disputes',
  {
    reference: text('reference').notNull(),
    chargeKey: text('charge_key').notNull(),
    state: text('state').$type<DisputeState>().notNull(),
    reason: text('reason').$type<DisputeReason>().notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    facts: jsonb('facts').$type<DisputeFact[]>().notNull().default([]),
    /** What was handed in, by the key it was asked with. */
    answers: jsonb('answers').$type<{ key: string; kind: string; fields?: object; files?: string[] }[]>().notNull().default([]),
    respondBy: timestamp('respond_by', { withTimezone: true }).notNull(),
    dueAt: timestamp('due_at', { withTimezone: true }),
    openedAt: timestamp('opened_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [uniqueIndex('test_provider_disputes_reference').on(t.workspaceId, t.reference), index('test_provider_disputes_due').on(t.workspaceId, t.dueAt).where(sql`due_at is not null`)],
);
