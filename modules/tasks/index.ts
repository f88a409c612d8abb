/**
 * Tasks: what somebody has to do, by when. Words: kind (what sort of work), route (whose turn it is for a kind, and how long there is),
 * reminder (due soon, overdue, escalated), cause (what makes a task by itself, declared by the module that knows of it). Invariants: one task
 * while a cause lasts, however often and in whatever order its facts are heard, and done by itself when it is gone;
 * tasks of a kind go round its people one after the other, also when two come at once; whoever has a task may work on it and sees
 * it; each reminder is told once, and begins anew only with a new deadline; an ended task has nothing more to tell.
 */
import { module } from '#platform/module.ts';
import { personalLogs } from '#platform/tenancy/forget-person.ts';
import { changeTask } from './change-task.ts';
import { createTask } from './create-task.ts';
import { assignTask, dropTask, finishTask, reopenTask, takeTask } from './do-task.ts';
import * as events from './events.ts';
import { letGoOfTasks } from './let-go.ts';
import { taskNotices } from './notices.ts';
import { remindOfTasks } from './remind.ts';
import { removeTaskRoute, setTaskRoute, taskRouteList } from './routes.ts';
import { sumUpTasks } from './sum-up.ts';
import { raiseWaiting } from './task-cause.ts';
import * as tables from './tables.ts';
import { taskChoices, taskList, taskView } from './views.ts';

personalLogs.add('tasks', { text: ['title', 'note', 'related_label'] });

export const tasks = module({
  name: 'tasks',
  uses: ['accounts'],
  tables,
  operations: [createTask, changeTask, assignTask, takeTask, finishTask, dropTask, reopenTask, setTaskRoute, removeTaskRoute],
  views: [taskList, taskView, taskChoices, taskRouteList],
  events: Object.values(events),
  notices: taskNotices,
  reactions: [letGoOfTasks],
  schedules: [remindOfTasks, sumUpTasks, raiseWaiting],
  capabilities: { 'tasks:read': 'See tasks', 'tasks:write': 'Create tasks and work on them' },
});

export { taskCause } from './task-cause.ts';
export { createTask, changeTask, assignTask, takeTask, finishTask, dropTask, reopenTask, setTaskRoute, removeTaskRoute, taskList, taskView, taskChoices, taskRouteList, remindOfTasks, sumUpTasks, raiseWaiting };
