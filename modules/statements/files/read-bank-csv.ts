import { parse } from 'csv-parse/sync';
import { Refusal } from '#platform/refusal.ts';
import { numbered, type BankFile, type BankLine, type Problem } from './bank-line.ts';
import { guessColumns, isAmbiguous, type Mapping } from './guess-columns.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';

const MOST_COLUMNS = 100;
const MOST_ROWS = 50_000;

export interface CsvReading {
  file: BankFile;
  mapping: Mapping;
  /** Headings, or "Column 1" where there are none. */
  columns: string[];
  /** Day and month could be the other way round. */
  ambiguous: boolean;
}

/** Reads a bank's CSV: as the mapping says, else as its columns seem to be meant. `currency` is that of lines that name none. */
export function readBankCsv(text: string, currency: string, given?: Mapping): CsvReading {
  const rows = rowsOf(text);
  const mapping = given ?? guessColumns(rows, currency);
  if (!mapping) throw new Refusal('unreadable_file', 'No column of days and no column of amounts could be found in this file. Is it a statement?');
  const problems: Problem[] = [];
  const lines = rows.slice(mapping.skip).flatMap((row, i) => {
    const line = mapping.skip + i + 1;
    const read = lineOf(row, line, mapping, currency);
    if (typeof read !== 'string') return [read];
    if (read !== '') problems.push({ line, says: read });
    return [];
  });
  return { file: { format: 'csv', account: '', currency, lines: numbered(lines), problems }, mapping, columns: columnsOf(rows, mapping), ambiguous: isAmbiguous(rows, mapping) };
}

function rowsOf(text: string): string[][] {
  try {
    const rows = parse(text, { delimiter: delimiterOf(text), relax_quotes: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: 100_000, to: MOST_ROWS + 1 }) as string[][];
    if (rows.length === 0) throw new Refusal('unreadable_file', 'The file is empty.');
    if (rows.length > MOST_ROWS) throw new Refusal('too_large', `A bank file may have at most ${MOST_ROWS.toLocaleString('en-AU')} lines. Download a shorter period from your bank.`);
    if (rows.some((row) => row.length > MOST_COLUMNS)) throw new Refusal('unreadable_file', `The file has a line of more than ${MOST_COLUMNS} columns.`);
    return rows;
  } catch (error) {
    if (!((error as { code?: string }).code ?? '').startsWith('CSV_')) throw error;
    throw new Refusal('unreadable_file', 'The file cannot be read as CSV. Is a quotation mark missing somewhere?');
  }
}

// The mark that stands most often in the lines where it stands at all: above the table there may be lines without any.
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 60).map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, ''));
  const weight = (mark: string) => lines.reduce((sum, line) => sum + Math.min(line.split(mark).length - 1, 12), 0);
  // A comma is also in amounts; where there is another candidate in most lines, it wins.
  const other = [';', '\t', '|'].find((mark) => lines.filter((line) => line.includes(mark)).length > lines.filter((line) => line !== '').length / 2);
  return other ?? [',', ';', '\t', '|'].reduce((best, mark) => (weight(mark) > weight(best) ? mark : best));
}

function columnsOf(rows: readonly string[][], { skip }: Mapping): string[] {
  const widest = Math.max(...rows.slice(skip, skip + 200).map((row) => row.length), 1);
  const headings = skip > 0 ? rows[skip - 1]! : [];
  return Array.from({ length: widest }, (_, i) => headings[i]?.trim() || `Column ${i + 1}`);
}

type Line = Omit<BankLine, 'externalId'> & { ownId?: string };

/** A line, why it is none, or '' for one that is not meant as one (sums and remarks below the table). */
function lineOf(row: readonly string[], line: number, mapping: Mapping, fallback: string): Line | string {
  const cell = (place: number | undefined) => (place === undefined ? '' : (row[place] ?? '').trim());
  const day = cell(mapping.date);
  const bookedOn = readDay(day, mapping.dateOrder);
  if (!bookedOn) return day === '' || amountCells(mapping).every((place) => cell(place) === '') ? '' : `"${day}" is not a day`;
  const named = cell(mapping.currency).toUpperCase();
  const currency = /^[A-Z]{3}$/.test(named) ? named : fallback;
  const amount = amountOf(cell, mapping, currency);
  if (typeof amount === 'string') return amount;
  const fee = mapping.fee === undefined || cell(mapping.fee) === '' ? 0 : readNumber(cell(mapping.fee), { mark: mapping.mark, currency });
  if (fee === undefined) return `"${cell(mapping.fee)}" is not an amount in ${currency}`;
  const own = cell(mapping.id);
  return {
    line, bookedOn, valueOn: readDay(cell(mapping.valueDate), mapping.dateOrder) ?? null, amount, fee: Math.abs(fee), currency, counterpart: cell(mapping.counterpart), reference: cell(mapping.reference), description: cell(mapping.description),
    ...(own && { ownId: own }), raw: { cells: row },
  };
}

const amountCells = ({ amount, moneyIn, moneyOut }: Mapping) => [amount, moneyIn, moneyOut].filter((place) => place !== undefined);

function amountOf(cell: (place: number | undefined) => string, { amount, moneyIn, moneyOut, mark, sign }: Mapping, currency: string): number | string {
  const numberAt = (place: number | undefined) => (cell(place) === '' ? 0 : readNumber(cell(place), { mark, currency }));
  if (amountCells({ amount, moneyIn, moneyOut } as Mapping).every((place) => cell(place) === '')) return 'has no amount';
  const [one, came, went] = [numberAt(amount), numberAt(moneyIn), numberAt(moneyOut)];
  const wrong = [[one, amount], [came, moneyIn], [went, moneyOut]].find(([value]) => value === undefined);
  if (wrong) return `"${cell(wrong[1])}" is not an amount in ${currency}`;
  // A column of its own needs no sign; some banks write one all the same.
  const signed = amount === undefined ? Math.abs(came!) - Math.abs(went!) : one!;
  return sign === 'as written' ? signed : -signed;
}
