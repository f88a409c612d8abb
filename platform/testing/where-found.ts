import { platformRead } from '../tenancy/platform-door.ts';

/** Test support: every table of a workspace in which one of the words still stands, capitals or not. */
export async function whereFound({ workspaceId }: { workspaceId: string }, words: readonly string[]): Promise<string[]> {
  const tables = await platformRead('superadmin', (q) => q.query<{ name: string }>(`select table_name as name from information_schema.columns where column_name = 'workspace_id' and table_schema = 'public'`, []));
  const looks = tables.map(({ name }) => `select '${name}' as name where exists (select 1 from "${name}" t where workspace_id = $1 and to_jsonb(t)::text ilike any($2))`);
  const found = await platformRead('superadmin', (q) => q.query<{ name: string }>(looks.join(' union all '), [workspaceId, words.map((word) => `%${word}%`)]));
  return found.map(({ name }) => name);
}
