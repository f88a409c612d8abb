import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import * as catalog from '../index.ts';
import { differenceOf, factsOf } from '../product-diff.ts';
import { changesOf } from './product-changes.ts';
import { draftOf, type ProductDraft } from './product-draft.ts';

let house: TestHouse;
let shop: TestWorkspace;

beforeAll(async () => {
  house = await openTestDatabase();
  shop = await house.newWorkspace();
  await catalog.createCustomField.call(shop.ctx, { key: 'glaze', says: 'Glaze', type: 'text' });
});
afterAll(() => house.close());

const text = fc.stringMatching(/^[a-z]{1,8}$/);
const amount = fc.option(fc.integer({ min: 0, max: 99_999 }), { nil: null });

/** One thing a person does on the page, and the stored fields it may touch. */
type Deed = { touches(draft: ProductDraft): RegExp; do(draft: ProductDraft): void };

const deeds = fc.oneof(
  fc.tuple(fc.constantFrom('title', 'brand', 'productType'), text).map(([key, value]): Deed => ({ touches: () => new RegExp(`^${key}$`), do: (draft) => Object.assign(draft, { [key]: value }) })),
  text.map((value): Deed => ({ touches: () => /^seo\.title$/, do: (draft) => { draft.seo = { ...draft.seo, title: value }; } })),
  text.map((value): Deed => ({ touches: () => /^customFields\.glaze$/, do: (draft) => { draft.customFields = { ...draft.customFields, glaze: value }; } })),
  fc.tuple(fc.nat(3), fc.constantFrom('sku', 'barcode'), text).map(([at, key, value]): Deed => ({ touches: (draft) => new RegExp(`^variants\\.${draft.variants[at]!.id}\\.${key}$`), do: (draft) => Object.assign(draft.variants[at]!, { [key]: value }) })),
  fc.tuple(fc.nat(3), fc.constantFrom('AUD', 'EUR', 'JPY'), amount, amount).map(([at, currency, price, compareAt]): Deed => ({ touches: (draft) => new RegExp(`^variants\\.${draft.variants[at]!.id}\\.prices\\.${currency}$`), do: (draft) => { draft.variants[at]!.prices[currency] = { amount: price, compareAt }; } })),
  fc.tuple(fc.nat(100), fc.nat(100)).map(([x, y]): Deed => ({ touches: () => /^media$/, do: (draft) => { draft.media[0]!.focal = { x, y }; } })),
);

test('whatever somebody types and saves: every field they did not touch stays byte for byte what it was', async () => {
  const options = [{ name: 'Size', values: ['S', 'M'] }, { name: 'Colour', values: ['Sand', 'Ink'] }];
  const { id } = await catalog.createProduct.call(shop.ctx, { title: 'Shirt', descriptionHtml: '<h2>Care</h2><p>Wash &amp; dry.</p>', tags: ['b', 'a'], customFields: { glaze: 'matt' }, options, prices: [{ currency: 'AUD', amount: 5_000, compareAt: 6_000 }], media: [{ url: '/files/a.jpg', alt: 'Front' }] });
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 6 }), async (done) => {
      const before = await catalog.productGet.call(shop.ctx, { id });
      const [base, edited] = [draftOf(before, {}), structuredClone(draftOf(before, {}))];
      for (const deed of done) deed.do(edited);
      const after = await catalog.updateProduct.call(shop.ctx, { id, version: before.version, ...changesOf(before, base, edited) });
      const touched = Object.keys(differenceOf(factsOf(before), factsOf(after)).after);
      const allowed = done.map((deed) => deed.touches(base));
      expect(touched.filter((field) => field !== 'version' && !allowed.some((pattern) => pattern.test(field)))).toEqual([]);
      expect(changesOf(after, draftOf(after, {}), edited), 'what was typed is what is stored').toEqual({});
    }),
    { numRuns: 60 },
  );
}, 120_000);
