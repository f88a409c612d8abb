import { platformRead } from '../tenancy/platform-door.ts';

export interface Grant {
  /** Requests this process may let through. */
  granted: number;
  /** What all processes together have taken of the minute's limit. */
  used: number;
}

// Single statements go through the reading door: one round trip, and PostgreSQL makes each a transaction of its own.

/** Takes up to `wanted` requests out of the minute's budget. Row-locked, so all processes together never get more than `limit`. */
export async function leaseBudget(key: string, minute: number, limit: number, wanted: number): Promise<Grant> {
  const rows = await platformRead('rate-limit', (q) => q.sql<Grant>`
    insert into rate_windows as w (key, minute, used, granted)
    values (${key}, ${minute}, least(${limit}::int, ${wanted}::int), least(${limit}::int, ${wanted}::int))
    on conflict (key, minute) do update
      set granted = least(${wanted}::int, ${limit}::int - w.used), used = least(${limit}::int, w.used + ${wanted}::int)
      where w.used < ${limit}::int
    returning granted, used`);
  return rows[0] ?? { granted: 0, used: limit };
}

/** Puts back what this process took and did not use, for the others. */
export async function returnBudget(key: string, minute: number, unused: number): Promise<void> {
  await platformRead('rate-limit', (q) => q.sql`
    update rate_windows set used = greatest(0, used - ${unused}::int) where key = ${key} and minute = ${minute}`);
}

export async function forgetBudgetsBefore(minute: number): Promise<void> {
  await platformRead('rate-limit', (q) => q.sql`delete from rate_windows where minute < ${minute}`);
}
