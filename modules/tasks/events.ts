import * as z from 'zod';
import { event } from '#platform/events/event.ts';

const Task = z.object({ taskId: z.uuid(), kind: z.string(), title: z.string() });
const live = { channel: 'tasks', as: 'task:updated' };

export const taskCreated = event({
  name: 'task.created',
  says: 'There is a new task',
  data: Task,
  about: 'taskId',
  live: { channel: 'tasks', as: 'task:created' },
});

export const taskAssigned = event({
  name: 'task.assigned',
  says: 'Somebody has a task now, or nobody any more',
  data: Task.extend({ assigneeId: z.uuid().nullable() }),
  about: 'taskId',
  live,
});

export const taskChanged = event({
  name: 'task.changed',
  says: 'A task was changed, finished, dropped or reopened',
  data: Task.extend({ change: z.enum(['edited', 'done', 'dropped', 'reopened']) }),
  about: 'taskId',
  live,
});

export const taskDueSoon = event({ name: 'task.due-soon', says: 'A task is due soon', data: Task, about: 'taskId', live });
export const taskOverdue = event({ name: 'task.overdue', says: 'A task was not finished in time', data: Task, about: 'taskId', live });

export const taskEscalated = event({
  name: 'task.escalated',
  says: 'A task stays overdue',
  data: Task,
  about: 'taskId',
  live,
});

/** Once a day for everybody who has open tasks. */
export const taskSummaryDue = event({
  name: 'task.summary-due',
  says: 'Somebody is to be told of their open tasks',
  data: z.object({ userId: z.uuid(), day: z.iso.date(), open: z.int(), overdue: z.int(), today: z.int() }),
  about: 'userId',
});

export const taskRouteChanged = event({
  name: 'task-route.changed',
  says: 'Where tasks of a kind go has changed',
  data: z.object({ routeId: z.uuid(), kind: z.string() }),
  about: 'routeId',
  live,
});
