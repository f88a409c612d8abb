import { Refusal } from '#platform/refusal.ts';
import type { BankFile } from './bank-line.ts';
import { decodeText } from './decode-text.ts';
import type { Mapping } from './guess-columns.ts';
import { looksLikeCamt, readCamt } from './read-camt.ts';
import { readBankCsv, type CsvReading } from './read-bank-csv.ts';
import { looksLikeOfx, readOfx } from './read-ofx.ts';

/** Accounts of which a bank's file tells; for CSV also how its columns were understood. */
export interface BankReading {
  files: BankFile[];
  csv?: Omit<CsvReading, 'file'>;
}

/** Reads a bank's file, whichever of the formats it is. Pure: the same bytes are read the same. */
export function readBankFile(bytes: Uint8Array, { currency, mapping }: { currency: string; mapping?: Mapping | undefined }): BankReading {
  const text = decodeText(bytes);
  if (looksLikeOfx(text)) return { files: readOfx(text) };
  if (looksLikeCamt(text)) return { files: readCamt(text) };
  if (/^\s*<[?!\w]/.test(text)) throw new Refusal('unreadable_file', 'This XML file is neither OFX nor camt.053.');
  const { file, ...csv } = readBankCsv(text, currency, mapping);
  return { files: [file], csv };
}
