import cluster from 'node:cluster';
import { config } from '#platform/config.ts';
import { setLog } from '#platform/log.ts';
import { StartError } from '#platform/start-error.ts';
import { findDatabase } from './find-database.ts';

const say = (line: string) => console.log(line);

/** `node apps/server/main.ts [--processes N]`: everything, on one port, until Ctrl-C. */
async function main(): Promise<void> {
  setLog({ level: config().LOG_LEVEL });
  if (cluster.isWorker) return (await import('./run.ts')).runWorker();
  const count = processCount();
  // PostgreSQL comes up while the rest of the program is read.
  const [database, { run }] = await Promise.all([findDatabase(say), import('./run.ts')]);
  await run(count, database, say);
}

function processCount(): number {
  const at = process.argv.indexOf('--processes');
  const count = at === -1 ? 1 : Number(process.argv[at + 1]);
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new StartError('--processes needs a number from 1 to 64.');
  return count;
}

main().catch((error: Error) => {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
});
