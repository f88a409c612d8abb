import { boolean, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { sessionTable } from '#modules/accounts/index.ts';
import { belongsTo, tenantTable } from '#platform/db/tables.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });
const createdAt = () => instant('created_at').notNull().defaultNow();

/** One fact told to one person. Unread, snoozed and archived are dates, so each is one of its own and a count of rows is the truth. */
export const notifications = tenantTable(
  'notifications',
  {
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    urgency: text('urgency').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    link: text('link').notNull(),
    /** The told fact; with kind and person it makes the row exist once. */
    factId: uuid('fact_id').notNull(),
    /** False: only pushed or mailed, because the person does not want it in the bell. */
    inBell: boolean('in_bell').notNull(),
    /** When it was told, or when its snooze ended. */
    shownAt: instant('shown_at').notNull(),
    readAt: instant('read_at'),
    archivedAt: instant('archived_at'),
    snoozedUntil: instant('snoozed_until'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('notifications_once').on(t.workspaceId, t.factId, t.kind, t.userId),
    index('notifications_shown').on(t.workspaceId, t.userId, t.shownAt.desc(), t.id.desc()),
    index('notifications_unread').on(t.workspaceId, t.userId, t.kind).where(sql`read_at is null and archived_at is null`),
    index('notifications_snoozed').on(t.workspaceId, t.snoozedUntil).where(sql`snoozed_until is not null`),
  ],
);

/** What somebody chose for a kind. Without a row the kind's urgency decides. */
export const notificationChoices = tenantTable(
  'notification_choices',
  {
    userId: uuid('user_id').notNull(),
    kind: text('kind').notNull(),
    bell: boolean('bell').notNull(),
    push: boolean('push').notNull(),
    mail: boolean('mail').notNull(),
  },
  (t) => [uniqueIndex('notification_choices_once').on(t.workspaceId, t.userId, t.kind)],
);

/** When somebody wants to be reached. Times of day are `HH:MM` in their own zone. */
export const notificationHabits = tenantTable(
  'notification_habits',
  {
    userId: uuid('user_id').notNull(),
    timeZone: text('time_zone').notNull(),
    quietFrom: text('quiet_from'),
    quietTo: text('quiet_to'),
    digest: text('digest', { enum: ['instant', 'hourly', 'daily'] }).notNull(),
    dailyAt: text('daily_at').notNull(),
  },
  (t) => [uniqueIndex('notification_habits_once').on(t.workspaceId, t.userId)],
);

/** A browser that takes pushes. */
export const pushDevices = tenantTable(
  'push_devices',
  {
    userId: uuid('user_id').notNull(),
    endpoint: text('endpoint').notNull(),
    p256dh: text('p256dh').notNull(),
    auth: text('auth').notNull(),
    /** The sign-in it was switched on in: signed out, expired or revoked, the browser gets no more. */
    sessionId: uuid('session_id').references(() => sessionTable.id, { onDelete: 'cascade' }),
    /** "Firefox on Windows". */
    name: text('name').notNull(),
    lastSentAt: instant('last_sent_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('push_devices_once').on(t.workspaceId, t.endpoint), index('push_devices_user').on(t.workspaceId, t.userId), index('push_devices_session').on(t.sessionId)],
);

/** A notification on its way by push or mail, to one device or one address. */
export const notificationDeliveries = tenantTable(
  'notification_deliveries',
  {
    notificationId: uuid('notification_id').notNull(),
    userId: uuid('user_id').notNull(),
    medium: text('medium', { enum: ['push', 'mail'] }).notNull(),
    deviceId: uuid('device_id'),
    dueAt: instant('due_at').notNull(),
    /** waiting, sending, sent, dropped (read meanwhile) or failed. */
    state: text('state').notNull().default('waiting'),
    /** What was sent together; the mail's own name, so that a repeated attempt is the same mail. */
    batch: uuid('batch'),
    attempts: integer('attempts').notNull().default(0),
    /** A process that died while sending holds its claim until then. */
    claimedUntil: instant('claimed_until'),
    lastError: text('last_error'),
    doneAt: instant('done_at'),
    createdAt: createdAt(),
  },
  (t) => [
    belongsTo(t, t.notificationId, notifications, 'cascade'),
    belongsTo(t, t.deviceId, pushDevices, 'cascade'),
    index('notification_deliveries_due').on(t.workspaceId, t.dueAt).where(sql`state in ('waiting', 'sending')`),
    index('notification_deliveries_notification').on(t.workspaceId, t.notificationId),
    index('notification_deliveries_device').on(t.workspaceId, t.deviceId),
  ],
);

/** What the workspace tells in a channel outside: kind by kind. */
export const notificationChannelChoices = tenantTable(
  'notification_channel_choices',
  { kind: text('kind').notNull(), channel: text('channel').notNull() },
  (t) => [uniqueIndex('notification_channel_choices_once').on(t.workspaceId, t.kind, t.channel)],
);

/** A fact on its way to a channel outside, once. */
export const notificationChannelMessages = tenantTable(
  'notification_channel_messages',
  {
    channel: text('channel').notNull(),
    kind: text('kind').notNull(),
    factId: uuid('fact_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    link: text('link').notNull(),
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'failed'] }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before; while it is being sent, until when that sender has it for itself. */
    dueAt: instant('due_at').notNull(),
    lastError: text('last_error'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('notification_channel_messages_once').on(t.workspaceId, t.factId, t.kind, t.channel),
    index('notification_channel_messages_due').on(t.workspaceId, t.dueAt).where(sql`state in ('waiting', 'sending')`),
    index('notification_channel_messages_newest').on(t.workspaceId, t.channel, t.createdAt),
  ],
);
