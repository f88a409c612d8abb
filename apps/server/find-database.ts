import { existsSync } from 'node:fs';
import path from 'node:path';
import { config } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';

/** A database that is up, and how to let go of it. */
export interface Database {
  url: string;
  where: string;
  stop(): Promise<void>;
}

/** The given PostgreSQL, or our own below the data folder. */
export async function findDatabase(say: (line: string) => void): Promise<Database> {
  const given = config().DATABASE_URL;
  if (given) return { url: given, where: new URL(given).host, stop: async () => {} };
  const dataDir = path.join(config().dataDir, 'postgres');
  say(existsSync(dataDir) ? 'Starting PostgreSQL …' : 'Creating the database (first start only) …');
  const server = await startEmbeddedPostgres({ dataDir });
  if (server.joined) say('  Another Quickdash already runs on this data folder. Both share its database, which ends with the other one.');
  return { url: server.url, where: 'built in', stop: () => server.stop() };
}
