import { workspaceSettings } from '#modules/accounts/index.ts';
import { notice, type NoticeText } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { taskAssigned, taskDueSoon, taskEscalated, taskOverdue, taskSummaryDue } from './events.ts';
import { sees, workersOf } from './people.ts';

const GROUP = { group: 'Tasks', needs: 'tasks:read' } as const;

const assigned = notice({
  ...GROUP,
  kind: 'tasks.assigned',
  on: taskAssigned,
  says: 'Tasks you are given',
  many: '# tasks were given to you',
  async text(r, { taskId, assigneeId }, told) {
    const task = assigneeId && assigneeId !== told.actor.id ? await openTask(r, taskId) : undefined;
    if (!task || task.assigneeId !== assigneeId) return undefined;
    return { title: `Your task: ${task.title}`, body: await deadlineWords(r, task), link: `/tasks/${taskId}`, to: [assigneeId!] };
  },
});

const dueSoon = notice({
  ...GROUP,
  kind: 'tasks.due',
  on: taskDueSoon,
  says: 'Your tasks that are due soon',
  many: '# of your tasks are due soon',
  text: (r, { taskId }) => ofTask(r, taskId, (title) => `Due soon: ${title}`),
});

const overdue = notice({
  ...GROUP,
  kind: 'tasks.overdue',
  on: taskOverdue,
  says: 'Your tasks that are overdue',
  many: '# of your tasks are overdue',
  urgency: 'urgent',
  text: (r, { taskId }) => ofTask(r, taskId, (title) => `Overdue: ${title}`),
});

/** For those who steer the workspace, and for its channels outside. */
const escalated = notice({
  group: 'Tasks',
  needs: 'settings:write',
  kind: 'tasks.escalated',
  on: taskEscalated,
  says: 'Tasks nobody finished in time',
  many: '# tasks stay overdue',
  urgency: 'urgent',
  async text(r, { taskId }) {
    const task = await openTask(r, taskId);
    if (!task) return undefined;
    const who = task.assigneeName ? `${task.assigneeName} has it.` : 'Nobody has taken it.';
    return { title: `Still not done: ${task.title}`, body: `${who} ${await deadlineWords(r, task)}`, link: `/tasks/${taskId}`, storefrontId: task.storefrontId };
  },
});

const summary = notice({
  ...GROUP,
  kind: 'tasks.summary',
  on: taskSummaryDue,
  says: 'Your open tasks, each morning',
  many: '# summaries of your tasks',
  urgency: 'quiet',
  text: (_r, { userId, open, overdue: late, today }) => ({
    title: open === 1 ? 'You have 1 open task' : `You have ${open} open tasks`,
    body: [late > 0 && `${late} overdue`, today > 0 && `${today} due today`].filter(Boolean).join(', '),
    link: '/tasks?view=mine',
    to: [userId],
  }),
});

interface OpenTask {
  title: string;
  kind: string;
  dueAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  storefrontId: string | null;
}

async function openTask(r: Reader, id: string): Promise<OpenTask | undefined> {
  const [task] = await r.sql<OpenTask>`
    select title, kind, due_at as "dueAt", assignee_id as "assigneeId", (select m.name from members m where m.user_id = assignee_id) as "assigneeName", storefront_id as "storefrontId"
    from tasks where id = ${id} and state = 'open'`;
  return task;
}

// Whoever has it hears of it; else those whose kind it is; else everybody who could take it.
async function ofTask(r: Reader, id: string, titled: (title: string) => string): Promise<NoticeText | undefined> {
  const task = await openTask(r, id);
  if (!task) return undefined;
  const to = task.assigneeId ? [task.assigneeId] : await peopleOfKind(r, task);
  return { title: titled(task.title), body: await deadlineWords(r, task), link: `/tasks/${id}`, ...(to.length > 0 ? { to } : { storefrontId: task.storefrontId }) };
}

async function peopleOfKind(r: Reader, { kind, storefrontId }: OpenTask): Promise<string[]> {
  const [route] = await r.sql<{ people: string[] }>`select people from task_routes where kind = ${kind}`;
  if (!route || route.people.length === 0) return [];
  return (await workersOf(r, route.people)).filter((worker) => sees(worker, storefrontId)).map(({ userId }) => userId);
}

async function deadlineWords(r: Reader, { dueAt }: OpenTask): Promise<string> {
  if (!dueAt) return '';
  const { locale, timeZone } = await workspaceSettings(r);
  return `Due ${new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(dueAt)}.`;
}

export const taskNotices = [assigned, dueSoon, overdue, escalated, summary];
