import { Badge, type Tone } from '#ui/badge.tsx';
import { DateTime } from '#ui/date-time.tsx';

export const stateWords: Record<string, string> = { open: 'Open', done: 'Done', dropped: 'Dropped' };
export const priorityWords: Record<string, string> = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };

const stateTones: Record<string, Tone> = { open: 'info', done: 'good' };
const priorityTones: Record<string, Tone> = { high: 'warn', urgent: 'bad' };

export function TaskState({ state }: { state: string }) {
  return <Badge tone={stateTones[state] ?? 'plain'}>{stateWords[state] ?? state}</Badge>;
}

/** What is as usual needs no word. */
export function Priority({ priority }: { priority: string }) {
  if (priority === 'normal') return <span data-nothing className="text-ink-3">Normal</span>;
  return <Badge tone={priorityTones[priority] ?? 'plain'}>{priorityWords[priority] ?? priority}</Badge>;
}

/** When it is due; what is late is said in a word. */
export function Due({ task }: { task: { dueAt: string | null; overdue: boolean } }) {
  if (!task.dueAt) return <span data-nothing className="text-ink-3">–</span>;
  return <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1"><DateTime at={task.dueAt} />{task.overdue && <Badge tone="bad">Overdue</Badge>}</span>;
}
