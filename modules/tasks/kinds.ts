import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { TASK_PRIORITIES } from './tables.ts';

export const GENERAL = 'general';

/** What is decided about tasks of a kind beside who gets them. */
export interface KindSettings {
  /** Do such tasks come by themselves? */
  active: boolean;
  priority: (typeof TASK_PRIORITIES)[number];
  /** Hours until one is due unless it says so itself; null = never. */
  dueHours: number | null;
  /** Hours its cause has to last before it comes; null = it comes at once. */
  waitHours: number | null;
}

/** A kind of task that comes by itself. */
export interface RaisedKind {
  kind: string;
  says: string;
  /** When one comes, in a sentence. */
  comes: string;
  /** As long as the workspace says nothing else. */
  usual: KindSettings;
}

const raised = new Map<string, RaisedKind>();
const words = new Map<string, string>([[GENERAL, 'To do']]);
const OF_PEOPLE: KindSettings = { active: false, priority: 'normal', dueHours: null, waitHours: null };

/** Declared once, at load, by the module whose facts are the cause. */
export function addRaisedKind(kind: RaisedKind): void {
  raised.set(kind.kind, kind);
  words.set(kind.kind, kind.says);
}

export function raisedKind(kind: string): RaisedKind | undefined {
  return raised.get(kind);
}

/** A kind as it is here: what modules bring along, then the workspace's own. */
interface KindHere extends KindSettings {
  kind: string;
  says: string;
  /** When tasks of it come by themselves; null = only people make them. */
  comes: string | null;
  /** Where they go, when the workspace has said so. */
  routeId: string | null;
  people: string[];
  escalateHours: number;
}

type Row = KindSettingsRow & Pick<KindHere, 'kind' | 'people' | 'escalateHours'> & { id: string };

export const USUAL_ESCALATION = 24;

export async function kindsOf(r: Reader): Promise<KindHere[]> {
  const rows = await r.sql<Row>`
    select id, kind, people, active, priority, due_hours as "dueHours", escalate_hours as "escalateHours", wait_hours as "waitHours" from task_routes order by kind limit 200`;
  const own = rows.map(({ kind }) => kind).filter((kind) => !words.has(kind));
  return [...words.keys(), ...own].map((kind) => here(kind, rows.find((row) => row.kind === kind)));
}

function here(kind: string, row: Row | undefined): KindHere {
  const { id: routeId = null, people = [], escalateHours = USUAL_ESCALATION } = row ?? {};
  return { kind, says: words.get(kind) ?? kind, comes: raised.get(kind)?.comes ?? null, routeId, people, escalateHours, ...settled(kind, row) };
}

/** How tasks of a kind are made in this workspace. */
export async function settingsOf(r: Reader, kind: string): Promise<KindSettings> {
  const [row] = await r.sql<KindSettingsRow>`select active, priority, due_hours as "dueHours", wait_hours as "waitHours" from task_routes where kind = ${kind}`;
  return settled(kind, row);
}

type KindSettingsRow = Omit<KindSettings, 'priority'> & { priority: KindSettings['priority'] | null };

// A route says everything anew; only what it leaves open is as usual.
function settled(kind: string, row: KindSettingsRow | undefined): KindSettings {
  const usual = raised.get(kind)?.usual ?? OF_PEOPLE;
  if (!row) return usual;
  const { active, priority, dueHours, waitHours } = row;
  return { active: active && raised.has(kind), priority: priority ?? usual.priority, dueHours, waitHours: usual.waitHours === null ? null : (waitHours ?? usual.waitHours) };
}

export async function requireKind(r: Reader, kind: string): Promise<void> {
  if (words.has(kind)) return;
  const own = await r.sql`select 1 from task_routes where kind = ${kind}`;
  if (own.length === 0) throw new Refusal('invalid', `There is no kind of task called “${kind}”. Say first where such tasks go.`, { fields: { kind: 'is not known here' } });
}
