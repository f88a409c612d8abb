import { DAY, HOUR, MINUTE, SECOND } from '#platform/time.ts';

/** Pauses after the first, second, ... failed try; after the last one a delivery has failed. About three days in all. */
const PAUSES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
export const MOST_ATTEMPTS = PAUSES.length + 1;
const LONGEST_WISH = DAY;

/**
 * Milliseconds until the next try after `attempts` of them, undefined when that was the last. `wish` is the receiver's Retry-After;
 * `chance` (0..1) spreads the tries of many deliveries by a tenth.
 */
export function pauseAfter(attempts: number, wish: number | undefined, chance: number): number | undefined {
  const planned = PAUSES[attempts - 1];
  if (planned === undefined) return undefined;
  return Math.max(planned * (0.9 + chance * 0.2), Math.min(wish ?? 0, LONGEST_WISH));
}

/** Retry-After as milliseconds: seconds, or a date. */
export function retryAfter(header: string | string[] | undefined, at: Date): number | undefined {
  if (typeof header !== 'string') return undefined;
  const millis = /^\d+$/.test(header.trim()) ? Number(header) * SECOND : Date.parse(header) - at.getTime();
  return Number.isFinite(millis) && millis > 0 ? millis : undefined;
}

/** After this many failures in a row an endpoint rests; longer each time, at most an hour. One try then tells whether it is back. */
const PATIENCE = 5;

export function restAfter(failures: number): number {
  return failures < PATIENCE ? 0 : Math.min(HOUR, MINUTE * 2 ** (failures - PATIENCE));
}

/** An endpoint that has failed for so long is disabled until a person looks. */
export const DISABLED_AFTER = 5 * DAY;
