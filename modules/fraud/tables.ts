import { sql } from 'drizzle-orm';
import { bigint, boolean, char, check, index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scopedBy, tenantTable } from '#platform/db/tables.ts';
import type { Reason } from './score.ts';
import type { RuleConditions } from './rule-conditions.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const CHECK_STATES = ['passed', 'held', 'approved', 'rejected'] as const;

/** What an order looked like: its score, why, and what people decided. The marks find other orders of the same mail, place, network or card. */
export const fraudChecks = scopedBy({ by: 'storefronts', column: 'order_id', of: 'orders' }, tenantTable(
  'fraud_checks',
  {
    orderId: uuid('order_id').notNull(),
    orderNumber: integer('order_number').notNull(),
    total: bigint('total', { mode: 'number' }).notNull(),
    currency: char('currency', { length: 3 }).notNull(),
    score: integer('score').notNull(),
    reasons: jsonb('reasons').$type<Reason[]>().notNull().default([]),
    state: text('state', { enum: CHECK_STATES }).notNull(),
    mail: text('mail').notNull().default(''),
    place: text('place').notNull().default(''),
    network: text('network').notNull().default(''),
    decidedBy: text('decided_by').notNull().default(''),
    note: text('note').notNull().default(''),
    decidedAt: instant('decided_at'),
    placedAt: instant('placed_at').notNull(),
  },
  (t) => [
    uniqueIndex('fraud_checks_order').on(t.workspaceId, t.orderId),
    index('fraud_checks_newest').on(t.workspaceId, t.placedAt, t.id),
    index('fraud_checks_mail').on(t.workspaceId, t.mail, t.placedAt).where(sql`mail <> ''`),
    index('fraud_checks_place').on(t.workspaceId, t.place, t.placedAt).where(sql`place <> ''`),
    index('fraud_checks_network').on(t.workspaceId, t.network, t.placedAt).where(sql`network <> ''`),
    index('fraud_checks_held').on(t.workspaceId, t.placedAt).where(sql`state = 'held'`),
    check('fraud_checks_state', sql`state in ('passed', 'held', 'approved', 'rejected')`),
    check('fraud_checks_score', sql`score between 0 and 100`),
  ],
));

/** What the merchant says beyond the score, in this order. */
export const fraudRules = tenantTable(
  'fraud_rules',
  {
    name: text('name').notNull(),
    active: boolean('active').notNull().default(true),
    rules: jsonb('rules').$type<RuleConditions>().notNull(),
    action: text('action', { enum: ['add', 'hold', 'allow'] }).notNull(),
    points: integer('points').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [index('fraud_rules_newest').on(t.workspaceId, t.createdAt, t.id), check('fraud_rules_action', sql`action in ('add', 'hold', 'allow')`), check('fraud_rules_points', sql`points between -100 and 100`)],
);

/** Mails, domains and places that are always held, or never. */
export const fraudList = tenantTable(
  'fraud_list',
  {
    kind: text('kind', { enum: ['mail', 'domain', 'place'] }).notNull(),
    /** As it is compared: lower case, without what does not matter. */
    value: text('value').notNull(),
    verdict: text('verdict', { enum: ['blocked', 'trusted'] }).notNull(),
    note: text('note').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [check('fraud_list_kind', sql`kind in ('mail', 'domain', 'place')`), check('fraud_list_verdict', sql`verdict in ('blocked', 'trusted')`), uniqueIndex('fraud_list_value').on(t.workspaceId, t.kind, t.value), index('fraud_list_newest').on(t.workspaceId, t.createdAt, t.id)],
);

/** From which score an order is held. One row a workspace; nobody is held without it. */
export const fraudSettings = tenantTable('fraud_settings', { holdAt: integer('hold_at') }, (t) => [uniqueIndex('fraud_settings_one').on(t.workspaceId), check('fraud_settings_range', sql`hold_at between 1 and 100`)]);
