import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';

export const GENERAL = 'general';

const known = new Map<string, string>([[GENERAL, 'To do']]);

/** Kinds of tasks that modules raise, in words. A workspace adds kinds of its own by saying where they go. */
export const taskKinds = {
  add(kind: string, says: string): void {
    known.set(kind, says);
  },
  all: (): { kind: string; says: string }[] => [...known].map(([kind, says]) => ({ kind, says })),
};

/** The kinds of this workspace: those of the modules, then its own. */
export async function kindsOf(r: Reader): Promise<{ kind: string; says: string }[]> {
  const own = await r.sql<{ kind: string }>`select kind from task_routes order by kind limit 200`;
  return [...taskKinds.all(), ...own.filter(({ kind }) => !known.has(kind)).map(({ kind }) => ({ kind, says: kind }))];
}

export async function requireKind(r: Reader, kind: string): Promise<void> {
  if (known.has(kind)) return;
  const own = await r.sql`select 1 from task_routes where kind = ${kind}`;
  if (own.length === 0) throw new Refusal('invalid', `There is no kind of task called “${kind}”. Say first where such tasks go.`, { fields: { kind: 'is not known here' } });
}
