import { port } from '#platform/port.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import type { Limit } from './limits.ts';

/** Counts what a workspace has of something now. The module that owns it provides it under the limit's name. */
export interface Meter {
  measure(r: Reader): Promise<number>;
}
export const usageMeters = port<Meter>({ name: 'tiers.meter', says: 'What a workspace uses of a limit' });

usageMeters.provide('storage', {
  measure: async (r) => (await r.sql<{ bytes: number }>`select bytes from file_usage`)[0]?.bytes ?? 0,
});

usageMeters.provide('executions', {
  measure: async (r) => {
    const [row] = await r.sql<{ n: number }>`
      select coalesce(sum(amount), 0)::bigint as n from usage_days
      where meter = 'executions' and day >= date_trunc('month', (now() at time zone 'UTC'))::date`;
    return Number(row!.n);
  },
});

/** What is used of a limit now; what no module counts is not used. */
export async function measured(r: Reader, what: Limit): Promise<number> {
  return (await usageMeters.all().get(what)?.measure(r)) ?? 0;
}
