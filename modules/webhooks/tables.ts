import { index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { appendOnly, belongsTo, tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Somebody else's address that wants to hear what happens. */
export const webhookEndpoints = tenantTable(
  'webhook_endpoints',
  {
    url: text('url').notNull(),
    description: text('description').notNull().default(''),
    /** Names of events; empty means all. */
    events: text('events').array().notNull(),
    state: text('state', { enum: ['active', 'paused', 'disabled'] }).notNull().default('active'),
    /** Why the house disabled it. */
    reason: text('reason').notNull().default(''),
    secretSealed: text('secret_sealed').notNull(),
    /** Until `old_until` deliveries are signed with this one as well. */
    oldSecretSealed: text('old_secret_sealed'),
    oldUntil: instant('old_until'),
    /** Failures without a success between them, since when, and until when nothing is tried. */
    failures: integer('failures').notNull().default(0),
    failingSince: instant('failing_since'),
    restUntil: instant('rest_until'),
    lastDeliveredAt: instant('last_delivered_at'),
    lastError: text('last_error').notNull().default(''),
    lastErrorAt: instant('last_error_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('webhook_endpoints_newest').on(t.workspaceId, t.createdAt, t.id)],
);
sealedColumn({ table: 'webhook_endpoints', column: 'secret_sealed', purpose: 'webhooks.secret' });
sealedColumn({ table: 'webhook_endpoints', column: 'old_secret_sealed', purpose: 'webhooks.secret' });

/** A fact as it is sent: every endpoint gets the same bytes under the same id. */
export const webhookMessages = tenantTable(
  'webhook_messages',
  { factId: uuid('fact_id'), event: text('event').notNull(), body: text('body').notNull(), at: instant('at').notNull() },
  (t) => [uniqueIndex('webhook_messages_once').on(t.workspaceId, t.factId), index('webhook_messages_age').on(t.workspaceId, t.at)],
);

/** One message on its way to one endpoint. */
export const webhookDeliveries = tenantTable(
  'webhook_deliveries',
  {
    messageId: uuid('message_id').notNull(),
    endpointId: uuid('endpoint_id').notNull(),
    event: text('event').notNull(),
    state: text('state', { enum: ['waiting', 'delivered', 'failed'] }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** While it is being sent: until when that sender has it for itself. */
    nextAttempt: instant('next_attempt'),
    lastStatus: integer('last_status'),
    lastError: text('last_error').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    belongsTo(t, t.messageId, webhookMessages, 'cascade'),
    belongsTo(t, t.endpointId, webhookEndpoints, 'cascade'),
    uniqueIndex('webhook_deliveries_once').on(t.workspaceId, t.messageId, t.endpointId),
    index('webhook_deliveries_of_endpoint').on(t.workspaceId, t.endpointId, t.createdAt, t.id),
    index('webhook_deliveries_open').on(t.workspaceId, t.endpointId, t.state).where(sql`state <> 'delivered'`),
    // Read across workspaces by the sender.
    index('webhook_deliveries_due').on(t.nextAttempt).where(sql`state = 'waiting'`),
  ],
);

/** What came of each try. */
export const webhookAttempts = appendOnly(
  tenantTable(
    'webhook_attempts',
    {
      deliveryId: uuid('delivery_id').notNull(),
      at: instant('at').notNull(),
      millis: integer('millis').notNull(),
      status: integer('status'),
      /** The beginning of the answer. */
      answer: text('answer').notNull().default(''),
      error: text('error').notNull().default(''),
    },
    (t) => [belongsTo(t, t.deliveryId, webhookDeliveries, 'cascade'), index('webhook_attempts_of_delivery').on(t.workspaceId, t.deliveryId, t.at)],
  ),
);
