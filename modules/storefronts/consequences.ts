import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import * as z from 'zod';
import { isTenantTable } from '#platform/db/tables.ts';
import { view } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import { storefrontRow } from './stored-storefront.ts';

/** How much came in through a storefront: what its end would touch. */
export const storefrontConsequences = view({
  name: 'storefronts.consequences',
  route: 'GET /storefronts/:id/consequences',
  says: 'What hangs on a storefront',
  needs: 'storefronts:read',
  input: z.object({ id: z.uuid() }),
  output: z.object({ rows: z.record(z.string(), z.int()).meta({ description: 'by table' }) }),
  async read(r, { id }) {
    await storefrontRow(r, id);
    const counts = tablesOfStorefronts().map((name) => `select '${name}' as name, count(*)::int as count from "${name}" where storefront_id = $1`);
    const rows = await r.query<{ name: string; count: number }>(counts.join(' union all '), [id]);
    return { rows: Object.fromEntries(rows.map((row) => [row.name, row.count])) };
  },
});

// Whoever refers to a storefront says so by the name of the column; modules above need not register.
function tablesOfStorefronts(): string[] {
  const tables = registry.modules().flatMap((m) => Object.values(m.tables)).filter((t): t is PgTable => isTenantTable(t));
  return tables.map((t) => getTableConfig(t)).filter(({ columns }) => columns.some((c) => c.name === 'storefront_id')).map(({ name }) => name);
}
