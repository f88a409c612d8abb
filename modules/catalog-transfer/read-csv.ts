import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Refusal } from '#platform/refusal.ts';

/** One line of the file after the header: its cells by column name, and the number of the line it begins on. */
export interface Row {
  line: number;
  cells: Record<string, string>;
}

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const MOST_COLUMNS = 500;

/**
 * Reads a CSV as shops really have them: with or without BOM, UTF-8, UTF-16 or Windows-1252, comma, semicolon or tab, any line
 * ends, line breaks inside quotes. Rows come one after the other; the file is never held in memory as a whole.
 */
export async function* readCsv(bytes: Bytes): AsyncGenerator<Row, void> {
  const source = textOf(bytes);
  const head = await headerText(source);
  const parser = parse({
    delimiter: delimiterOf(head),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: 5_000_000,
  });
  // What goes wrong on the way comes out of the parser, where rowsOf meets it.
  pipeline(Readable.from(joined(head, source)), parser, () => undefined);
  yield* rowsOf(parser as AsyncIterable<Parsed>);
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

const LONGEST_HEADER = 100_000;

async function headerText(source: AsyncGenerator<string, void>): Promise<string> {
  let head = '';
  while (!head.includes('\n') && head.length < LONGEST_HEADER) {
    const next = await source.next();
    if (next.done) break;
    head += next.value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncGenerator<string, void>): AsyncGenerator<string, void> {
  if (head) yield head;
  for await (const text of rest) if (text) yield text;
}

async function* rowsOf(parser: AsyncIterable<Parsed>): AsyncGenerator<Row, void> {
  let header: string[] | undefined;
  let last = 0;
  try {
    for await (const { record, info } of parser) {
      const line = last + 1;
      last = info.lines;
      if (!header) header = headerOf(record);
      else if (record.some((cell) => cell.trim() !== '')) yield { line, cells: cellsOf(header, record) };
    }
  } catch (error) {
    if (!((error as { code?: string }).code ?? '').startsWith('CSV_')) throw error;
    throw new Refusal('unreadable_file', `The file cannot be read after line ${last + 1}. Is a quotation mark missing there?`, { line: last + 1 });
  }
  if (!header) throw new Refusal('unreadable_file', 'The file is empty.');
}

function headerOf(record: string[]): string[] {
  if (record.length > MOST_COLUMNS) throw new Refusal('unreadable_file', `The file has ${record.length} columns; ${MOST_COLUMNS} can be read.`);
  return record.map((name) => name.trim());
}

function cellsOf(header: string[], record: string[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [i, name] of header.entries()) if (name && !(name in cells)) cells[name] = unguarded(record[i] ?? '');
  return cells;
}

const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell a spreadsheet would run gets one apostrophe in front; numbers do not need it. Undone by `unguarded`. */
export function guarded(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** Takes back the one apostrophe `guarded` gave, whatever the cell held before. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

// The separator is the one that occurs most in the first line outside quotes.
function delimiterOf(text: string): string {
  const header = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

async function* textOf(bytes: Bytes): AsyncGenerator<string, void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let legacy = false;
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    if (!decoder) decoder = new TextDecoder(unicodeOf(chunk), { fatal: true });
    if (!legacy) {
      try {
        const text = decoder.decode(chunk, { stream: true });
        held = tailOf(chunk);
        yield text;
        continue;
      } catch {
        // Not UTF-8 from here on: the older Windows encoding, beginning with what the decoder had kept back.
        legacy = true;
        decoder = new TextDecoder('windows-1252');
        yield decoder.decode(held);
      }
    }
    yield decoder.decode(chunk, { stream: true });
  }
  // A file may end in the middle of what looked like a longer character.
  if (!legacy && held.length > 0) yield new TextDecoder('windows-1252').decode(held);
}

function unicodeOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The beginning of a character that the next chunk was to complete. */
function tailOf(chunk: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const byte = chunk[chunk.length - back]!;
    if (byte < 0x80) return new Uint8Array();
    if (byte >= 0xc0) return back < lengthOf(byte) ? chunk.slice(chunk.length - back) : new Uint8Array();
  }
  return new Uint8Array();
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
