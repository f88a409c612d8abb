import cluster from 'node:cluster';
import { createServer } from 'node:net';
import { config } from '#platform/config.ts';
import { setLog } from '#platform/log.ts';
import { StartError } from '#platform/start-error.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { house } from '#connectors/house.ts';
import { openDatabase, type Database } from './boot.ts';
import { serve, type Serving } from './process.ts';
import { startProcesses } from './processes.ts';
import { welcome } from './welcome.ts';

/** `node apps/server/main.ts [--processes N]`: everything, on one port, until Ctrl-C. */
async function main(): Promise<void> {
  setLog({ level: config().LOG_LEVEL });
  if (cluster.isWorker) return runWorker();
  const count = processCount();
  const database = await openDatabase((line) => console.log(line));
  const port = await choosePort();
  const running = count > 1 ? await startProcesses(count, port, database.url) : await serve(port);
  console.log(await welcome(running.port, database.where, count));
  stopOnSignal(running, database);
}

async function runWorker(): Promise<void> {
  registry.load(house);
  const { databaseUrl, port } = await orders();
  await useDatabase(databaseUrl);
  const running = await serve(port);
  process.send?.({ port: running.port });
  stopOnSignal(running);
}

/** The first process tells each other one where the database is and on which port to serve. */
function orders(): Promise<{ databaseUrl: string; port: number }> {
  return new Promise((resolve) => process.once('message', resolve as (message: unknown) => void));
}

function processCount(): number {
  const at = process.argv.indexOf('--processes');
  const count = at === -1 ? 1 : Number(process.argv[at + 1]);
  if (!Number.isInteger(count) || count < 1 || count > 64) throw new StartError('--processes needs a number from 1 to 64.');
  return count;
}

/** PORT when it is given; otherwise 3000 or the next free one. */
async function choosePort(): Promise<number> {
  const given = config().PORT;
  if (given !== undefined) return given;
  for (let port = 3000; port < 3100; port++) if (await isFree(port)) return port;
  throw new StartError('No port from 3000 to 3099 is free. Choose one: PORT=8080 npm start');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, config().HOST, () => probe.close(() => resolve(true)));
  });
}

function stopOnSignal(running: Serving, database?: Database): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    if (database) console.log('\nStopping …');
    await running.stop();
    await database?.stop();
    process.exit(0);
  };
  // Ctrl-C reaches every process of the terminal; the others wait for the first one to tell them.
  process.on('SIGINT', () => (cluster.isWorker ? undefined : void stop()));
  process.on('SIGTERM', () => void stop());
}

main().catch((error: Error) => {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
});
