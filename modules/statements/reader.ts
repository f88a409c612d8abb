import { port } from '#platform/port.ts';
import type { Account } from '#modules/integrations/index.ts';
import type { Entry } from './entry.ts';

/** An account at a vendor that keeps a book of its own. */
export interface Book {
  account: string;
  name: string;
  /** null: it holds several currencies. */
  currency: string | null;
}

/** A piece of a book, and where the next one begins. */
export interface BookPage {
  entries: readonly Entry[];
  /** What to go on with; undefined: nothing to move. JSON, told back as it was. */
  cursor: object | undefined;
  /** Whether there is more to read now. */
  more: boolean;
}

/**
 * Reads a vendor's book from a cursor on. Invariant: whoever stores each page together with its cursor, and goes on from the last one
 * stored after whatever went wrong, has in the end every entry of the book; some may come more than once.
 */
export interface StatementReader {
  says: string;
  books(account: Account): Promise<readonly Book[]>;
  read(account: Account, book: Book, cursor: object | null): Promise<BookPage>;
}

export const statementReaders = port<StatementReader>({ name: 'statements.reader', says: 'The reader of statements' });
