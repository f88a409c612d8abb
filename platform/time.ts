/** The clock of the program. Tests move it; everything else reads it. Instants are UTC. */
let offsetMillis = 0;

export function now(): Date {
  return new Date(Date.now() + offsetMillis);
}

/** Moves the clock for tests. Returns a function that puts it back. */
export function travel(millis: number): () => void {
  const before = offsetMillis;
  offsetMillis += millis;
  return () => {
    offsetMillis = before;
  };
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function later(from: Date, millis: number): Date {
  return new Date(from.getTime() + millis);
}
