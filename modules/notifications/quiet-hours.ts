import { HOUR, later, MINUTE } from '#platform/time.ts';

/** When somebody wants to be reached; times of day are `HH:MM` in `timeZone`. */
export interface Habits {
  timeZone: string;
  quietFrom: string | null;
  quietTo: string | null;
  digest: 'instant' | 'hourly' | 'daily';
  dailyAt: string;
}

const DAY_MINUTES = 1_440;

/** When a push may ring: now, or when the quiet hours end. */
export function pushDue(at: Date, habits: Habits): Date {
  return afterQuietHours(at, habits);
}

/** When a mail is due: with the next digest, and never in quiet hours. Urgent ones wait for no digest. */
export function mailDue(at: Date, habits: Habits, urgency: string): Date {
  if (urgency === 'urgent' || habits.digest === 'instant') return afterQuietHours(at, habits);
  const next = habits.digest === 'hourly' ? nextHour(at, habits.timeZone) : nextTimeOfDay(at, habits.dailyAt, habits.timeZone);
  return afterQuietHours(next, habits);
}

function afterQuietHours(at: Date, { quietFrom, quietTo, timeZone }: Habits): Date {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return at;
  const [from, to, time] = [minutesOf(quietFrom), minutesOf(quietTo), timeOfDay(at, timeZone)];
  const quiet = from < to ? time >= from && time < to : time >= from || time < to;
  return quiet ? nextTimeOfDay(at, quietTo, timeZone) : at;
}

function nextHour(at: Date, timeZone: string): Date {
  const left = 60 - (timeOfDay(at, timeZone) % 60);
  return later(startOfMinute(at), left * MINUTE);
}

/** The next instant after `at` when clocks of the zone show that time. */
export function nextTimeOfDay(at: Date, time: string, timeZone: string): Date {
  const wanted = minutesOf(time);
  const ahead = (wanted - timeOfDay(at, timeZone) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  const found = later(startOfMinute(at), ahead * MINUTE);
  // The clocks may have been put forward or back on the way.
  const off = wanted - timeOfDay(found, timeZone);
  const shift = off > DAY_MINUTES / 2 ? off - DAY_MINUTES : off < -DAY_MINUTES / 2 ? off + DAY_MINUTES : off;
  const corrected = later(found, shift * MINUTE);
  return corrected <= at ? later(corrected, 24 * HOUR) : corrected;
}

function startOfMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / MINUTE) * MINUTE);
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight on the clocks of the zone. */
function timeOfDay(at: Date, timeZone: string): number {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return minutesOf(clock.format(at));
}
