import * as z from 'zod';
import { view } from '#platform/operations/view.ts';
import { tenantTableNames } from './archive.ts';

/** What the deletion of the workspace would take away, in numbers. */
export const workspaceContents = view({
  name: 'workspace.contents',
  route: 'GET /workspace/contents',
  says: 'What the workspace holds',
  needs: 'workspace:manage',
  input: z.object({}),
  output: z.object({ rows: z.record(z.string(), z.int()).meta({ description: 'by table' }), deleteAfter: z.iso.datetime().nullable(), deletionAskedBy: z.string().nullable() }),
  async read(r) {
    const counts = tenantTableNames().map((name) => `select '${name}' as name, count(*)::int as count from "${name}"`);
    const [rows, [workspace]] = await Promise.all([
      r.query<{ name: string; count: number }>(counts.join(' union all ')),
      r.sql<{ deleteAfter: Date | null; by: string | null }>`select delete_after as "deleteAfter", deletion_asked_by as by from workspaces`,
    ]);
    return { rows: Object.fromEntries(rows.map((row) => [row.name, row.count])), deleteAfter: workspace?.deleteAfter?.toISOString() ?? null, deletionAskedBy: workspace?.by ?? null };
  },
});
