import type { Queries } from '#platform/db/query.ts';
import { isTenantTable } from '#platform/db/tables.ts';
import { files } from '#platform/files/configured-files.ts';
import type { ArchiveEntry } from '#platform/files/tar.ts';
import { registry } from '#platform/registry.ts';
import { platformTables } from '#platform/tables.ts';
import { sealedColumns } from '#platform/vault/sealed-columns.ts';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

/** What an archive holds, filled while it is written. */
export interface Contents {
  counts: Record<string, number>;
  files: number;
  /** Files that are listed but whose bytes are gone. */
  missing: string[];
}

const PAGE = 2_000;
const SECRET = /(^|_)(hash|token|secret|password|sealed|wrapped|p256dh|auth)$/;

/** Every table that holds rows of workspaces, by name, in the order of the alphabet. */
export function tenantTableNames(): string[] {
  const tables = [platformTables, ...registry.modules().map((m) => m.tables)].flatMap((each) => Object.values(each));
  return [...new Set(tables.filter((t): t is PgTable => isTenantTable(t)).map((t) => getTableConfig(t).name))].toSorted();
}

/**
 * Everything of one workspace: each table as JSON lines (in parts), each file, and a manifest at the end. Secrets (hashes,
 * sealed values) stay out. `q` must be a transaction that sees one moment.
 */
export async function* everythingOf(q: Queries, workspaceId: string, contents: Contents): AsyncGenerator<ArchiveEntry> {
  yield textEntry('README.txt', README);
  for (const table of tenantTableNames()) yield* tableParts(q, workspaceId, table, contents);
  yield* storedFiles(q, workspaceId, contents);
  yield textEntry('manifest.json', JSON.stringify({ workspaceId, ...contents }, null, 2));
}

const README = `Everything of this workspace.

tables/<name>-0001.jsonl  the rows of a table, one JSON object a line, in parts of ${PAGE} rows
files/<id>/<name>         the stored files; tables/files-*.jsonl says what they are
manifest.json             how many rows of each table, and which files were missing

Hashes, tokens and sealed secrets are left out.
`;

async function* tableParts(q: Queries, workspaceId: string, table: string, contents: Contents): AsyncGenerator<ArchiveEntry> {
  const secrets = await secretColumns(q, table);
  contents.counts[table] = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (let part = 1; ; part++) {
    const rows = await q.query<{ id: string; row: string }>(
      `select id, (to_jsonb(t) - $3::text[])::text as row from "${table}" t where workspace_id = $1 and id > $2 order by id limit ${PAGE}`,
      [workspaceId, after, secrets],
    );
    if (rows.length > 0 || part === 1) yield textEntry(`tables/${table}-${String(part).padStart(4, '0')}.jsonl`, rows.map((each) => `${each.row}\n`).join(''));
    contents.counts[table] += rows.length;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

async function secretColumns(q: Queries, table: string): Promise<string[]> {
  const sealed = sealedColumns().filter((each) => each.table === table).map((each) => each.column);
  const columns = await q.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [`"${table}"`]);
  return [...sealed, ...columns.map((each) => each.name).filter((name) => SECRET.test(name))];
}

async function* storedFiles(q: Queries, workspaceId: string, contents: Contents): AsyncGenerator<ArchiveEntry> {
  const rows = await q.query<{ key: string }>(`select key from files where workspace_id = $1 order by id`, [workspaceId]);
  for (const { key } of rows) {
    const stored = await files().store.get(key);
    if (!stored) contents.missing.push(key);
    else {
      contents.files += 1;
      yield { name: `files/${key.slice(workspaceId.length + 1)}`, bytes: stored.bytes, body: stored.body };
    }
  }
}

function textEntry(name: string, text: string): ArchiveEntry {
  const body = Buffer.from(text);
  return { name, bytes: body.length, body };
}
