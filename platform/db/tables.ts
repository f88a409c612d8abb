import { is, sql } from 'drizzle-orm';
import { type AnyPgColumn, PgTable, foreignKey, getTableConfig, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { BuildExtraConfigColumns } from 'drizzle-orm';
import type { PgColumnBuilderBase, PgTableExtraConfigValue, PgTableWithColumns } from 'drizzle-orm/pg-core';
import type { BuildColumns } from 'drizzle-orm';

const tenantColumns = {
  workspaceId: uuid('workspace_id').notNull().default(sql`current_workspace()`),
  id: uuid('id').notNull().default(sql`new_id()`),
};
type TenantColumns = typeof tenantColumns;
type With<C> = TenantColumns & C;

export type TenantTable<N extends string, C extends Record<string, PgColumnBuilderBase>> = PgTableWithColumns<{
  name: N;
  schema: undefined;
  columns: BuildColumns<N, With<C>, 'pg'>;
  dialect: 'pg';
}>;

/** How rows belong to what a caller may be limited to: by their own column, or by a column naming a row of a scoped table. */
export interface ScopeRule {
  by: string;
  column: string;
  /** The scoped table whose row the column names. */
  of?: string;
}

interface TableKind {
  tenant: boolean;
  appendOnly: boolean;
  unlogged: boolean;
  scope?: ScopeRule;
}
const kinds = new Map<string, TableKind>();

/**
 * A table of tenant data: `workspace_id` (filled by the database from the open door) and `id` are added, the
 * primary key is (workspace_id, id), and the migration tool gives it forced row-level security.
 */
export function tenantTable<N extends string, C extends Record<string, PgColumnBuilderBase>>(
  name: N,
  columns: C,
  constraints?: (table: BuildExtraConfigColumns<N, With<C>, 'pg'>) => PgTableExtraConfigValue[],
): TenantTable<N, C> {
  kinds.set(name, { tenant: true, appendOnly: false, unlogged: false });
  return pgTable(name, { ...tenantColumns, ...columns } as With<C>, (table) => {
    const own = table as unknown as { workspaceId: AnyPgColumn; id: AnyPgColumn };
    return [primaryKey({ name: `${name}_pk`, columns: [own.workspaceId, own.id] as never }), ...(constraints?.(table) ?? [])];
  });
}

/** A tenant table whose rows are only ever added: the program's login may not update or delete them. */
export function appendOnly<T extends PgTable>(table: T): T {
  const { name } = getTableConfig(table);
  kinds.set(name, { ...kinds.get(name), tenant: true, appendOnly: true, unlogged: false });
  return table;
}

/**
 * A tenant table whose rows belong to something people can be limited to (a kind of `Scope`): somebody limited neither sees nor
 * writes the other rows. The database holds to it, by a restrictive policy that costs nothing while nobody is limited.
 */
export function scopedBy<T extends PgTable>(rule: ScopeRule, table: T): T {
  const { name } = getTableConfig(table);
  kinds.set(name, { ...kinds.get(name)!, scope: rule });
  return table;
}

/** A table of the installation itself (users, sessions, workspaces): out of reach for the workspace login. */
export const platformTable: typeof pgTable = ((name: string, ...rest: [never]) => {
  kinds.set(name, { tenant: false, appendOnly: false, unlogged: false });
  return pgTable(name, ...rest);
}) as unknown as typeof pgTable;

/**
 * Everything that is searched in a row as one text in lower case, kept by the database: a list view names it under `search`.
 * A table named in 0004_list_search.sql also has an index of its parts, so that a rare word is found without reading every row.
 */
export function searchText(...of: string[]) {
  return text('search_text').generatedAlwaysAs(sql.raw(`text_to_search(${of.join(', ')})`));
}

/** A platform table of passing figures: no write-ahead log, empty after a crash of the database. */
export function unlogged<T extends PgTable>(table: T): T {
  kinds.set(getTableConfig(table).name, { tenant: false, appendOnly: false, unlogged: true });
  return table;
}

export function tableKind(name: string): TableKind | undefined {
  return kinds.get(name);
}

export function isTenantTable(table: PgTable): boolean {
  // A module's tables file may export a list of words beside its tables.
  return is(table, PgTable) && (kinds.get(getTableConfig(table).name)?.tenant ?? false);
}

/** The only foreign key between tenant tables: (workspace_id, column) -> (workspace_id, id). Cross-workspace rows cannot be stored. */
export function belongsTo(
  table: object,
  column: unknown,
  other: object,
  onDelete: 'cascade' | 'restrict' = 'restrict',
): PgTableExtraConfigValue {
  const from = table as { workspaceId: AnyPgColumn };
  const to = other as { workspaceId: AnyPgColumn; id: AnyPgColumn };
  const columns = [from.workspaceId, column as AnyPgColumn] as [AnyPgColumn, AnyPgColumn];
  return foreignKey({ columns: columns as never, foreignColumns: [to.workspaceId, to.id] as never }).onDelete(onDelete) as never;
}
