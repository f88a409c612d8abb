import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { HOUR, later } from '#platform/time.ts';
import { settingsOf } from './kinds.ts';
import { sees, workersOf } from './people.ts';

interface Route {
  id: string;
  people: string[];
  last: string | null;
}

/**
 * Whose turn it is: the next of the kind's people after the one who got the last task, leaving out who cannot have it. The row stays
 * locked until the task is there, so two tasks at once go to two people.
 */
export async function nextPerson(tx: Tx, kind: string, storefrontId: string | null): Promise<string | null> {
  const [route] = await tx.sql<Route>`select id, people, last_person as last from task_routes where kind = ${kind} for update`;
  if (!route || route.people.length === 0) return null;
  const fit = new Set((await workersOf(tx, route.people)).filter((worker) => sees(worker, storefrontId)).map(({ userId }) => userId));
  const next = inTurn(route).find((userId) => fit.has(userId)) ?? null;
  if (next) await tx.sql`update task_routes set last_person = ${next} where id = ${route.id}`;
  return next;
}

function inTurn({ people, last }: Route): string[] {
  const start = last === null ? 0 : people.indexOf(last) + 1;
  return [...people.slice(start), ...people.slice(0, start)];
}

/** When a task of this kind is due unless it says so itself. */
export async function usualDeadline(r: Reader, kind: string, from: Date): Promise<Date | null> {
  const { dueHours } = await settingsOf(r, kind);
  return dueHours === null ? null : later(from, dueHours * HOUR);
}
