import { Refusal } from '#platform/refusal.ts';
import { slugOf } from '#modules/catalog/index.ts';
import { draftOf, FileError, type FileProduct, type Reading, type Remark } from './drafts.ts';
import { readCsv, type Row } from './read-csv.ts';
import { meaningsOf, type Meaning } from './shopify-columns.ts';

const MOST_ROWS_OF_ONE = 2_500;

export type FromFile = { product: FileProduct } | { error: Remark };

export interface FileQuestion {
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  mapping: Record<string, string>;
  currency: string;
  fieldTypes: ReadonlyMap<string, string>;
  /** Told once, before the first product. */
  onHeader?: (meanings: Map<string, Meaning>) => void;
}

/** The products of a file one by one; what cannot be read comes as an error in its place. Holds one product at a time. */
export async function* productsOfFile(question: FileQuestion): AsyncGenerator<FromFile, void> {
  const seen = new Set<string>();
  let reading: Reading | undefined;
  for await (const group of groups(question.bytes)) {
    reading ??= begin(question, Object.keys(group.rows[0]!.cells));
    yield read(group, reading, seen);
  }
}

function begin(question: FileQuestion, names: string[]): Reading {
  const meanings = meaningsOf(names, question.mapping, new Set(question.fieldTypes.keys()));
  const known = [...meanings.values()].some((m) => m.kind === 'known' && (m.column === 'Handle' || m.column === 'Title'));
  if (!known) throw new Refusal('unreadable_file', 'This file has neither a "Handle" nor a "Title" column, so it holds no products in Shopify format.', { columns: names });
  question.onHeader?.(meanings);
  return { meanings, currency: question.currency, fieldTypes: question.fieldTypes };
}

function read(group: Group, reading: Reading, seen: Set<string>): FromFile {
  const { handle, rows } = group;
  const slug = slugOf(handle);
  try {
    if (rows.length > MOST_ROWS_OF_ONE) throw new FileError({ line: rows[0]!.line, handle, column: 'Handle', says: `has more than ${MOST_ROWS_OF_ONE} rows` });
    if (seen.has(slug)) throw new FileError({ line: rows[0]!.line, handle, column: 'Handle', says: 'came before: the rows of one product have to stand together' });
    seen.add(slug);
    return { product: draftOf(handle, rows, reading) };
  } catch (error) {
    if (error instanceof FileError) return { error: error.remark };
    throw error;
  }
}

interface Group {
  handle: string;
  rows: Row[];
}

// Rows without a handle belong to the product above, unless they have a title of their own.
async function* groups(bytes: FileQuestion['bytes']): AsyncGenerator<Group, void> {
  let group: Group | undefined;
  for await (const row of readCsv(bytes)) {
    const handle = cell(row, /^(url )?handle$/i);
    const own = handle || (cell(row, /^title$/i) ? slugOf(cell(row, /^title$/i)) : '');
    if (group && (own === '' || own === group.handle)) {
      if (group.rows.length <= MOST_ROWS_OF_ONE) group.rows.push(row);
      continue;
    }
    if (group) yield group;
    group = { handle: own || `line-${row.line}`, rows: [row] };
  }
  if (group) yield group;
}

function cell(row: Row, name: RegExp): string {
  for (const key in row.cells) if (name.test(key)) return row.cells[key]!.trim();
  return '';
}
