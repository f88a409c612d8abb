import { announce, onAnnounced } from '#platform/events/announce.ts';
import { Refusal } from '#platform/refusal.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { tierOf } from './tier-book.ts';

/** Something that can be had or not, by tier and by workspace. */
export interface Flag {
  name: string;
  /** What a workspace has with it, e.g. "Own domains for storefronts". */
  says: string;
  default: boolean;
}

const declared = new Map<string, Flag>();

/** Declares a flag beside the feature that asks it. */
export function declareFlag(flag: Flag): Flag {
  if (declared.has(flag.name)) throw new Error(`two flags are named "${flag.name}"`);
  declared.set(flag.name, flag);
  return flag;
}

export function allFlags(): Flag[] {
  return [...declared.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

export interface FlagSetting {
  flag: string;
  scope: 'tier' | 'workspace';
  target: string;
  state: boolean;
}

const settings = new ShortMemory<Map<string, boolean>>({ seconds: 30 });
onAnnounced('flags.changed', () => settings.forget());

export function flagsChanged(): void {
  announce('flags.changed');
}

async function readSettings(): Promise<Map<string, boolean>> {
  const rows = await platformRead('tiers', (q) => q.sql<FlagSetting>`select flag, scope, target, state from feature_flags`);
  return new Map(rows.map((row) => [`${row.flag} ${row.scope} ${row.target}`, row.state]));
}

/** Whether the workspace has it: its own setting, else its tier's, else the default. Remembered in this process. */
export async function flagOn(ctx: { workspaceId: string }, flag: Flag): Promise<boolean> {
  const [set, tier] = await Promise.all([settings.get('all', readSettings), tierOf(ctx.workspaceId)]);
  return set.get(`${flag.name} workspace ${ctx.workspaceId}`) ?? set.get(`${flag.name} tier ${tier}`) ?? flag.default;
}

/** Refuses with `not_in_tier` when the workspace does not have it. */
export async function requireFlag(ctx: { workspaceId: string }, flag: Flag): Promise<void> {
  if (await flagOn(ctx, flag)) return;
  throw new Refusal('not_in_tier', `${flag.says}: your tier does not include this. Another tier may.`, { flag: flag.name });
}
