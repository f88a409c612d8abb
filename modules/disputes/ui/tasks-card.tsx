import { Card } from '#ui/card.tsx';
import { DateTime } from '#ui/date-time.tsx';
import { TextLink } from '#ui/link.tsx';

export interface DisputeTask {
  id: string;
  title: string;
  state: string;
  assignee: string | null;
  dueAt: string | null;
  overdue: boolean;
}

/** Who has to answer, by when. */
export function TasksCard({ tasks }: { tasks: readonly DisputeTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <Card title={tasks.length === 1 ? 'Task' : 'Tasks'}>
      <ul className="flex flex-col gap-3">
        {tasks.map((task) => (
          <li key={task.id}>
            <p><TextLink to={`/tasks/${task.id}`}>{task.title}</TextLink></p>
            <p className="text-[13px] text-ink-3">{standing(task)}{task.state === 'open' && task.dueAt && <> · {task.overdue ? 'overdue since' : 'due'} <DateTime at={task.dueAt} as="sentence" /></>}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function standing({ state, assignee }: DisputeTask): string {
  if (state !== 'open') return state === 'done' ? 'Done' : 'Dropped';
  return assignee ?? 'Nobody has taken it yet';
}
