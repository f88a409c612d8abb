import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { combinations, emptyLine, keyOf, replan, type VariantDraft } from './variant-plan.ts';

const size = { name: 'Size', values: ['S', 'M'] };
const colour = { name: 'Colour', values: ['Sand', 'Ink'] };
const line = (options: Record<string, string>, more: Partial<VariantDraft> = {}): VariantDraft => ({ ...emptyLine(), options, ...more });

test('two sizes in two colours are four variants', () => {
  expect(combinations([size, colour])).toEqual([{ Size: 'S', Colour: 'Sand' }, { Size: 'S', Colour: 'Ink' }, { Size: 'M', Colour: 'Sand' }, { Size: 'M', Colour: 'Ink' }]);
});

test('a product without options has one variant, and a half typed option does not count yet', () => {
  expect(combinations([])).toEqual([{}]);
  expect(combinations([{ name: ' ', values: ['x'] }, { name: 'Size', values: [] }])).toEqual([{}]);
});

test('a new size keeps the others with their price, and starts at its sibling’s price without its SKU', () => {
  const lines = [line({ Size: 'S' }, { id: '1', sku: 'S-1', price: 900 }), line({ Size: 'M' }, { id: '2', sku: 'M-1', price: 1_200, stock: 4 })];
  const next = replan([{ ...size, values: ['S', 'M', 'L'] }], lines);
  expect(next.slice(0, 2)).toEqual(lines);
  expect(next[2]).toEqual(line({ Size: 'L' }, { price: 900 }));
});

test('whatever the options, every combination is there once and known ones are kept as they were', () => {
  const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(values, values, (sizes, colours) => {
      const options = [{ name: 'Size', values: sizes }, { name: 'Colour', values: colours }];
      const first = replan(options, [emptyLine()]).map((each, i) => ({ ...each, id: String(i), sku: `SKU-${i}` }));
      const again = replan(options, first);
      expect(new Set(again.map((each) => keyOf(each.options))).size).toBe(sizes.length * colours.length);
      expect(again).toEqual(first);
    }),
  );
});
