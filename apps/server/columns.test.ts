import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFiles } from '#platform/files/files.ts';
import { useFiles } from '#platform/files/configured-files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import { asCsv } from '#platform/http/list-export.ts';
import { registry } from '#platform/registry.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import type { ColumnFacts, View } from '#platform/operations/view.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { house as everything } from '#connectors/house.ts';
import { seedWorld } from '#worlds/seed.ts';

/** Walks every column of every list over a shop with a year of trade: what a column promises, it does. Nobody keeps a list by hand. */
type Row = Record<string, unknown> & { id: string };
type Answer = { data: Row[]; nextCursor: string | null; total: number };

registry.load(everything);
const lists = registry.views().filter((view) => view.list);
const columns = lists.flatMap((view) => Object.entries(view.columns!).map(([key, facts]) => [`${view.name} ${key}`, view, key, facts] as const));
const MOST = 400;

let house: TestHouse;
let shop: Context;
const rowsOf = new Map<string, Row[]>();
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-columns-'));

beforeAll(async () => {
  house = await openTestDatabase();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for pictures of a test only' }) }));
  await seedWorld('corner-shop', () => {});
  const [row] = await platformRead('seed', (q) => q.sql<{ id: string }>`select id from workspaces order by created_at, id limit 1`);
  shop = openContext({ workspaceId: row!.id, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
  for (const view of lists) rowsOf.set(view.name, await firstRows(view));
}, 120_000);
afterAll(async () => {
  useFiles(undefined);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (view: View, question: object) => view.call(shop, question) as Promise<Answer>;

async function firstRows(view: View, question = {}): Promise<Row[]> {
  const found: Row[] = [];
  for await (const rows of view.list!.through(shop, question)) {
    found.push(...(rows as Row[]));
    if (found.length >= MOST) break;
  }
  return found;
}

const idsOf = (rows: Row[]) => rows.map((row) => row.id);

// The lists of a quiet corner of the house may be empty; the nouns people work with every day may not.
test('there are rows to walk', () => {
  const busy = ['products.list', 'orders.list', 'customers.list', 'stock.list', 'storefronts.list', 'audit.list'];
  expect(busy.filter((name) => !rowsOf.get(name)?.length)).toEqual([]);
});

describe('every column that filters', () => {
  const filterable = columns.filter(([, , , facts]) => facts.filter);

  test.each(filterable)('%s: shows the rows with that value and only those', async (_label, view, key, facts) => {
    for (const sample of samples(rowsOf.get(view.name)!, key)) {
      const question = filterFor(facts, sample);
      const expected = rowsOf.get(view.name)!.filter((row) => matches(facts, row[key], sample) && (facts.filter !== 'dates' || row[key] === sample));
      const found = await firstRows(view, { filter: { [key]: question } });
      expect(new Set(idsOf(found)), question).toEqual(expect.objectContaining({ size: found.length }));
      expect(found.every((row) => matches(facts, row[key], sample)), question).toBe(true);
      const got = new Set(idsOf(found));
      if (found.length < MOST) expect(expected.filter((row) => !got.has(row.id)), question).toEqual([]);
      const { total } = await ask(view, { filter: { [key]: question }, limit: 1 });
      if (found.length < MOST) expect(total).toBe(found.length);
    }
  });

  test('a column that does not filter says so', async () => {
    for (const [label, view, key, facts] of columns) if (!facts.filter) await expect(ask(view, { filter: { [key]: 'x' } }), label).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('every column that sorts', () => {
  const sortable = columns.filter(([, , , facts]) => facts.sort);

  test.each(sortable)('%s: both ways, page by page, every row once', async (_label, view, key, facts) => {
    const narrow = narrowed(view);
    const up = await pages(view, key, narrow);
    const down = await pages(view, `-${key}`, narrow);
    expect(new Set(idsOf(up)).size).toBe(up.length);
    const isLast = (row: Row) => facts.emptyLast === true && row[key] === null;
    const [valued, empty] = [up.filter((row) => !isLast(row)), up.filter(isLast)];
    expect(idsOf(up)).toEqual(idsOf([...valued, ...empty]));
    expect(idsOf(down)).toEqual(idsOf([...valued.toReversed(), ...empty.toReversed()]));
    expect(up.length).toBe((await ask(view, { ...narrow, limit: 1 })).total);
    if (facts.type !== 'text') expect(valued.map((row) => order(row[key]))).toEqual(valued.map((row) => order(row[key])).toSorted((a, b) => a - b));
  });
});

describe('every column that searches', () => {
  const searched = columns.filter(([, , , facts]) => facts.search);

  test.each(searched)('%s: its words lead to the row, in capitals too, and a word from nowhere leads to none', async (_label, view, key) => {
    for (const sample of samples(rowsOf.get(view.name)!, key)) {
      const word = text(sample).split(/\s+/).toSorted((a, b) => b.length - a.length)[0]!.slice(0, 60);
      const row = rowsOf.get(view.name)!.find((each) => text(each[key]).includes(word))!;
      for (const q of [word, word.toUpperCase(), word.slice(1)]) expect((await ask(view, { q, ids: row.id })).data, q).toHaveLength(1);
    }
    expect((await ask(view, { q: 'nowhere-to-be-found' })).total).toBe(0);
  });
});

describe('every column has a heading', () => {
  test.each(lists.map((view) => [view.name, view] as const))('%s: one in words, each once, and one in the spreadsheet', async (_name, view) => {
    const says = Object.values(view.columns!).map((facts) => facts.says);
    expect(says.every((words) => words.trim() !== '')).toBe(true);
    expect(new Set(says).size).toBe(says.length);
    const { value } = await asCsv(nothing(), { columns: view.columns!, timeZone: 'UTC' }).next();
    const headings = String(value).trim().split(',');
    expect(headings.length).toBeGreaterThanOrEqual(Object.values(view.columns!).filter((facts) => facts.type !== 'json').length);
  });
});

async function* nothing(): AsyncGenerator<Row[], void> {
  yield [];
}

// Long lists are paged through in a part that is still a list of its own.
function narrowed(view: View): object {
  const rows = rowsOf.get(view.name)!;
  return rows.length < MOST ? {} : { ids: idsOf(rows.slice(0, 90)).join(',') };
}

async function pages(view: View, sort: string, narrow: object): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer = await ask(view, { ...narrow, sort, limit: 17, ...(cursor && { cursor }) });
    found.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

function samples(rows: Row[], key: string): unknown[] {
  const values = rows.map((row) => row[key]).filter((value) => value !== null && value !== undefined && value !== '' && JSON.stringify(value) !== '[]');
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  return distinct.slice(0, 3);
}

const number = (value: unknown): number => (typeof value === 'object' && value !== null ? (value as { amount: number }).amount : Number(value));
const order = (value: unknown): number => (value === null ? -Infinity : typeof value === 'string' ? Date.parse(value) : number(value));
const text = (value: unknown): string => (Array.isArray(value) ? String(value[0]) : String(value as string));

function filterFor(facts: ColumnFacts, sample: unknown): string {
  if (facts.filter === 'any of') return text(sample).replaceAll(',', '\\,');
  if (facts.filter === 'yes or no') return sample ? 'yes' : 'no';
  if (facts.filter === 'range') return `${number(sample)}..${number(sample)}`;
  if (facts.filter === 'dates') return `${String(sample as string)}..${new Date(Date.parse(sample as string) + 1).toISOString()}`;
  return text(sample);
}

function matches(facts: ColumnFacts, value: unknown, sample: unknown): boolean {
  if (facts.filter === 'yes or no') return Boolean(value) === Boolean(sample);
  if (value === null || value === undefined) return false;
  if (facts.filter === 'any of') return String(value as string) === String(sample as string);
  if (facts.filter === 'range') return number(value) === number(sample);
  // Rows show whole milliseconds, the table knows a thousand times more: the next millisecond may be within, and need not.
  if (facts.filter === 'dates') return [0, 1].includes(Date.parse(value as string) - Date.parse(sample as string));
  return JSON.stringify(value).toLowerCase().includes(JSON.stringify(text(sample)).slice(1, -1).toLowerCase());
}
