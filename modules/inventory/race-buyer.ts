import { useDatabase } from '#platform/db/pools.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { tryToHold } from './testing.ts';

/**
 * A process of its own full of buyers, for race tests: `race-buyer.ts <database> <workspace> <variant,variant> <buyers>`. All buyers
 * go at once as soon as a line arrives on stdin; one outcome a line goes to stdout.
 */
const [database, workspaceId, variants, buyers] = process.argv.slice(2) as [string, string, string, string];
await useDatabase(database);
const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'race' }, capabilities: [] });
await ctx.read((r) => r.sql`select 1`);

process.stdin.once('data', async () => {
  const ids = variants.split(',');
  const outcomes = await Promise.all(Array.from({ length: Number(buyers) }, (_, i) => tryToHold(ctx, ids[i % ids.length]!)));
  process.stdout.write(`${outcomes.join('\n')}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
