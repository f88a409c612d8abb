import { expect, test } from 'vitest';
import { choicesFor, otherColumns } from './columns-choice.ts';

const columns = [{ name: 'Title', means: 'Title' }, { name: 'Maker', means: 'carry' }, { name: 'Brand', means: 'Vendor' }, { name: 'EAN', means: 'Variant Barcode' }, { name: '', means: 'carry' }];

test('a column can go to any place that is free, and one that was given a place stays to be changed', () => {
  expect(otherColumns(columns, { EAN: 'Variant Barcode' }).map((each) => each.name)).toEqual(['Maker', 'EAN']);
  const values = choicesFor(columns[1]!, columns, [{ key: 'carat', says: 'Carat' }]).map((each) => each.value);
  expect(values.slice(0, 3)).toEqual(['carry', 'ignore', 'Body (HTML)']);
  expect(values).toContain('field.carat');
  expect(values).not.toContain('Vendor');
  expect(choicesFor(columns[3]!, columns, []).map((each) => each.value)).toContain('Variant Barcode');
});
