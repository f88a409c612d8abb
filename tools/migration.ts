import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { is } from 'drizzle-orm';
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core';
import { tableKind } from '../platform/db/tables.ts';
import { platformTables } from '../platform/tables.ts';
import { modules } from '../modules/modules.ts';
import { connectors } from '../connectors/connectors.ts';

/**
 * Writes the schema migration from the tables of the platform, all modules and connectors: structure by drizzle-kit, then what
 * drizzle-kit does not say: forced row-level security, policies, grants and the workspace key of every tenant table.
 */
interface DrizzleKit {
  generateDrizzleJson(tables: Record<string, unknown>): object;
  generateMigration(before: object, after: object): Promise<string[]>;
}
const kit = createRequire(import.meta.url)('drizzle-kit/api') as DrizzleKit;

const FILE = path.join(import.meta.dirname, '../platform/db/migrations/0000_house.sql');

const PRELUDE = `-- Written by tools/migration.ts from the tables in code. :app and :platform stand for the two database roles.
create or replace function current_workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

-- UUIDv7 (RFC 9562): millisecond clock in the first 48 bits. PostgreSQL 18 has its own; 16 and 17 do without.
do $make$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create or replace function new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create or replace function new_id() returns uuid language sql volatile parallel safe as $$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
    $$;
  end if;
end $make$;
`;

export async function houseMigration(): Promise<string> {
  const tables = allTables();
  const schema = Object.fromEntries(tables.map((t) => [getTableConfig(t).name, t]));
  const structure = await kit.generateMigration(kit.generateDrizzleJson({}), kit.generateDrizzleJson(schema));
  return [PRELUDE, ...structure.map((s) => (s.endsWith(';') ? s : `${s};`)), ...tables.flatMap(accessOf), WORKSPACES].join('\n');
}

function allTables(): PgTable[] {
  const sources = [platformTables, ...[...modules, ...connectors].map((m) => m.tables)];
  const tables = sources.flatMap((source) => Object.values(source)).filter((t) => is(t, PgTable));
  return [...new Set(tables)].toSorted((a, b) => getTableConfig(a).name.localeCompare(getTableConfig(b).name));
}

function accessOf(table: PgTable): string[] {
  const { name } = getTableConfig(table);
  const kind = tableKind(name);
  if (!kind) throw new Error(`${name} was made neither by tenantTable() nor by platformTable()`);
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

const WORKSPACES = `alter table workspaces enable row level security;
alter table workspaces force row level security;
create policy workspaces_tenant on workspaces for select to :app using (id = current_workspace());
create policy workspaces_platform on workspaces to :platform using (true) with check (true);
grant select on workspaces to :app;
grant usage on all sequences in schema public to :app, :platform;
`;

if (import.meta.main) {
  writeFileSync(FILE, await houseMigration());
  console.log(`wrote ${path.relative(process.cwd(), FILE)}`);
}
