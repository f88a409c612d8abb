import { sql } from 'drizzle-orm';
import { index, integer, jsonb, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { belongsTo, platformTable, tenantTable } from '#platform/db/tables.ts';
import { sealedColumn } from '#platform/vault/sealed-columns.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A workspace's account at an outside company. Disconnected ones stay, for the log of what they sent. */
export const integrationConnections = tenantTable(
  'integration_connections',
  {
    vendor: text('vendor').notNull(),
    /** The account in the vendor's words, and its id there. */
    label: text('label').notNull().default(''),
    accountId: text('account_id'),
    state: text('state', { enum: ['connected', 'broken', 'disconnected'] }).notNull().default('connected'),
    /** What is no secret. */
    settings: jsonb('settings').$type<Record<string, string>>().notNull().default({}),
    /** Keys, tokens and signing secrets as one sealed JSON; null once disconnected and given back. */
    secretsSealed: text('secrets_sealed'),
    /** When the access token ends, for connections that have one. */
    expiresAt: instant('expires_at'),
    /** Until then somebody is renewing it, or nobody should ask again. */
    refreshingUntil: instant('refreshing_until'),
    lastVerifiedAt: instant('last_verified_at'),
    lastError: text('last_error').notNull().default(''),
    lastErrorAt: instant('last_error_at'),
    /** Messages that were not believed, since it was connected. */
    refusedMessages: integer('refused_messages').notNull().default(0),
    lastRefusal: text('last_refusal').notNull().default(''),
    lastRefusalAt: instant('last_refusal_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('integration_connections_once').on(t.workspaceId, t.vendor),
    // Read across workspaces when a message comes in.
    index('integration_connections_id').on(t.id),
    index('integration_connections_account').on(t.vendor, t.accountId).where(sql`account_id is not null`),
    index('integration_connections_expiry').on(t.workspaceId, t.expiresAt).where(sql`expires_at is not null`),
  ],
);
sealedColumn({ table: 'integration_connections', column: 'secrets_sealed', purpose: 'integrations.secrets' });

/** A member on the way to a vendor's page of consent and back. */
export const integrationHandshakes = tenantTable(
  'integration_handshakes',
  {
    vendor: text('vendor').notNull(),
    userId: uuid('user_id').notNull(),
    /** SHA-256 of the state that goes along. */
    stateHash: text('state_hash').notNull(),
    verifierSealed: text('verifier_sealed').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('integration_handshakes_state').on(t.workspaceId, t.stateHash), index('integration_handshakes_age').on(t.workspaceId, t.expiresAt)],
);
sealedColumn({ table: 'integration_handshakes', column: 'verifier_sealed', purpose: 'integrations.handshake' });

/** What an outside company sent, once per id, as it came. */
export const inboundMessages = tenantTable(
  'inbound_messages',
  {
    connectionId: uuid('connection_id').notNull(),
    vendor: text('vendor').notNull(),
    /** The vendor's id of it; sent again it is the same message. */
    messageId: text('message_id').notNull(),
    event: text('event').notNull().default(''),
    headers: jsonb('headers').$type<Record<string, string>>().notNull().default({}),
    body: text('body').notNull(),
    state: text('state', { enum: ['waiting', 'done', 'ignored', 'failed'] }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** How often it came again. */
    repeats: integer('repeats').notNull().default(0),
    lastError: text('last_error').notNull().default(''),
    receivedAt: instant('received_at').notNull().defaultNow(),
    doneAt: instant('done_at'),
  },
  (t) => [
    belongsTo(t, t.connectionId, integrationConnections, 'cascade'),
    uniqueIndex('inbound_messages_once').on(t.workspaceId, t.connectionId, t.messageId),
    index('inbound_messages_newest').on(t.workspaceId, t.receivedAt, t.id),
    index('inbound_messages_of_connection').on(t.workspaceId, t.connectionId, t.receivedAt),
    index('inbound_messages_open').on(t.workspaceId, t.connectionId, t.state).where(sql`state in ('waiting', 'failed')`),
  ],
);

/** The installation's own registration at a vendor: client id and secret of its OAuth app, platform key, fee. */
export const vendorApps = platformTable('vendor_apps', {
  vendor: text('vendor').primaryKey(),
  settings: jsonb('settings').$type<Record<string, string>>().notNull().default({}),
  secretsSealed: text('secrets_sealed').notNull(),
  lastVerifiedAt: instant('last_verified_at'),
  lastError: text('last_error').notNull().default(''),
  lastErrorAt: instant('last_error_at'),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
