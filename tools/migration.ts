import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { is } from 'drizzle-orm';
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core';
import { tableKind, type ScopeRule } from '../platform/db/tables.ts';
import { platformTables } from '../platform/tables.ts';
import { modules } from '../modules/modules.ts';
import { connectors } from '../connectors/connectors.ts';

/**
 * Writes the open migration: what the tables of the platform, all modules and connectors have become since the sealed ones.
 * Structure comes from drizzle-kit, then what drizzle-kit does not say: forced row-level security, policies, grants and the
 * workspace key of every tenant table. `--seal` closes the open migration: from then on it is never written again.
 */
interface DrizzleKit {
  generateDrizzleJson(tables: Record<string, unknown>): object;
  generateMigration(before: object, after: object): Promise<string[]>;
}
const kit = createRequire(import.meta.url)('drizzle-kit/api') as DrizzleKit;

const FOLDER = path.join(import.meta.dirname, '../platform/db/migrations');
const SEALED = path.join(FOLDER, 'sealed.json');

interface Sealed {
  /** The last migration that is never written again. */
  through: string;
  /** Table by table what the program's login may do; a change of that is written by hand. */
  access: Record<string, string>;
  /** Table by table by what its rows are limited for scoped callers. */
  scopes?: Record<string, string>;
  snapshot: object;
}

interface OpenMigration {
  file: string;
  /** Empty when the tables are what the sealed migrations made. */
  text: string;
}

/** The migration that leads from the sealed tables to those in code. */
export async function openMigration(name = 'next'): Promise<OpenMigration> {
  const sealed = JSON.parse(readFileSync(SEALED, 'utf8')) as Sealed;
  const tables = allTables();
  const gone = Object.keys(sealed.access).filter((name) => !tables.some((table) => getTableConfig(table).name === name));
  const now = snapshotOf(tables);
  const columnsGone = goneColumns(sealed.snapshot, now);
  const statements = await kit.generateMigration(withoutColumns(without(sealed.snapshot, gone), columnsGone), now);
  const added = tables.filter((table) => !(getTableConfig(table).name in sealed.access));
  requireSameAccess(sealed, tables);
  const lines = [...gone.map((name) => `drop table "${name}";`), ...columnsGone.map(([table, column]) => `alter table "${table}" drop column "${column}";`), ...statements.map((s) => (s.endsWith(';') ? s : `${s};`)), ...added.flatMap(accessOf), ...tables.flatMap((table) => scopeOf(sealed, getTableConfig(table).name))];
  const text = lines.length === 0 ? '' : [HEADING, ...lines, 'grant usage on all sequences in schema public to :app, :platform;\n'].join('\n');
  return { file: openFile(sealed.through, name), text };
}

// Left to drizzle-kit, a table that is gone beside one that is new could be a renamed one, and it would stop to ask.
function without(snapshot: object, gone: string[]): object {
  const { tables } = snapshot as { tables: Record<string, object> };
  return { ...snapshot, tables: Object.fromEntries(Object.entries(tables).filter(([name]) => !gone.includes(name.replace(/^public\./, '')))) };
}

type Columns = { tables: Record<string, { name: string; columns: Record<string, object> }> };

// The same with a column that is gone beside one that is new.
function goneColumns(before: object, after: object): [table: string, column: string][] {
  const { tables } = after as Columns;
  return Object.entries((before as Columns).tables).flatMap(([key, { name, columns }]) =>
    tables[key] ? Object.keys(columns).filter((column) => !tables[key]!.columns[column]).map((column): [string, string] => [name, column]) : []);
}

function withoutColumns(snapshot: object, gone: readonly [table: string, column: string][]): object {
  const { tables } = snapshot as Columns;
  const kept = (name: string, columns: Record<string, object>) => Object.fromEntries(Object.entries(columns).filter(([column]) => !gone.some(([t, c]) => t === name && c === column)));
  return { ...snapshot, tables: Object.fromEntries(Object.entries(tables).map(([key, table]) => [key, { ...table, columns: kept(table.name, table.columns) }])) };
}

const HEADING = '-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.';

function snapshotOf(tables: PgTable[]): object {
  return kit.generateDrizzleJson(Object.fromEntries(tables.map((t) => [getTableConfig(t).name, t])));
}

// The number after the sealed ones belongs to the generated migration; hand-written ones follow it.
function openFile(through: string, name: string): string {
  const number = String(Number(through.slice(0, 4)) + 1).padStart(4, '0');
  return readdirSync(FOLDER).find((file) => file.startsWith(number)) ?? `${number}_${name}.sql`;
}

function requireSameAccess(sealed: Sealed, tables: PgTable[]): void {
  for (const table of tables) {
    const { name } = getTableConfig(table);
    const before = sealed.access[name];
    if (before && before !== kindOf(name)) throw new Error(`${name} was ${before} and is now ${kindOf(name)}: write that migration by hand, then correct ${path.basename(SEALED)}`);
  }
}

function kindOf(name: string): string {
  const kind = tableKind(name);
  if (!kind) throw new Error(`${name} was made neither by tenantTable() nor by platformTable()`);
  return [kind.tenant ? 'tenant' : 'platform', kind.appendOnly ? 'append only' : '', kind.unlogged ? 'unlogged' : ''].filter(Boolean).join(', ');
}

function allTables(): PgTable[] {
  const sources = [platformTables, ...[...modules, ...connectors].map((m) => m.tables)];
  const tables = sources.flatMap((source) => Object.values(source)).filter((t) => is(t, PgTable));
  return [...new Set(tables)].toSorted((a, b) => getTableConfig(a).name.localeCompare(getTableConfig(b).name));
}

function accessOf(table: PgTable): string[] {
  const { name } = getTableConfig(table);
  const kind = tableKind(name)!;
  return kind.tenant ? tenantAccess(name, kind.appendOnly ? 'select, insert' : 'select, insert, update, delete') : [...(kind.unlogged ? [`alter table "${name}" set unlogged;`] : []), platformAccess(name)];
}

function platformAccess(name: string): string {
  return `grant select, insert, update, delete on "${name}" to :platform;`;
}

function tenantAccess(name: string, rights: string): string[] {
  return [
    `alter table "${name}" add constraint "${name}_workspace" foreign key (workspace_id) references workspaces (id) on delete cascade;`,
    `alter table "${name}" enable row level security;`,
    `alter table "${name}" force row level security;`,
    `create policy "${name}_tenant" on "${name}" to :app using (workspace_id = current_workspace()) with check (workspace_id = current_workspace());`,
    `create policy "${name}_platform" on "${name}" to :platform using (true) with check (true);`,
    `grant ${rights} on "${name}" to :app;`,
    `grant select, insert, update, delete on "${name}" to :platform;`,
  ];
}

// Sub-selects, so that PostgreSQL asks for the setting once a statement and not once a row. "Differs from" is how the planner
// is told that nearly every row passes; "is null or" would make it expect a handful and choose its plans for those.
function scopePolicy(name: string, { by, column, of }: ScopeRule): string {
  const unlimited = `(select left(coalesce(current_setting('app.${by}', true), ''), 1)) <> '{'`;
  const own = `"${column}" = any ((select nullif(current_setting('app.${by}', true), ''))::uuid[])`;
  const inside = of ? `exists (select 1 from "${of}" s where s.workspace_id = "${name}".workspace_id and s.id = "${name}"."${column}")` : own;
  return `create policy "${name}_scope" on "${name}" as restrictive to :app using (${unlimited} or ${inside});`;
}

function scopeOf(sealed: Sealed, name: string): string[] {
  const rule = tableKind(name)?.scope;
  if (JSON.stringify(rule) === sealed.scopes?.[name]) return [];
  return [`drop policy if exists "${name}_scope" on "${name}";`, ...(rule ? [scopePolicy(name, rule)] : [])];
}

function scopesOf(tables: PgTable[]): Record<string, string> {
  const rules = tables.map((table) => [getTableConfig(table).name, tableKind(getTableConfig(table).name)?.scope] as const);
  return Object.fromEntries(rules.filter(([, rule]) => rule).map(([name, rule]) => [name, JSON.stringify(rule)]));
}

function seal(): string {
  const last = readdirSync(FOLDER).filter((file) => file.endsWith('.sql')).toSorted().at(-1)!;
  const tables = allTables();
  const access = Object.fromEntries(tables.map((table) => [getTableConfig(table).name, kindOf(getTableConfig(table).name)]));
  writeFileSync(SEALED, `${JSON.stringify({ through: last, access, scopes: scopesOf(tables), snapshot: snapshotOf(tables) } satisfies Sealed)}\n`);
  return `sealed through ${last}`;
}

async function write(name: string | undefined): Promise<string> {
  const { file, text } = await openMigration(name);
  const place = path.join(FOLDER, file);
  if (text !== '') writeFileSync(place, text);
  else if (existsSync(place)) rmSync(place);
  return text === '' ? 'the tables are what the sealed migrations made' : `wrote ${path.relative(process.cwd(), place)}`;
}

if (import.meta.main) console.log(process.argv.includes('--seal') ? seal() : await write(process.argv[2]));
