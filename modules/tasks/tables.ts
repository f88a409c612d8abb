import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { scopedBy, searchText, tenantTable } from '#platform/db/tables.ts';
import { REMINDERS } from './reminders.ts';

export const TASK_STATES = ['open', 'done', 'dropped'] as const;
export const TASK_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

const instant = (name: string) => timestamp(name, { withTimezone: true });
const listed = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** Something somebody has to do. One that lies in a storefront is seen by those who work there; one that lies nowhere by those who are not limited. */
export const tasks = scopedBy({ by: 'storefronts', column: 'storefront_id' }, tenantTable(
  'tasks',
  {
    title: text('title').notNull(),
    note: text('note').notNull().default(''),
    kind: text('kind').notNull(),
    priority: text('priority', { enum: TASK_PRIORITIES }).notNull().default('normal'),
    state: text('state', { enum: TASK_STATES }).notNull().default('open'),
    dueAt: instant('due_at'),
    /** The user behind a member; null = nobody yet. */
    assigneeId: uuid('assignee_id'),
    storefrontId: uuid('storefront_id'),
    /** The record it is about: the noun of its list, like `orders`, its id, and how and where people find it. */
    relatedType: text('related_type'),
    relatedId: uuid('related_id'),
    relatedLabel: text('related_label').notNull().default(''),
    relatedLink: text('related_link').notNull().default(''),
    /** What it came for by itself, while that lasts: one task for each. */
    sourceKey: text('source_key'),
    /** The reminder that comes next, and when. */
    nextReminder: text('next_reminder', { enum: REMINDERS }),
    nextReminderAt: instant('next_reminder_at'),
    /** Names as they were then; empty when it happened by itself. */
    createdBy: text('created_by').notNull().default(''),
    createdAt: instant('created_at').notNull().defaultNow(),
    finishedBy: text('finished_by').notNull().default(''),
    finishedAt: instant('finished_at'),
    searchText: searchText('title', 'related_label'),
  },
  (t) => [
    uniqueIndex('tasks_source').on(t.workspaceId, t.sourceKey).where(sql`source_key is not null`),
    index('tasks_newest').on(t.workspaceId, t.createdAt, t.id),
    index('tasks_due').on(t.workspaceId, t.dueAt, t.id).where(sql`state = 'open'`),
    index('tasks_of').on(t.workspaceId, t.assigneeId, t.dueAt).where(sql`state = 'open'`),
    index('tasks_about').on(t.workspaceId, t.relatedId).where(sql`related_id is not null`),
    index('tasks_reminders').on(t.workspaceId, t.nextReminderAt).where(sql`next_reminder_at is not null`),
    check('tasks_state', sql.raw(`state in (${listed(TASK_STATES)})`)),
    check('tasks_priority', sql.raw(`priority in (${listed(TASK_PRIORITIES)})`)),
    check('tasks_reminder', sql.raw(`next_reminder in (${listed(REMINDERS)}) and (next_reminder is null) = (next_reminder_at is null)`)),
    check('tasks_finished', sql`(state = 'open') = (finished_at is null)`),
    check('tasks_related', sql`(related_type is null) = (related_id is null)`),
  ],
));

/** Where tasks of a kind go: people in turn, and the time there is for them. */
export const taskRoutes = tenantTable(
  'task_routes',
  {
    kind: text('kind').notNull(),
    /** Users, in the order of their turns. */
    people: uuid('people').array().notNull().default(sql`'{}'`),
    /** Who got the last one. */
    lastPerson: uuid('last_person'),
    /** Hours until a task of this kind is due unless it says so itself; null = it is not. */
    dueHours: integer('due_hours'),
    /** Hours after that until those who steer the workspace hear of it. */
    escalateHours: integer('escalate_hours').notNull().default(24),
    /** For kinds that come by themselves: whether they do, how urgent they are, and how many hours their cause has to last; null = as usual. */
    active: boolean('active').notNull().default(true),
    priority: text('priority', { enum: TASK_PRIORITIES }),
    waitHours: integer('wait_hours'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('task_routes_kind').on(t.workspaceId, t.kind),
    index('task_routes_newest').on(t.workspaceId, t.createdAt, t.id),
    check('task_routes_due', sql`due_hours between 1 and 8760`),
    check('task_routes_escalate', sql`escalate_hours between 1 and 720`),
    check('task_routes_priority', sql.raw(`priority in (${listed(TASK_PRIORITIES)})`)),
    check('task_routes_wait', sql`wait_hours between 0 and 720`),
  ],
);

/** Who was told of their open tasks on which day; kept for a week. */
export const taskSummaries = tenantTable(
  'task_summaries',
  { userId: uuid('user_id').notNull(), day: date('day').notNull() },
  (t) => [uniqueIndex('task_summaries_once').on(t.workspaceId, t.userId, t.day)],
);
