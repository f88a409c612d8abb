// A wall clock in the workspace's time zone: what `datetime-local` fields show and give, as UTC instants and back.

/** "2026-03-01T09:00" in that zone; empty for no instant. */
export function wallTime(instant: string | null, timeZone: string): string {
  if (!instant) return '';
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

/** The instant at which that wall clock shows this; a time the clock skips becomes the moment it jumps. Null when it is none. */
export function instantAt(wall: string, timeZone: string): string | null {
  const asUtc = wall ? Date.parse(`${wall}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // The zone's offset is looked up at the guess, and once more where that leads, for days on which the clock changes.
  const once = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(once, timeZone)).toISOString();
}

function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${wallTime(new Date(instant).toISOString(), timeZone)}:00Z`) - Math.floor(instant / 60_000) * 60_000;
}
