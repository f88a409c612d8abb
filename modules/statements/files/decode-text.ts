import { Refusal } from '#platform/refusal.ts';

/** The largest bank file that is read. */
export const LARGEST_FILE = 2_900_000;

// First bytes of what people upload by mistake, and what to do instead.
const OTHERS: readonly [bytes: string, says: string][] = [
  ['%PDF', 'This is a PDF. Download the statement as CSV, OFX or camt.053 from your bank instead.'],
  ['PK\u0003\u0004', 'This is an Excel workbook or a ZIP archive. Save the sheet as CSV, or unpack the archive, and upload that.'],
  ['\u00d0\u00cf\u0011\u00e0', 'This is an old Excel workbook. Save it as CSV and upload that.'],
  ['\u001f\u008b', 'This file is compressed. Unpack it and upload what is inside.'],
];

/** The text of a bank file in whatever encoding banks use: UTF-8 and UTF-16 with or without a mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_FILE) throw new Refusal('too_large', 'A bank file may have at most 2.9 MB. Download a shorter period from your bank.');
  if (bytes.length === 0) throw new Refusal('unreadable_file', 'The file is empty.');
  const begins = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const other = OTHERS.find(([mark]) => begins.startsWith(mark));
  if (other) throw new Refusal('unreadable_file', other[1]);
  const text = decoded(bytes);
  if (text.includes('\0')) throw new Refusal('unreadable_file', 'This is not a text file. Upload a CSV, OFX or camt.053 file.');
  return text.replace(/^\uFEFF/, '');
}

function decoded(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function wideEncodingOf([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, but every other byte of plain letters is nothing.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : undefined;
}
