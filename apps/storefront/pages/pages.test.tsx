import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { summarise } from '../cart-summary.ts';
import { nearest } from '../islands/buy-box.tsx';
import { stepped } from '../islands/cart-panel.tsx';
import { readListing } from '../listing-query.ts';
import { Document } from '../parts/document.tsx';
import { srcset } from '../parts/picture.tsx';
import { dollars, ring, ringCard, smallCart, visitTo } from '../testing.ts';
import { CartPage } from './cart.tsx';
import { ListingPage, type ListingPageProps } from './listing.tsx';
import { fieldText, ProductPage, stockSentence } from './product.tsx';

const product = (variant: number, changes = {}) =>
  renderToString(<ProductPage visit={visitTo('/products/sapphire-ring', changes)} product={ring} chosen={ring.variants[variant]} refusal="" crumbs={[]} />);

test('a product page shows the chosen variant, its price and what is left, and can be ordered from without scripts', () => {
  const html = product(1);
  expect(html).toContain('$120.00');
  expect(html).toContain('Only 2 left');
  expect(html).toMatch(/<form class="add" id="add-form" method="post" action="\/cart\/lines">/);
  expect(html).toContain('name="variantId" value="v2"');
  expect(html).toContain('href="/products/sapphire-ring?variant=v1"');
});

test('a sold-out variant says so and cannot be added', () => {
  const html = product(2);
  expect(html).toContain('Sold out at the moment');
  expect(html).toMatch(/<button class="button" disabled>Sold out/);
});

test('below /shops/gems every link and form stays in that shop', () => {
  const visit = visitTo('/shops/gems/products/sapphire-ring', { basePath: '/shops/gems' });
  const html = renderToString(
    <Document visit={visit} head={{ title: 'Ring', canonical: '/products/sapphire-ring' }} categories={[]}>
      <ProductPage visit={visit} product={ring} chosen={ring.variants[0]} refusal="" crumbs={[]} />
    </Document>,
  );
  const addresses = [...html.matchAll(/(?:href|action)="(\/[^"]*)"/g)].map((match) => match[1]!);
  const outside = addresses.filter((each) => !each.startsWith('/shops/gems') && !each.startsWith('/styles') && !each.startsWith('/files'));
  expect(outside).toEqual([]);
  expect(html).toContain('<link rel="canonical" href="https://shop.example/shops/gems/products/sapphire-ring"');
});

test('a name with a script in it stays text, also inside the data for search engines', () => {
  const evil = { ...ring, title: '</script><script>alert(1)</script>' };
  const visit = visitTo('/products/x');
  const html = renderToString(
    <Document visit={visit} head={{ title: evil.title, canonical: '/x', data: [{ name: evil.title }] }} categories={[]}>
      <ProductPage visit={visit} product={evil} chosen={evil.variants[0]} refusal={evil.title} crumbs={[]} />
    </Document>,
  );
  expect(html).not.toContain('<script>alert');
});

test('no page carries a script that runs or a style attribute, so the content policy can be strict', () => {
  const html = renderToString(<Document visit={visitTo('/')} head={{ title: 'x', canonical: '/' }} categories={[]}><p /></Document>) + product(0);
  const scripts = [...html.matchAll(/<script([^>]*)>/g)].map((match) => match[1]!);
  expect(scripts.filter((each) => !each.includes('src=') && !each.includes('json'))).toEqual([]);
  expect(html).not.toMatch(/ style="| on[a-z]+="/);
});

test('filters are boxes in a plain form, active ones are links that take them away', () => {
  const asked = readListing(new URLSearchParams('filter[metal]=Gold&sort=price'));
  const facets = [{ key: 'metal', says: 'Metal', kind: 'values' as const, values: [{ value: 'Gold', says: 'Gold', count: 3 }, { value: 'Silver', says: 'Silver', count: 5 }] }];
  const found = { data: [ringCard], nextCursor: 'next', total: 3, facets };
  const html = renderToString(<ListingPage visit={visitTo('/products')} asked={asked} found={found} title="Everything" path="/products" crumbs={[]} />);
  expect(html).toMatch(/name="filter\[metal\]" value="Gold" checked/);
  expect(html).toContain('<span class="hush">Remove </span>Gold');
  expect(html).toContain('href="/products?sort=price"');
  expect(html).toContain('cursor=next');
  expect(html).toContain('from $120.00');
});

test('a misspelt search says what it shows instead; one without results offers another try and something to look at', () => {
  const searched = (q: string, found: Pick<ListingPageProps['found'], 'data' | 'didYouMean'>) => renderToString(<ListingPage visit={visitTo(`/search?q=${q}`)} asked={readListing(new URLSearchParams(`q=${q}`))} found={{ nextCursor: null, total: found.data.length, facets: [], ...found }} title="x" path="/search" crumbs={[]} instead={[ringCard]} />);
  expect(searched('saphire', { data: [ringCard], didYouMean: 'sapphire' })).toContain('so this shows <a href="/search?q=sapphire">sapphire</a>');
  const html = searched('zzz', { data: [] });
  expect(html).toContain('Nothing was found for “zzz”');
  expect(html).toContain('aria-label="Search again"');
  expect(html).toContain('Popular in this shop');
});

test('every control of the cart is a form, and a line that cannot be bought blocks the checkout', () => {
  const visit = visitTo('/cart');
  const blocked = { ...smallCart, lines: [{ ...smallCart.lines[0]!, available: false, problem: { code: 'sold_out' as const, sentence: 'Sapphire ring is sold out.', lineId: 'l1' } }] };
  const good = renderToString(<CartPage visit={visit} cart={summarise(visit, smallCart)} added={false} refusal="" />);
  expect(good).toContain('action="/cart/lines/l1"');
  expect(good).toMatch(/<form method="post" action="\/checkout"><button class="button wide">/);
  const bad = renderToString(<CartPage visit={visit} cart={summarise(visit, blocked)} added={false} refusal="" />);
  expect(bad).toContain('Sapphire ring is sold out.');
  expect(bad).toContain('<button class="button wide" disabled>');
});

test.each([
  [2, 'more', 3], [2, 'less', 1], [1, 'less', 0], [5, 'remove', 0], [7, undefined, 7], [Number.NaN, undefined, 1], [9999, 'more', 9999], [-4, undefined, 0],
])('a quantity of %d and a press on %s make %d', (quantity, step, expected) => {
  expect(stepped(quantity, step)).toBe(expected);
});

test('choosing gold keeps the size where gold has it, else takes the first gold one', () => {
  const choices = ring.variants.map((each) => ({ id: each.id, values: [each.options['Metal']!, each.options['Size']!] })) as Parameters<typeof nearest>[0];
  expect(nearest(choices, choices[0]!, 0, 'Gold')?.id).toBe('v3');
  expect(nearest(choices, choices[1]!, 0, 'Gold')?.id).toBe('v3');
  expect(nearest(choices, choices[0]!, 1, 'M')?.id).toBe('v2');
});

test('pictures of ours come in many widths, a stranger’s in the one it has', () => {
  expect(srcset(ring.images[0]!)).toBe('/files/w/1/ring.png?w=160 160w, /files/w/1/ring.png?w=320 320w, /files/w/1/ring.png?w=640 640w, /files/w/1/ring.png?w=1280 1280w');
  expect(srcset(ring.images[1]!)).toBeUndefined();
});

test('scarcity is said only when it is true, and fields read like words', () => {
  expect(stockSentence({ available: true, stock: 40, low: false })).toBe('In stock, ready to send');
  expect(stockSentence({ available: true, stock: null, low: false })).toBe('In stock, ready to send');
  expect(stockSentence({ available: true, stock: 1, low: true })).toBe('Only 1 left');
  expect(stockSentence({ available: true, stock: 3, low: false })).toBe('In stock, ready to send');
  expect([fieldText(true, 'en-AU'), fieldText(1.25, 'de-DE'), fieldText(['a', 'b'], 'en'), fieldText(null, 'en')]).toEqual(['Yes', '1,25', 'a, b', '–']);
  expect(visitTo('/').money(dollars(5))).toBe('$5.00');
});
