import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DEMO_EMAIL, DEMO_PASSWORD, DEMO_SUPERADMIN } from '#apps/server/welcome.ts';
import { house } from '#connectors/house.ts';
import { config } from '#platform/config.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { closePools, useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { StartError } from '#platform/start-error.ts';
import { contentsOf, emptyDatabase, usersOf } from './empty-database.ts';
import { seedWorld, WORLDS } from './seed.ts';

/** `npm run demo -- <world> [--yes]`: empties the database and fills it with that world. */
async function main([name = '', ...flags]: string[]): Promise<void> {
  if (!Object.hasOwn(WORLDS, name)) return listWorlds(name);
  const given = config().DATABASE_URL;
  const server = given ? undefined : await startEmbeddedPostgres({ dataDir: path.join(config().dataDir, 'postgres') });
  const url = given ?? server!.url;
  try {
    await change(url, name, flags.includes('--yes') ? 'said' : 'open');
  } finally {
    await closePools();
    await server?.stop();
  }
}

function listWorlds(asked: string): void {
  const lines = Object.entries(WORLDS).map(([name, { says }]) => `  ${name.padEnd(15)} ${says}`);
  console.log(`${asked ? `There is no world named "${asked}".` : 'Which world?'} npm run demo -- <world>\n\n${lines.join('\n')}\n`);
  process.exitCode = asked ? 2 : 0;
}

async function change(url: string, name: string, consent: 'said' | 'open'): Promise<void> {
  if ((await usersOf(url)) > 0) throw new StartError('Quickdash is running on this database. Stop it first (Ctrl-C), then change the world.');
  await migrate(url);
  await warn(url, consent);
  await emptyDatabase(url);
  registry.load(house);
  await useDatabase(url);
  await seedWorld(name, (line) => console.log(line));
  console.log(name === 'empty' ? '\nThe database is empty. QUICKDASH_DEMO=none npm start keeps it so.' : `\nnpm start, then sign in with ${DEMO_EMAIL} and ${DEMO_PASSWORD}.`);
}

// A demo is replaced with a word of warning; what real people made only when somebody says so.
async function warn(url: string, consent: 'said' | 'open'): Promise<void> {
  const { people, shops } = await contentsOf(url, [DEMO_EMAIL, DEMO_SUPERADMIN]);
  if (shops.length === 0) return;
  console.log(`This deletes everything in the database at ${new URL(url).host}: ${shops.slice(0, 5).join(', ')}${shops.length > 5 ? ` and ${shops.length - 5} more shops` : ''}, with their orders, customers and pictures.`);
  if (people === 0 || consent === 'said') return;
  if (!process.stdin.isTTY) throw new StartError(`${people === 1 ? 'One person has' : `${people} people have`} signed up here, so nothing was deleted. Add --yes to delete it all.`);
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await lines.question(`${people === 1 ? 'One person has' : `${people} people have`} signed up here. Type "delete" to go on: `);
  lines.close();
  if (answer.trim() !== 'delete') throw new StartError('Nothing was deleted.');
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error instanceof StartError ? `\n${error.message}\n` : error);
  process.exit(1);
});
