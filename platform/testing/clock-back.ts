import { afterAll } from 'vitest';
import { now, travel } from '../time.ts';

/** Test files share a process: one that leaves the clock moved would break others, far from its cause. */
afterAll(() => {
  const millis = now().getTime() - Date.now();
  if (Math.abs(millis) < 500) return;
  travel(-millis);
  throw new Error(`This file moved the clock by ${Math.round(millis / 1_000)} seconds and did not put it back.`);
});
