import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, countWrong, editsFor, pasteBox, textAt, type Sheet } from './grid-edits.ts';
import type { GridColumn } from './grid-shape.ts';
import { parseTsv, writeTsv } from './tsv.ts';

interface Row {
  id: string;
  name: string;
  price: number | null;
}

const columns: GridColumn<Row>[] = [
  { key: 'name', label: 'Name', width: 100, read: (row) => row.name, write: (row, name) => ({ ...row, name }), locked: (row) => (row.id === 'locked' ? 'Not yours' : undefined) },
  { key: 'price', label: 'Price', width: 100, read: (row) => (row.price === null ? '' : String(row.price)), write: (row, text) => (/^\d*$/.test(text) ? { ...row, price: text === '' ? null : Number(text) } : { wrong: 'needs a number' }) },
];
const sheetOf = (rows: Row[]): Sheet<Row> => ({ rows, columns, keyOf: (row) => row.id, wrong: new Map() });
const three = () => sheetOf(['a', 'locked', 'c'].map((id, i) => ({ id, name: id, price: i })));

test('cells travel to a spreadsheet and back unchanged', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '7', 'é') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
      expect(parseTsv(`${writeTsv(rows)}\n`)).toEqual(rows);
    }),
  );
  expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']]);
});

test('one copied cell fills what is selected, a block is laid down and repeated where it fits', () => {
  expect(pasteBox([['7']], { top: 0, bottom: 2, left: 1, right: 1 })).toEqual({ top: 0, bottom: 2, left: 1, right: 1 });
  expect(pasteBox([['1'], ['2']], { top: 0, bottom: 3, left: 0, right: 0 })).toMatchObject({ bottom: 3 });
  expect(pasteBox([['1'], ['2']], { top: 0, bottom: 2, left: 0, right: 0 })).toMatchObject({ bottom: 1 });
});

test('a text that does not fit stays visible with its reason, and the row keeps its value', () => {
  const sheet = three();
  const { rows, wrong } = applyEdits(sheet, editsFor(sheet, { top: 0, bottom: 0, left: 1, right: 1 }, () => 'cheap'), 'after');
  expect(rows[0]!.price).toBe(0);
  expect(wrong.get('a')).toEqual({ price: { text: 'cheap', reason: 'needs a number' } });
  const faulty = { ...sheet, rows, wrong };
  expect(textAt(faulty, 0, 1)).toBe('cheap');
  expect(countWrong(applyEdits(faulty, editsFor(faulty, { top: 0, bottom: 0, left: 1, right: 1 }, () => '5'), 'after').wrong)).toBe(0);
});

test('locked cells are passed over', () => {
  const sheet = three();
  expect(editsFor(sheet, { top: 0, bottom: 2, left: 0, right: 0 }, () => 'x').map((edit) => edit.row)).toEqual(['a', 'c']);
});

test('whatever is typed, filled and cleared: taking everything back leaves the sheet as it was', () => {
  const step = fc.record({ top: fc.nat(2), bottom: fc.nat(2), left: fc.nat(1), right: fc.nat(1), text: fc.constantFrom('', '12', 'cheap', 'name') });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let sheet = three();
      const before = JSON.stringify(sheet.rows);
      const done = steps.map(({ text, ...box }) => {
        const edits = editsFor(sheet, box, () => text);
        sheet = { ...sheet, ...applyEdits(sheet, edits, 'after') };
        return edits;
      });
      for (const edits of done.toReversed()) sheet = { ...sheet, ...applyEdits(sheet, edits, 'before') };
      expect(JSON.stringify(sheet.rows)).toBe(before);
      expect(countWrong(sheet.wrong)).toBe(0);
    }),
  );
});
