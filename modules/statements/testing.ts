export { ledgerOf, readsTheWholeBook, type BookLine, type Bookkeeping } from './books.ts';
