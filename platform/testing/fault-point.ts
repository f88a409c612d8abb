import { config } from '../config.ts';

/**
 * A place where a crash test can end the process. Does nothing, unless QUICKDASH_FAULT names it: then the process dies
 * here as if the power had failed. Modules list their points where they use them, so that a test can walk them all.
 */
export async function faultPoint(name: string): Promise<void> {
  if (config().QUICKDASH_FAULT !== name) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise<never>(() => {});
}
