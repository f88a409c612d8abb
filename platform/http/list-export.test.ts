import { expect, test } from 'vitest';
import type { ColumnFacts } from '../operations/view.ts';
import { asCsv, asJsonLines, cellOf } from './list-export.ts';

const facts = (says: string, type: ColumnFacts['type']): ColumnFacts => ({ says, type, sort: false, search: false });
const columns = { name: facts('Name', 'text'), total: facts('Total', 'money'), placedAt: facts('Placed', 'date'), extra: facts('Extra', 'json') };
const rows = [
  { id: '1', name: 'Ana, "Bo"\nCo', total: { amount: 1_250, currency: 'AUD' }, placedAt: '2026-01-31T13:30:00.000Z', extra: { a: 1 } },
  { id: '2', name: '=HYPERLINK("http://evil")', total: { amount: -900, currency: 'JPY' }, placedAt: null, extra: null },
];

async function* parts() {
  // The writer empties what it is given.
  yield [...rows];
}

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('a spreadsheet gets decimals beside their currency, dates where the shop is, and no formula', async () => {
  expect(await whole(asCsv(parts(), { columns, timeZone: 'Australia/Sydney' }))).toBe(
    'Name,Total,Total currency,Placed (Australia/Sydney)\r\n' +
      '"Ana, ""Bo""\nCo",12.50,AUD,2026-02-01 00:30:00\r\n' +
      `"'=HYPERLINK(""http://evil"")",-900,JPY,\r\n`,
  );
});

test('the columns are those asked for, in that order, after the mark of UTF-8', async () => {
  const text = await whole(asCsv(parts(), { columns, chosen: ['placedAt', 'name'], timeZone: 'UTC', mark: '\uFEFF' }));
  expect(text.split('\r\n')[0]).toBe('\uFEFFPlaced (UTC),Name');
});

test('lines of JSON hold the rows as the API shows them', async () => {
  const lines = (await whole(asJsonLines(parts(), {}))).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
});

test.each(['=1+1', '+cmd', '-cmd', '@SUM(A1)', '\t=1', '\r=1', '-1+1'])('a cell that begins like a formula is text: %j', (text) => {
  expect(cellOf(text)).toMatch(/^"'/);
});

test.each(['-12.50', '+61', '0', 'plain'])('a number or a word stays as it is: %s', (text) => {
  expect(cellOf(text)).toBe(text);
});
