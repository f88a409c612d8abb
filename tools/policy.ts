// The promises of the platform, checked on the real declarations and the real migrations, without a database.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getTableConfig } from 'drizzle-orm/pg-core';
import type { ForeignKey, PgTable } from 'drizzle-orm/pg-core';
import { isTenantTable } from '#platform/db/tables.ts';
import type { Module } from '#platform/module.ts';
import type { Finding } from './checks/finding.ts';

const assembly = 'modules/modules.ts';
const migrationFolder = 'platform/db/migrations';

/** Every tenant table has forced row-level security with a policy, and references others by (workspace_id, id) only. */
export async function tenantTables(root: string): Promise<Finding[]> {
  const migrations = readMigrations(root);
  const tables = await exportedTables(root);
  return [...tables.filter(isTenantTable).flatMap((table) => tenantTable(table, migrations)), ...singleKeys(migrations, tables)];
}

/** A table that no module lists would get neither a migration nor a policy. */
export async function listedTables(root: string): Promise<Finding[]> {
  const listed = new Set((await modulesOf(root)).flatMap((m) => Object.values(m.tables)));
  const orphans = (await exportedTables(root, 'modules')).filter((table) => !listed.has(table));
  return orphans.map((table) => ({ rule: 'tenancy', where: assembly, says: `the table ${getTableConfig(table).name} is in no module's list of tables.` }));
}

/** The open migration leads to what the tables in code ask for. */
export async function migrationInStep(root: string): Promise<Finding[]> {
  const writer = path.join(root, 'tools/migration.ts');
  if (!existsSync(writer)) return [];
  const { openMigration } = (await import(pathToFileURL(writer).href)) as { openMigration(): Promise<{ file: string; text: string }> };
  const { file, text } = await openMigration();
  const where = `${migrationFolder}/${file}`;
  const there = existsSync(path.join(root, where)) ? readFileSync(path.join(root, where), 'utf8') : '';
  return there === text ? [] : [{ rule: 'migration', where, says: 'is not what the tables in code ask for; run npm run migration.' }];
}

function tenantTable(table: PgTable, migrations: string): Finding[] {
  const { name } = getTableConfig(table);
  const where = migrationFile(migrations, name);
  if (!where) return [{ rule: 'tenancy', where: migrationFolder, says: `no migration makes the table ${name}; run npm run migration.` }];
  const missing = [
    [says(migrations, `alter table ${name} enable row level security`), 'has no row-level security'],
    [says(migrations, `alter table ${name} force row level security`), 'does not force row-level security on its owner'],
    [new RegExp(`create policy \\S+ on ${name} [^;]*workspace_id = current_workspace\\(\\)`).test(migrations), 'has no policy that holds it to the current workspace'],
    [startsItsKey(table), 'does not have workspace_id first in its primary key'],
  ].filter(([kept]) => !kept);
  return [...missing.map(([, what]) => ({ rule: 'tenancy', where, says: `the tenant table ${name} ${String(what)}.` })), ...looseReferences(table, where)];
}

function startsItsKey(table: PgTable): boolean {
  return getTableConfig(table).primaryKeys.some((key) => key.columns[0]?.name === 'workspace_id');
}

function looseReferences(table: PgTable, where: string): Finding[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.filter(isLoose).map((key) => ({ rule: 'tenancy', where, says: `${name} refers to ${otherSide(key)} without the workspace; use belongsTo().` }));
}

// A key to a platform table (the workspace itself, a user) has no workspace to carry.
function isLoose(key: ForeignKey): boolean {
  const { columns, foreignTable } = key.reference();
  return isTenantTable(foreignTable) && columns[0]?.name !== 'workspace_id';
}

function otherSide(key: ForeignKey): string {
  return getTableConfig(key.reference().foreignTable).name;
}

// The migrations are what runs, so a key written there by hand is looked at as well.
function singleKeys(migrations: string, tables: PgTable[]): Finding[] {
  const tenants = new Set(tables.filter(isTenantTable).map((table) => getTableConfig(table).name));
  return [...migrations.matchAll(/foreign key \((\w+)\) references (\w+) ?\(/g)]
    .filter(([, , other]) => tenants.has(other ?? ''))
    .map((match) => ({ rule: 'tenancy', where: fileAt(migrations, match.index), says: `a foreign key (${match[1]}) refers to ${match[2]} without the workspace.` }));
}

/** Every operation and view says what it is, where it is reached, and which known permission it needs. */
export async function declarations(root: string): Promise<Finding[]> {
  const modules = await modulesOf(root);
  const known = new Set(modules.flatMap((m) => Object.keys(m.capabilities)));
  return modules.flatMap((m) => [...m.operations, ...m.views].flatMap((declared) => declaration(m, declared, known)));
}

interface Declared {
  kind: string;
  name: string;
  says: string;
  needs: string;
  on: string;
  route: { path: string };
}

function declaration(owner: Module, declared: Declared, known: Set<string>): Finding[] {
  const wrong: string[] = [];
  if (!declared.needs) wrong.push('needs no permission');
  else if (declared.on === 'admin' && !known.has(declared.needs)) wrong.push(`needs "${declared.needs}", which no module describes in its capabilities`);
  if (!declared.says?.trim()) wrong.push('does not say what it is');
  if (!declared.route?.path) wrong.push('has no route');
  return wrong.map((what) => ({ rule: 'declarations', where: `modules/${owner.name}/index.ts`, says: `the ${declared.kind} ${declared.name} ${what}.` }));
}

/** No two declarations share a name, and no two of them answer the same address. */
export async function collisions(root: string): Promise<Finding[]> {
  const modules = await modulesOf(root);
  const all = modules.flatMap((m) => [...m.operations, ...m.views].map((declared) => ({ owner: m.name, declared })));
  const names = twice(all, ({ declared }) => declared.name);
  const addresses = twice(all, ({ declared }) => `${declared.on} ${declared.route.method} ${declared.route.path.replaceAll(/:\w+/g, ':x')}`);
  return [...names, ...addresses].map(({ item, key }) => ({ rule: 'declarations', where: `modules/${item.owner}/index.ts`, says: `${item.declared.name} is a second "${key}".` }));
}

function twice<T>(items: T[], keyOf: (item: T) => string): { item: T; key: string }[] {
  const seen = new Set<string>();
  return items.map((item) => ({ item, key: keyOf(item) })).filter(({ key }) => seen.has(key) || !seen.add(key));
}

async function modulesOf(root: string): Promise<readonly Module[]> {
  const file = path.join(root, assembly);
  if (!existsSync(file)) return [];
  const { modules } = (await import(pathToFileURL(file).href)) as { modules: readonly Module[] };
  return modules;
}

/** Tables lie in files named tables.ts or something-tables.ts. */
async function exportedTables(root: string, ...houses: string[]): Promise<PgTable[]> {
  const files = (houses.length > 0 ? houses : ['platform', 'modules']).flatMap((house) => tableFiles(path.join(root, house)));
  const exported = await Promise.all(files.map((file) => import(pathToFileURL(file).href) as Promise<Record<string, unknown>>));
  return [...new Set(exported.flatMap((file) => Object.values(file)).filter(isTable))];
}

function tableFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const inside = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return inside.filter((file) => /(^|[/\\-])tables\.ts$/.test(file)).map((file) => path.join(folder, file));
}

function isTable(value: unknown): value is PgTable {
  return typeof value === 'object' && value !== null && Symbol.for('drizzle:IsDrizzleTable') in value;
}

/** All migrations as one plain lower-case text, each file opened by a line that names it. */
function readMigrations(root: string): string {
  const folder = path.join(root, migrationFolder);
  if (!existsSync(folder)) return '';
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql')).toSorted();
  return files.map((file) => `\n-- file ${file}\n${plain(readFileSync(path.join(folder, file), 'utf8'))}`).join('\n');
}

function plain(sql: string): string {
  return sql.replaceAll(/--.*$/gm, '').replaceAll('"', '').replaceAll('public.', '').replaceAll(/\s+/g, ' ').toLowerCase();
}

function says(migrations: string, statement: string): boolean {
  return new RegExp(`${statement}\\b`).test(migrations);
}

function migrationFile(migrations: string, table: string): string | undefined {
  const made = new RegExp(`create table (if not exists )?${table}\\b`).exec(migrations);
  return made ? fileAt(migrations, made.index) : undefined;
}

function fileAt(migrations: string, at: number): string {
  const name = /.*-- file (\S+)/s.exec(migrations.slice(0, at))?.[1];
  return `${migrationFolder}/${name}`;
}
