import type { Queries } from '#platform/db/query.ts';
import type { Named } from './facet-codes.ts';

/** What the numbers of one workspace mean, as far as this process has met them. A number never changes its meaning. */
interface Book {
  named: Map<number, Named>;
  numbers: Map<string, number>;
}

const books = new Map<string, Book>();
const MOST_BOOKS = 500;
const MOST_VALUES = 50_000;

interface Asking extends Queries {
  readonly workspaceId: string;
}

function bookOf(workspaceId: string): Book {
  let book = books.get(workspaceId);
  if (book && book.named.size < MOST_VALUES) return book;
  if (books.size >= MOST_BOOKS) books.clear();
  books.set(workspaceId, (book = { named: new Map(), numbers: new Map() }));
  return book;
}

const keyOf = (key: string, value: string) => `${key}\u001f${value}`;

function note(book: Book, { number, key, value }: Named & { number: number }): void {
  book.named.set(number, { key, value });
  book.numbers.set(keyOf(key, value), number);
}

/** Names these numbers; asks the database for those this process has not met. */
export async function namesOf(r: Asking, numbers: readonly number[]): Promise<(number: number) => Named | undefined> {
  const book = bookOf(r.workspaceId);
  const unknown = numbers.filter((number) => !book.named.has(number));
  if (unknown.length > 0)
    for (const row of await r.sql<Named & { number: number }>`select number, key, value from listing_facet_values where number = any(${unknown}::int[])`) note(book, row);
  return (number) => book.named.get(number);
}

/** The numbers of what somebody filters by; what no listing has is left out. */
export async function numbersOf(r: Asking, wanted: readonly Named[]): Promise<Map<string, number>> {
  const book = bookOf(r.workspaceId);
  const unknown = wanted.filter(({ key, value }) => !book.numbers.has(keyOf(key, value)));
  if (unknown.length > 0)
    for (const row of await r.sql<Named & { number: number }>`
      select f.number, f.key, f.value from listing_facet_values f join unnest(${unknown.map((w) => w.key)}::text[], ${unknown.map((w) => w.value)}::text[]) as w(key, value)
        on f.key = w.key and f.value = w.value`) note(book, row);
  return new Map(wanted.flatMap(({ key, value }) => book.numbers.get(keyOf(key, value)) ?? []).map((number) => [keyOf(book.named.get(number)!.key, book.named.get(number)!.value), number]));
}

/** The number of one value among those asked for. */
export function numberIn(numbers: Map<string, number>, key: string, value: string): number | undefined {
  return numbers.get(keyOf(key, value));
}
