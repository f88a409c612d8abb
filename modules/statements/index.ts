/**
 * What moved on accounts outside: at payment companies, read by schedule, and at banks, from uploaded files. Words: source (an account
 * outside), book (what its keeper has written down), entry (a line of it), cursor (how far it was read). Invariants: a line is stored
 * once by the account and its id there, however often it is read; a page is stored together with the cursor behind it, so whatever
 * goes wrong in between, nothing is lost and nothing is double; net is amount less fee, in the direction it moved; only what the
 * vendor's own ids prove is tied to our payments.
 */
import { module } from '#platform/module.ts';
import { statementRead } from './events.ts';
import { readNow } from './read-now.ts';
import { readBooks, readWhenConnected } from './read-vendor.ts';
import { statementReaders } from './reader.ts';
import { externalTransactions, statementImports, statementSources } from './tables.ts';
import { previewFile, uploadFile } from './upload.ts';
import { importList, sourceList, transactionList, transactionSums, transactionView } from './views.ts';

export const statements = module({
  name: 'statements',
  uses: ['accounts', 'integrations', 'payments'],
  tables: { statementSources, externalTransactions, statementImports },
  operations: [readNow, previewFile, uploadFile],
  views: [transactionList, transactionSums, transactionView, sourceList, importList],
  events: [statementRead],
  reactions: [readWhenConnected],
  schedules: [readBooks],
  ports: [statementReaders],
  capabilities: { 'statements:read': 'See transactions on accounts outside', 'statements:write': 'Read statements and upload bank files' },
});

export { entryOf, type Entry, type Kind } from './entry.ts';
export { statementReaders, type Book, type BookPage, type StatementReader } from './reader.ts';
export { importList, previewFile, readBooks, readNow, sourceList, transactionList, transactionSums, transactionView, uploadFile };
