import type { Tx } from '#platform/tenancy/context.ts';

/** A row by column names as the database spells them. Dates are instants, objects become jsonb, lists arrays. */
export type Row = Record<string, unknown>;

const AT_ONCE = 2_500;

/** Writes any number of rows of one table into the open workspace. Every row names the same columns. */
export async function writeRows(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).map((name) => `"${name}"`).join(', ');
  const text = `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`;
  for (let from = 0; from < rows.length; from += AT_ONCE) await tx.query(text, [JSON.stringify(rows.slice(from, from + AT_ONCE))]);
}
