import type { ColumnFacts } from '../operations/view.ts';
import { amountText, type Money } from '../money.ts';

export interface ExportOptions {
  columns: Record<string, ColumnFacts>;
  /** Which columns, in this order; all that are not JSON when left out. */
  chosen?: readonly string[] | undefined;
  timeZone: string;
  /** Tells old spreadsheets that the file is UTF-8. */
  mark?: string;
}

type Row = Record<string, unknown>;

/** The rows of a list as a spreadsheet: a heading, then a text for every part of rows, which is emptied by it. Amounts are decimals beside their currency, dates are the workspace's own. */
export async function* asCsv(parts: AsyncIterable<Row[]>, { columns, chosen, timeZone, mark = '' }: ExportOptions): AsyncGenerator<string, void> {
  const keys = chosen ?? Object.keys(columns).filter((key) => columns[key]!.type !== 'json');
  const fields = keys.flatMap((key) => fieldsOf(key, columns[key]!, timeZone));
  yield mark + lineOf(fields.map((field) => field.heading));
  for await (const rows of parts) yield writeOut(rows, (row) => lineOf(fields.map((field) => field.of(row))));
}

/** The rows of a list as the API shows them, one JSON object a line. */
export async function* asJsonLines(parts: AsyncIterable<Row[]>, { chosen }: Pick<ExportOptions, 'chosen'>): AsyncGenerator<string, void> {
  const shown = (row: Row) => (chosen ? Object.fromEntries(['id', ...chosen].map((key) => [key, row[key]])) : row);
  for await (const rows of parts) yield writeOut(rows, (row) => `${JSON.stringify(shown(row))}\n`);
}

// Emptied as it is written: whatever waits for the next part still holds the one before, and it would outlive the young generation.
function writeOut(rows: Row[], write: (row: Row) => string): string {
  return rows.splice(0).map(write).join('');
}

interface Field {
  heading: string;
  of(row: Row): string;
}

function fieldsOf(key: string, { says, type }: ColumnFacts, timeZone: string): Field[] {
  if (type === 'money') return [{ heading: says, of: (row) => decimalOf(row[key] as Money | null) }, { heading: `${says} currency`, of: (row) => (row[key] as Money | null)?.currency ?? '' }];
  if (type !== 'date') return [{ heading: says, of: (row) => plainOf(row[key]) }];
  const write = writerOf(timeZone);
  return [{ heading: `${says} (${timeZone})`, of: (row) => (row[key] ? write.format(new Date(row[key] as string)).replace(',', '') : '') }];
}

function decimalOf(money: Money | null | undefined): string {
  return !money || money.currency === 'XXX' ? '' : amountText(money);
}

function plainOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string);
}

// Swedes write dates the way spreadsheets everywhere read them: 2026-01-31 09:05:00.
function writerOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
}

function lineOf(cells: string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** A cell that a spreadsheet would read as a formula gets an apostrophe in front; a plain number stays one. */
export function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(harmless) || harmless.startsWith("'") ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
