import { appendFileSync } from 'node:fs';
import { setLog } from '../log.ts';

/** Lines of the suite go to one file: tests stay readable, and the run ends by looking for secrets in it. */
export function logToTheSuite(): void {
  const file = process.env.QUICKDASH_TEST_LOG;
  if (file) setLog({ level: 'debug', write: (line) => appendFileSync(file, line) });
}

logToTheSuite();
