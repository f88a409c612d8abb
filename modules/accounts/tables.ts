import { bigint, boolean, char, index, integer, jsonb, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { platformTable, tenantTable } from '#platform/db/tables.ts';
import type { Brand } from './brand-shape.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => instant('created_at').notNull().defaultNow();
const updatedAt = () => instant('updated_at').notNull().defaultNow();

/** People. Email is stored in lower case. */
export const users = platformTable('users', {
  id: uuid('id').primaryKey().default(sql`new_id()`),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  /** May enter the superadmin area of this installation. */
  superadmin: boolean('superadmin').notNull().default(false),
  /** Signing in with the password also asks for a code of the authenticator app. */
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  /** Set while the person may not sign in anywhere. */
  disabledAt: instant('disabled_at'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

const ofUser = () => uuid('user_id').notNull().references(() => users.id, { onDelete: 'cascade' });

/** Signed-in browsers. The cookie carries the token with our signature, so a token read from here alone signs nobody in. */
export const sessions = platformTable(
  'sessions',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    userId: ofUser(),
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** When the person last proved more than the password in this sign-in: a code of the app, a backup code or a passkey. */
    secondFactorAt: instant('second_factor_at'),
    /** Written at most once a minute. */
    lastSeenAt: instant('last_seen_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_end').on(t.expiresAt)],
);

/** Ways a person proves who they are: a password (scrypt hash), later also outside providers. */
export const credentials = platformTable(
  'credentials',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    userId: ofUser(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('credentials_user').on(t.userId), unique('credentials_provider').on(t.providerId, t.accountId)],
);

/** The authenticator app of a person: its secret and the backup codes, both sealed with a key that follows from QUICKDASH_SECRET. */
export const secondFactors = platformTable(
  'second_factors',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    userId: ofUser().unique(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    /** False until the first code was right. */
    verified: boolean('verified').notNull().default(false),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
);

/** Passkeys: the public half of a key that never leaves the person's device. */
export const passkeys = platformTable(
  'passkeys',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    userId: ofUser(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: boolean('backed_up').notNull(),
    transports: text('transports'),
    aaguid: text('aaguid'),
    createdAt: createdAt(),
  },
  (t) => [index('passkeys_user').on(t.userId)],
);

/** Short-lived proofs: password reset links. */
export const verifications = platformTable(
  'verifications',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index('verifications_identifier').on(t.identifier), index('verifications_end').on(t.expiresAt)],
);

export const userPreferences = platformTable('user_preferences', {
  userId: uuid('user_id').primaryKey().references(() => users.id, { onDelete: 'cascade' }),
  activeWorkspaceId: uuid('active_workspace_id'),
});

/** Tries at a secret within a window, counted over all processes. The key is a hash, so no address is stored. */
export const attempts = platformTable(
  'attempts',
  { key: text('key').primaryKey(), used: integer('used').notNull(), until: instant('until').notNull() },
  (t) => [index('attempts_until').on(t.until)],
);

// Empty = everything. A storefront or location that is gone stays in the list, so that losing the last one never opens all.
const limits = () => ({ storefronts: uuid('storefronts').array(), locations: uuid('locations').array() });

/** Who belongs to the workspace, and as what. Name and email follow the person's own. */
export const members = tenantTable(
  'members',
  {
    userId: ofUser(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    role: text('role').notNull(),
    joinedAt: instant('joined_at').notNull().defaultNow(),
    ...limits(),
    /** Set while the member may not come in. */
    suspendedAt: instant('suspended_at'),
    lastSeenAt: instant('last_seen_at'),
  },
  (t) => [uniqueIndex('members_once').on(t.workspaceId, t.userId), index('members_user').on(t.userId)],
);

/** Roles a workspace made for itself. The built-in four live in code and follow its capabilities. */
export const roles = tenantTable(
  'roles',
  {
    key: text('key').notNull(),
    name: text('name').notNull(),
    capabilities: text('capabilities').array().notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('roles_key').on(t.workspaceId, t.key)],
);

export const invitations = tenantTable(
  'invitations',
  {
    email: text('email').notNull(),
    role: text('role').notNull(),
    ...limits(),
    tokenHash: text('token_hash').notNull().unique(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('invitations_open').on(t.workspaceId, t.email).where(sql`accepted_at is null`)],
);

/** Keys of programs. Only the hash is kept; a personal token never outlives or outranks its maker. */
export const apiTokens = tenantTable(
  'api_tokens',
  {
    name: text('name').notNull(),
    kind: text('kind', { enum: ['personal', 'workspace'] }).notNull(),
    /** The first characters, to recognise a token by. */
    start: text('start').notNull(),
    hash: text('hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    ...limits(),
    madeById: text('made_by_id').notNull(),
    madeByName: text('made_by_name').notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [index('api_tokens_newest').on(t.workspaceId, t.createdAt)],
);

/** One row a workspace: what its prices, dates and taxes mean. */
export const workspaceSettings = tenantTable(
  'workspace_settings',
  {
    currency: char('currency', { length: 3 }).notNull().default('USD'),
    country: char('country', { length: 2 }).notNull().default('US'),
    locale: text('locale').notNull().default('en-US'),
    timeZone: text('time_zone').notNull().default('UTC'),
    pricesIncludeTax: boolean('prices_include_tax').notNull().default(false),
    /** Members without a second factor are sent to set one up before they come in. */
    requireSecondFactor: boolean('require_second_factor').notNull().default(false),
    brand: jsonb('brand').$type<Brand>().notNull().default({}),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex('workspace_settings_once').on(t.workspaceId)],
);

/** Archives of everything a workspace has. The file lies beside the others, under `key`, until `expires_at`. */
export const workspaceExports = tenantTable(
  'workspace_exports',
  {
    state: text('state', { enum: ['waiting', 'ready', 'failed', 'expired'] }).notNull().default('waiting'),
    askedBy: text('asked_by').notNull(),
    askedById: text('asked_by_id').notNull(),
    key: text('key'),
    bytes: bigint('bytes', { mode: 'number' }),
    /** Rows in the archive, by table. */
    counts: jsonb('counts').$type<Record<string, number>>(),
    finishedAt: instant('finished_at'),
    expiresAt: instant('expires_at'),
    createdAt: createdAt(),
  },
  (t) => [index('workspace_exports_newest').on(t.workspaceId, t.createdAt, t.id)],
);

/** A superadmin who looks through a member's eyes: which of their sessions, into which workspace, why, and until when. */
export const impersonations = platformTable(
  'impersonations',
  {
    id: uuid('id').primaryKey().default(sql`new_id()`),
    /** The superadmin's own session. */
    sessionId: uuid('session_id').notNull(),
    superadminId: uuid('superadmin_id').notNull(),
    /** A session of the member, made for this and deleted with it; its token never leaves the server. */
    memberSessionId: uuid('member_session_id').notNull(),
    userId: ofUser(),
    workspaceId: uuid('workspace_id').notNull(),
    reason: text('reason').notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [index('impersonations_session').on(t.sessionId, t.startedAt.desc())],
);
