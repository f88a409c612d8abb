import * as z from 'zod';
import { Refusal } from '#platform/refusal.ts';
import type { Reader, Scope } from '#platform/tenancy/context.ts';

declare module '#platform/tenancy/context.ts' {
  /** Members and tokens may be limited to some storefronts, and to some places where stock lies. */
  interface Scope {
    readonly storefronts?: readonly string[];
    readonly locations?: readonly string[];
  }
}

/** The storefronts and locations a member, an invitation or a token is limited to, as stored: null = everything. */
export interface Limits {
  storefronts: string[] | null;
  locations: string[] | null;
}

const Ids = z.array(z.uuid()).max(500).nullable().optional();

/** Limits as they are given: left out = as before, empty or null = everything. */
export const limitFields = {
  storefronts: Ids.meta({ description: 'ids of the storefronts to be limited to; empty or null = all' }),
  locations: Ids.meta({ description: 'ids of the stock locations to be limited to; empty or null = all' }),
};

export const shownLimits = { storefronts: z.array(z.uuid()).nullable(), locations: z.array(z.uuid()).nullable() };

interface Given {
  storefronts?: string[] | null | undefined;
  locations?: string[] | null | undefined;
}

/** The given limits over the present ones; refuses ids that are not of this workspace. */
export async function limitsFrom(r: Reader, given: Given, before: Limits = { storefronts: null, locations: null }): Promise<Limits> {
  const storefronts = listOr(given.storefronts, before.storefronts);
  const locations = listOr(given.locations, before.locations);
  if (given.storefronts) await requireAll(r, 'storefronts', storefronts ?? []);
  if (given.locations) await requireAll(r, 'locations', locations ?? []);
  return { storefronts, locations };
}

function listOr(given: string[] | null | undefined, before: string[] | null): string[] | null {
  if (given === undefined) return before;
  return given && given.length > 0 ? [...new Set(given)].toSorted() : null;
}

async function requireAll(r: Reader, table: 'storefronts' | 'locations', ids: string[]): Promise<void> {
  const found = await r.query<{ id: string }>(`select id from ${table} where id = any($1::uuid[])`, [ids]);
  if (found.length < ids.length) throw new Refusal('invalid', `Choose from the ${table} of this workspace.`, { fields: { [table]: 'names one that is not there' } });
}

/** Owners stand over everything, so they cannot be limited. */
export function refuseALimitedOwner(role: string, limits: Limits): void {
  if (role === 'owner' && (limits.storefronts || limits.locations)) throw new Refusal('invalid', 'An owner cannot be limited. Choose another role first.');
}

/** The limits as a context carries them; several lists narrow each other. */
export function scopeOf(...all: Limits[]): Scope | undefined {
  const storefronts = common(all.map((l) => l.storefronts));
  const locations = common(all.map((l) => l.locations));
  return storefronts || locations ? { ...(storefronts && { storefronts }), ...(locations && { locations }) } : undefined;
}

function common(lists: (string[] | null)[]): string[] | undefined {
  const given = lists.filter((list) => list !== null);
  return given.length === 0 ? undefined : given.reduce((left, list) => left.filter((id) => list.includes(id)));
}
