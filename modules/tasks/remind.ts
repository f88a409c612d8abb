import { schedule } from '#platform/events/reaction.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { HOUR, later } from '#platform/time.ts';
import { taskDueSoon, taskEscalated, taskOverdue } from './events.ts';
import { USUAL_ESCALATION } from './kinds.ts';
import { reminderAfter, reminderNow, type ReminderKind } from './reminders.ts';

const AT_ONCE = 200;
const facts = { soon: taskDueSoon, overdue: taskOverdue, escalated: taskEscalated };

interface Due {
  id: string;
  kind: string;
  title: string;
  next: ReminderKind;
  dueAt: Date;
  hours: number | null;
}

/** Every five minutes: what is due soon, overdue, or still overdue is told. That it was, is written in the same transaction. */
export const remindOfTasks = schedule({
  name: 'tasks.remind',
  everySeconds: 300,
  async run(ctx) {
    let told: number;
    do told = await ctx.transaction(remindOfSome);
    while (told === AT_ONCE);
  },
});

async function remindOfSome(tx: Tx): Promise<number> {
  const due = await tx.sql<Due>`
    select t.id, t.kind, t.title, t.next_reminder as next, t.due_at as "dueAt", (select r.escalate_hours from task_routes r where r.kind = t.kind) as hours
    from tasks t where t.next_reminder_at <= ${tx.now} and t.state = 'open' order by t.next_reminder_at limit ${AT_ONCE} for update skip locked`;
  for (const each of due) await remind(tx, each);
  return due.length;
}

async function remind(tx: Tx, { id, kind, title, next, dueAt, hours }: Due): Promise<void> {
  const deadline = { dueAt, escalateAt: later(dueAt, (hours ?? USUAL_ESCALATION) * HOUR) };
  const told = reminderNow(next, deadline, tx.now);
  const following = reminderAfter(told, deadline);
  await tx.sql`update tasks set next_reminder = ${following?.kind ?? null}, next_reminder_at = ${following?.at ?? null} where id = ${id}`;
  tx.tell(facts[told], { taskId: id, kind, title });
}
