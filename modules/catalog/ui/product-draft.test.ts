import { expect, test } from 'vitest';
import { mergeDrafts } from './merge-drafts.ts';
import { editBackTo, productAt, type HistoryEntry } from './old-version.ts';
import { foreseen, missingLines, withOptions } from './plan-lines.ts';
import { changesOf, creationOf, stockChanges } from './product-changes.ts';
import { draftOf, emptyDraft, titleOf, type OptionDraft, type ProductDraft } from './product-draft.ts';
import type { Product, Variant } from './product-shape.ts';

const variant = (size: string, more: Partial<Variant> = {}): Variant => ({
  id: `v-${size}`, title: size, options: { Size: size }, sku: `MUG-${size}`, barcode: '', weightGrams: 300, requiresShipping: true, taxable: true, taxCode: '', inventoryPolicy: 'deny', trackInventory: true,
  prices: [{ currency: 'AUD', amount: 1_850, compareAt: null }, { currency: 'USD', amount: 1_200, compareAt: null }], ...more,
});
const mug: Product = {
  id: 'p1', slug: 'blue-mug', title: 'Blue mug', descriptionHtml: '<p>Holds tea.</p>', brand: 'Acme', productType: 'Kitchen', status: 'active', publishAt: null, unpublishAt: null,
  seo: { title: '', description: '' }, tags: ['new'], customFields: { glaze: 'matt' }, version: 3, updatedAt: '2026-01-01T00:00:00Z', media: [],
  options: [{ name: 'Size', values: ['S', 'M'] }], variants: [variant('S'), variant('M')], categories: [{ id: 'c1', name: 'Cups' }], collections: [],
};
const stocks = { 'v-S': { here: 5 }, 'v-M': { here: 2 } };
const open = () => structuredClone(draftOf(mug, stocks));
const stored = open().variants;
const size = (draft: ProductDraft, change: (option: OptionDraft) => OptionDraft) => withOptions(draft, draft.options.map(change), stored);
const names = (draft: ProductDraft) => draft.variants.map((line) => titleOf(line, draft.options));

test('opening and saving without a change sends nothing', () => {
  expect(changesOf(mug, open(), open())).toEqual({});
  expect(stockChanges(open(), open(), mug)).toEqual([]);
});

test('only the cells that were typed are sent', () => {
  const after = open();
  after.variants[1]!.prices.AUD!.amount = 1_990;
  after.variants[0]!.stock.here = 9;
  after.seo.title = 'Mug';
  expect(changesOf(mug, open(), after)).toEqual({ seo: { title: 'Mug' }, variants: [{ id: 'v-M', prices: [{ currency: 'AUD', amount: 1_990, compareAt: null }] }] });
  expect(stockChanges(open(), after, mug)).toEqual([{ variantId: 'v-S', locationId: 'here', onHand: 9 }]);
});

test('an emptied price is taken away, an emptied custom field as well', () => {
  const after = open();
  after.variants[0]!.prices.AUD = { amount: null, compareAt: 2_000 };
  after.customFields.glaze = '';
  expect(changesOf(mug, open(), after)).toEqual({ customFields: { glaze: null }, variants: [{ id: 'v-S', prices: [{ currency: 'AUD', amount: null, compareAt: null }] }] });
});

test('a renamed option and a renamed value are sent as renamed, and no variant is touched', () => {
  const after = size(open(), (option) => ({ ...option, name: 'Fit', values: option.values.map((value) => (value.name === 'S' ? { ...value, name: 'Small' } : value)) }));
  expect(names(after)).toEqual(['Small', 'M']);
  expect(changesOf(mug, open(), after)).toEqual({ options: [{ name: 'Fit', values: ['Small', 'M'], was: 'Size', renamed: { Small: 'S' } }] });
});

test('while the name of an option is typed anew, its variants stay', () => {
  const empty = size(open(), (option) => ({ ...option, name: '' }));
  expect(empty.variants.map((line) => line.id)).toEqual(['v-S', 'v-M']);
});

test('a new size begins with its sibling’s price and nothing of its own, and is foreseen', () => {
  const after = size(open(), (option) => ({ ...option, values: [...option.values, { id: 'x', name: 'L' }] }));
  expect(after.variants[2]).toMatchObject({ sku: '', stock: {}, prices: { AUD: { amount: 1_850 } } });
  expect(foreseen(open(), after)).toMatchObject({ added: [{ choice: { Size: 'x' } }], leaving: [] });
  expect(changesOf(mug, open(), after)).toMatchObject({ options: [{ name: 'Size', values: ['S', 'M', 'L'] }], variants: [{ options: { Size: 'L' }, sku: '' }] });
});

test('a size taken away and brought back is the same variant', () => {
  const fewer = size(open(), (option) => ({ ...option, values: option.values.filter((value) => value.name !== 'M') }));
  expect(names(fewer)).toEqual(['S']);
  expect(foreseen(open(), fewer).leaving.map((line) => line.id)).toEqual(['v-M']);
  const again = size(fewer, (option) => ({ ...option, values: open().options[0]!.values }));
  expect(changesOf(mug, open(), again)).toEqual({});
});

test('a combination somebody took out is not made again by a new value', () => {
  const fewer = { ...open(), variants: open().variants.slice(0, 1), removed: ['v-M'] };
  expect(changesOf(mug, open(), fewer)).toEqual({ removeVariantIds: ['v-M'] });
  const more = size(fewer, (option) => ({ ...option, values: [...option.values, { id: 'x', name: 'L' }] }));
  expect(names(more)).toEqual(['S', 'L']);
  expect(missingLines(more)).toEqual([{ Size: 'M' }]);
  const without = { ...more, variants: more.variants.slice(0, 1) };
  expect(changesOf(mug, open(), without)).toMatchObject({ leaveOut: [{ Size: 'L' }], removeVariantIds: ['v-M'] });
});

test('a new product lets the server find an address and takes pictures of its variants along', () => {
  const draft = { ...emptyDraft(), title: 'Lamp' };
  expect(creationOf(draft)).toMatchObject({ title: 'Lamp', options: [], variants: [{ options: {}, prices: [] }] });
  expect(creationOf(draft)).not.toHaveProperty('slug');
});

test('what only one of two changed is kept, what both changed is asked about', () => {
  const [mine, theirs] = [open(), open()];
  mine.title = 'My mug';
  mine.variants[0]!.prices.AUD!.amount = 2_000;
  mine.brand = 'Bloom';
  theirs.brand = 'Cove';
  theirs.variants[0]!.prices.USD!.amount = 900;
  const merged = mergeDrafts(open(), mine, theirs);
  expect(merged.conflicts).toEqual([{ field: 'brand', base: 'Acme', mine: 'Bloom', theirs: 'Cove' }]);
  expect(merged.theirs).toEqual(['variants.v-S.prices.USD']);
  expect(merged.draft).toMatchObject({ title: 'My mug', brand: 'Bloom', variants: [{ prices: { AUD: { amount: 2_000 }, USD: { amount: 900 } } }, {}] });
  expect(mergeDrafts(open(), mine, theirs, { brand: 'theirs' }).draft.brand).toBe('Cove');
});

test('a variant somebody else removed is kept as a new one when I changed the sizes', () => {
  const mine = size(open(), (option) => ({ ...option, values: [...option.values, { id: 'x', name: 'L' }] }));
  const theirs = { ...open(), variants: open().variants.slice(0, 1) };
  const merged = mergeDrafts(open(), mine, theirs);
  expect(merged.conflicts.map((each) => each.field)).toEqual(['options']);
  expect(merged.draft.variants.map((line) => line.id)).toEqual(['v-S', undefined, undefined]);
});

const entry = (before: object): HistoryEntry => ({ id: 'e', at: '', actorName: 'Olive', actorKind: 'member', operation: 'products.update', before: { ...before }, after: {} });

test('an older version comes back as an edit: renamed values, prices and removed variants', () => {
  const history = [
    entry({ title: 'Red mug', 'variants.v-M.prices.AUD': null, 'customFields.glaze': null, version: 2 }),
    entry({ options: [{ name: 'Size', values: ['Small', 'M', 'L'] }], 'variants.v-S.options': { Size: 'Small' }, 'variants.v-L': { title: 'L', options: { Size: 'L' } }, 'variants.v-L.sku': 'MUG-L', 'variants.v-L.prices.AUD': { amount: 3_000, compareAt: null } }),
    entry({}),
  ];
  expect(productAt(mug, history, 1)).toMatchObject({ title: 'Red mug', customFields: {}, variants: [{}, { prices: [{ currency: 'USD' }] }] });
  const draft = editBackTo(productAt(mug, history, 2), mug, stocks);
  expect(names(draft)).toEqual(['Small', 'M', 'L']);
  expect(changesOf(mug, open(), draft)).toMatchObject({
    title: 'Red mug',
    options: [{ name: 'Size', values: ['Small', 'M', 'L'], renamed: { Small: 'S' } }],
    variants: [{ id: 'v-M', prices: [{ currency: 'AUD', amount: null }] }, { options: { Size: 'L' }, sku: 'MUG-L' }],
  });
});
