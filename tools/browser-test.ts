import { test as base } from 'vitest';

/**
 * A test that drives a browser. It is tried a second time: on a busy machine a browser may take longer than any wait allows for.
 * What needed its second try is named at the end of the run, so that nobody takes it for quiet.
 */
export function test(name: string, work: () => Promise<void> | void, timeout?: number): void {
  base(name, { retry: 1, ...(timeout !== undefined && { timeout }) }, work);
}
