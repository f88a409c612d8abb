import { house } from '#connectors/house.ts';
import { config } from '#platform/config.ts';
import { migrate } from '#platform/db/migrate.ts';
import { useDatabase } from '#platform/db/pools.ts';
import { registry } from '#platform/registry.ts';
import { files } from '#platform/files/configured-files.ts';
import { vault } from '#platform/vault/configured-vault.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Database } from './find-database.ts';

/** Migrates what was found, and puts the demo world in when it is empty. */
export async function readyDatabase(database: Database, say: (line: string) => void): Promise<void> {
  // Half a bucket should be told now, not at the first picture.
  files();
  say('Bringing the database up to date …');
  const { applied } = await migrate(database.url);
  if (applied.length > 0) say(`  applied ${applied.length === 1 ? applied[0] : `${applied.length} migrations`}`);
  registry.load(house);
  await useDatabase(database.url);
  await takeOverOldSecrets(say);
  await seedWhenEmpty(say);
}

// With a former secret given, every workspace's key is wrapped anew under the present one.
async function takeOverOldSecrets(say: (line: string) => void): Promise<void> {
  if (config().oldSecrets.length === 0) return;
  const count = await vault().rotateMasterKey();
  say(`  ${count} workspace keys are under the new QUICKDASH_SECRET; the old one now serves only order links mailed before.`);
}

async function seedWhenEmpty(say: (line: string) => void): Promise<void> {
  if (config().QUICKDASH_DEMO === 'none') return;
  const rows = await platformRead('seed', (q) => q.sql`select 1 from workspaces limit 1`);
  if (rows.length > 0) return;
  const { seedWorld } = await import('#worlds/seed.ts');
  await seedWorld(config().QUICKDASH_DEMO, say);
}
