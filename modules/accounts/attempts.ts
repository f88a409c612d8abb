import { createHmac } from 'node:crypto';
import { config } from '#platform/config.ts';
import { Refusal } from '#platform/refusal.ts';
import { later, now } from '#platform/time.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';

/** How often something may be tried: `key` names what is tried (an address, an account), never shown or stored as it is. */
export interface Allowance {
  key: string;
  times: number;
  withinMillis: number;
}

/**
 * Counts one try against every allowance, over all processes, and refuses with `rate_limited` (details: retryAfterSeconds)
 * when one is used up. Counting comes before the try, so a burst of parallel tries cannot slip through.
 */
export async function countAttempt(allowances: Allowance[]): Promise<void> {
  const at = now();
  const sorted = allowances.map((a) => ({ ...a, hash: hashed(a.key) })).toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  const until = sorted.map((a) => later(at, a.withinMillis));
  const rows = await platformRead('sign-in', (q) => q.sql<{ key: string; used: number; until: Date }>`
    insert into attempts as a (key, used, until)
    select key, 1, until from unnest(${sorted.map((a) => a.hash)}::text[], ${until}::timestamptz[]) as t(key, until)
    on conflict (key) do update set
      used = case when a.until <= ${at} then 1 else a.used + 1 end,
      until = case when a.until <= ${at} then excluded.until else a.until end
    returning key, used, until`);
  const over = rows.find((row) => row.used > sorted.find((a) => a.hash === row.key)!.times);
  if (over) throw tooOften(over.until, at);
  if (Math.random() < 0.005) await sweep(at);
}

/** The try succeeded: its counter starts again. */
export async function forgiveAttempts(key: string): Promise<void> {
  await platformRead('sign-in', (q) => q.sql`delete from attempts where key = ${hashed(key)}`);
}

function tooOften(until: Date, at: Date): Refusal {
  const retryAfterSeconds = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return new Refusal('rate_limited', `Too many tries. Please wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`, { retryAfterSeconds });
}

function hashed(key: string): string {
  return createHmac('sha256', config().secret).update(`attempts:${key}`).digest('base64url');
}

// Now and then whoever tries something takes out what has run out: there is no clock of the installation to do it.
async function sweep(at: Date): Promise<void> {
  await platformRead('sign-in', (q) => q.sql`
    with a as (delete from attempts where until < ${at}), s as (delete from sessions where expires_at < ${at})
    delete from verifications where expires_at < ${at}`);
}
