/** A text column of a tenant table that holds sealed values, all for one purpose. */
export interface SealedColumn {
  table: string;
  column: string;
  purpose: string;
}

const NAME = /^[a-z_][a-z0-9_]*$/;
const columns = new Map<string, SealedColumn>();

/** Tells the vault where sealed values lie, so that a new data key reaches them. Database names, not property names. */
export function sealedColumn(column: SealedColumn): SealedColumn {
  if (!NAME.test(column.table) || !NAME.test(column.column)) throw new Error(`${column.table}.${column.column} is not a column name`);
  columns.set(`${column.table}.${column.column}`, column);
  return column;
}

export function sealedColumns(): SealedColumn[] {
  return [...columns.values()];
}
