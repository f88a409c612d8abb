import { expect, test } from 'vitest';
import { cellChanges, changesOf, creationOf, draftOf } from './product-draft.ts';
import type { Product } from './product-shape.ts';

const mug: Product = {
  id: 'p1',
  slug: 'blue-mug',
  title: 'Blue mug',
  descriptionHtml: '<p>Holds tea.</p>',
  brand: 'Acme',
  productType: 'Kitchen',
  status: 'active',
  seo: { title: '', description: '' },
  tags: ['new'],
  customFields: { glaze: 'matt' },
  version: 3,
  updatedAt: '2026-01-01T00:00:00Z',
  media: [],
  options: [{ name: 'Size', values: ['S', 'M'] }],
  variants: ['S', 'M'].map((size) => ({ id: `v-${size}`, title: size, options: { Size: size }, sku: `MUG-${size}`, barcode: '', weightGrams: 300, trackInventory: true, prices: [{ currency: 'AUD', amount: 1_850, compareAt: null }, { currency: 'USD', amount: 1_200, compareAt: null }] })),
  categories: [{ id: 'c1', name: 'Cups' }],
  collections: [],
};
const open = () => structuredClone(draftOf(mug, 'AUD', { 'v-S': 5, 'v-M': 2 }));

test('opening and saving without a change sends nothing', () => {
  expect(changesOf(open(), open())).toEqual({});
  expect(cellChanges(open(), open(), mug.variants, 'AUD')).toEqual({ variants: [], prices: [], stock: [] });
});

test('only the price that was typed is sent, in its own currency', () => {
  const after = open();
  after.variants[1]!.price = 1_990;
  expect(changesOf(open(), after)).toEqual({});
  expect(cellChanges(open(), after, mug.variants, 'AUD')).toEqual({ variants: [], stock: [], prices: [{ variantId: 'v-M', currency: 'AUD', amount: 1_990, compareAt: null }] });
});

test('an emptied price is taken away, an emptied custom field as well', () => {
  const after = open();
  after.variants[0]!.price = null;
  after.customFields.glaze = '';
  expect(cellChanges(open(), after, mug.variants, 'AUD').prices).toEqual([{ variantId: 'v-S', currency: 'AUD', amount: null, compareAt: null }]);
  expect(changesOf(open(), after)).toEqual({ customFields: { glaze: null } });
});

test('a variant that came with a new option value gets its cells once it is stored', () => {
  const after = open();
  after.options = [{ name: 'Size', values: ['S', 'M', 'L'] }];
  after.variants.push({ options: { Size: 'L' }, sku: 'MUG-L', price: 2_100, compareAt: null, stock: 9, weightGrams: 0, trackInventory: true });
  const stored = [...mug.variants, { id: 'v-L', options: { Size: 'L' } }];
  const cells = cellChanges(open(), after, stored, 'AUD');
  expect(cells.prices).toEqual([{ variantId: 'v-L', currency: 'AUD', amount: 2_100, compareAt: null }]);
  expect(cells.stock).toEqual([{ variantId: 'v-L', onHand: 9 }]);
  expect(cells.variants.map((each) => each.sku)).toEqual(['MUG-L']);
});

test('a new product without an address of its own lets the server find one', () => {
  const draft = { ...draftOf(null, 'AUD', {}), title: 'Lamp', description: 'One.\n\nTwo.' };
  expect(creationOf(draft, 'AUD')).toMatchObject({ title: 'Lamp', descriptionHtml: '<p>One.</p>\n<p>Two.</p>', options: [], variants: [{ options: {}, prices: [] }] });
  expect(creationOf(draft, 'AUD')).not.toHaveProperty('slug');
});
