import cluster from 'node:cluster';
import { createServer } from 'node:net';
import { config } from '#platform/config.ts';
import { StartError } from '#platform/start-error.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { house } from '#connectors/house.ts';
import { readyDatabase } from './boot.ts';
import type { Database } from './find-database.ts';
import { serve, whyNotListening, type Serving } from './process.ts';
import { startProcesses } from './processes.ts';
import { welcome } from './welcome.ts';

/** The first process: readies the database, serves alone or lets others serve, and says where. */
export async function run(count: number, database: Database, say: (line: string) => void): Promise<void> {
  // A port that is taken should be told now, not after the first filling of a database.
  const port = await choosePort();
  await readyDatabase(database, say);
  const running = count > 1 ? await startProcesses(count, port, database.url) : await serve(port);
  say(await welcome(running.port, database.where, count));
  stopOnSignal(running, database);
}

/** One of several processes on the port. */
export async function runWorker(): Promise<void> {
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

/** PORT when it is given; otherwise 3000 or the next free one. */
async function choosePort(): Promise<number> {
  const given = config().PORT;
  if (given !== undefined) {
    const error = await triedOut(given);
    if (error) throw whyNotListening(error, given);
    return given;
  }
  for (let port = 3000; port < 3100; port++) if (!(await triedOut(port))) return port;
  throw new StartError('No port from 3000 to 3099 is free. Choose one: PORT=8080 npm start');
}

/** What stands in the way of listening there; undefined when nothing does. */
function triedOut(port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, config().HOST, () => probe.close(() => resolve(undefined)));
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
