import { DAY, later } from '#platform/time.ts';

/** What is told of an open task, in this order: it is due soon, it was due, nobody has done it for so long. */
export const REMINDERS = ['soon', 'overdue', 'escalated'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

export interface Reminder {
  kind: ReminderKind;
  at: Date;
}

interface Deadline {
  dueAt: Date;
  /** When those who steer the workspace hear of it. */
  escalateAt: Date;
}

/** A day before; for what is due within four days, when three quarters of the time are over. What is due already is overdue at once. */
export function firstReminder(from: Date, dueAt: Date | null): Reminder | null {
  if (!dueAt) return null;
  const left = dueAt.getTime() - from.getTime();
  return left <= 0 ? { kind: 'overdue', at: dueAt } : { kind: 'soon', at: later(dueAt, -Math.min(DAY, Math.round(left / 4))) };
}

/** What there is to tell now: after a long silence only the last of what was missed. */
export function reminderNow(next: ReminderKind, { dueAt, escalateAt }: Deadline, at: Date): ReminderKind {
  if (at >= escalateAt) return 'escalated';
  return at >= dueAt ? 'overdue' : next;
}

/** What follows on a reminder that was told. */
export function reminderAfter(told: ReminderKind, { dueAt, escalateAt }: Deadline): Reminder | null {
  if (told === 'soon') return { kind: 'overdue', at: dueAt };
  return told === 'overdue' ? { kind: 'escalated', at: escalateAt } : null;
}
