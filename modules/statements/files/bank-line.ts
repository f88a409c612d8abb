import { createHash } from 'node:crypto';

/** A line of a bank's file. The amount is signed, in minor units of its currency: what the account changed by. */
export interface BankLine {
  /** Where in the file, for people. */
  line: number;
  externalId: string;
  /** YYYY-MM-DD */
  bookedOn: string;
  valueOn: string | null;
  amount: number;
  /** Was kept by the bank and is in the amount. */
  fee: number;
  currency: string;
  counterpart: string;
  reference: string;
  description: string;
  raw: object;
}

/** What could not be read; the rest of the file can. */
export interface Problem {
  line: number;
  says: string;
}

/** An account of which a file tells, and its lines. */
export interface BankFile {
  format: 'csv' | 'ofx' | 'camt.053';
  /** The bank's name for the account; empty where the file does not say. */
  account: string;
  currency: string | null;
  lines: BankLine[];
  problems: Problem[];
}

const short = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/**
 * Ids for lines without one of their own: what they say, and the how-manieth of that day they are. Two coffees of a day are two lines;
 * the same day downloaded twice is the same two.
 */
export function numbered<L extends Omit<BankLine, 'externalId'> & { ownId?: string }>(lines: readonly L[]): BankLine[] {
  const seen = new Map<string, number>();
  return lines.map(({ ownId, ...line }) => {
    if (ownId) return { ...line, externalId: ownId };
    const said = short([line.bookedOn, line.amount, line.currency, line.counterpart, line.reference, line.description]);
    const nth = (seen.get(said) ?? 0) + 1;
    seen.set(said, nth);
    return { ...line, externalId: `line-${said}-${nth}` };
  });
}
