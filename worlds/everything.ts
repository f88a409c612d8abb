import pg from 'pg';
import { newId } from '#platform/ids.ts';
import { currentDatabaseUrl } from '#platform/db/pools.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';

/** Stands in every text of the filled workspace; seeing it elsewhere is a leak. */
export const MARK = 'ALPHA-ONLY';

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  needed: boolean;
}

/** Gives each empty tenant table one row of that workspace, so that a walk over all tables has something to find. */
export async function fillEveryTable(shop: { workspaceId: string }, tables: string[]): Promise<void> {
  const owner = new pg.Client({ connectionString: currentDatabaseUrl() });
  await owner.connect();
  try {
    // The rows need not make sense as business, so references are not checked while they are put in.
    await owner.query(`set session_replication_role = replica`);
    const columns = await columnsOf(owner, tables);
    for (const table of tables) await fillTable(owner, table, columns.filter((c) => c.table === table), shop.workspaceId);
  } finally {
    await owner.end();
  }
}

async function columnsOf(owner: pg.Client, tables: string[]): Promise<ColumnRow[]> {
  const { rows } = await owner.query<ColumnRow>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            a.attnotnull and not a.atthasdef and a.attgenerated = '' and a.attidentity = '' as needed
     from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any($1) and a.attnum > 0 and not a.attisdropped and c.relkind = 'r' and a.attgenerated = ''`,
    [tables],
  );
  return rows;
}

async function fillTable(owner: pg.Client, table: string, columns: ColumnRow[], workspaceId: string): Promise<void> {
  const { rowCount } = await owner.query(`select 1 from "${table}" where workspace_id = $1 limit 1`, [workspaceId]);
  if (rowCount) return;
  const choices = await allowedValues(owner, table);
  const given = columns.filter((c) => c.needed && c.name !== 'workspace_id' && c.name !== 'id');
  const names = ['workspace_id', 'id', ...given.map((c) => c.name)].map((n) => `"${n}"`);
  const marks = names.map((_, i) => `$${i + 1}`);
  const insert = `insert into "${table}" (${names.join(', ')}) values (${marks.join(', ')})`;
  const rowOf = (number: number) => [workspaceId, newId(), ...given.map((c) => choices.get(c.name) ?? sampleOf(c, number))];
  // Sums that must add up like zeros, counts that must be positive like ones.
  await owner.query(insert, rowOf(0)).catch(() => owner.query(insert, rowOf(1)));
}

// CHECK (state = ANY (ARRAY['held'::text, ...])) tells which words a column takes.
async function allowedValues(owner: pg.Client, table: string): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ rule: string }>(`select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = $1::regclass and contype = 'c'`, [`"${table}"`]);
  const found = new Map<string, string>();
  for (const { rule } of rows) {
    const match = /\(?"?(\w+)"?\)?(?:::text)? = ANY \(+ARRAY\['([^']+)'/.exec(rule);
    if (match) found.set(match[1]!, match[2]!);
  }
  return found;
}

function sampleOf({ name, type }: ColumnRow, number: number): unknown {
  if (type === 'uuid') return newId();
  if (type.startsWith('timestamp') || type === 'date') return name.startsWith('ends_') ? '2027-01-01T00:00:00Z' : '2026-01-01T00:00:00Z';
  if (type === 'boolean') return true;
  if (type === 'jsonb') return JSON.stringify({ mark: MARK });
  if (type.endsWith('[]')) return '{}';
  if (type.startsWith('character(')) return 'AUD'.slice(0, Number(/\d+/.exec(type)![0]));
  if (/int|numeric|double|real/.test(type)) return number;
  if (type === 'tsvector') return '';
  return `${MARK} ${newId()}`;
}

/** What stands in these tables of a workspace, table by table, in one question; `only` these rows, where given. Walks compare it before and after. */
export async function fingerprintOf(workspaceId: string, tables: readonly string[], only?: readonly string[]): Promise<Record<string, string>> {
  const each = tables.map((table) => `select '${table}' as name, md5(coalesce(string_agg(to_jsonb(t)::text, ',' order by id), '')) as print from "${table}" t where workspace_id = $1${only ? ' and id = any($2)' : ''}`);
  const rows = await platformRead('superadmin', (q) => q.query<{ name: string; print: string }>(each.join(' union all '), [workspaceId, ...(only ? [only] : [])]));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
