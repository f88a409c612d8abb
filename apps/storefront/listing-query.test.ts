import { expect, test } from 'vitest';
import { listingSearch, properSearch, readListing, toQuery, withoutValue } from './listing-query.ts';

const read = (search: string) => readListing(new URLSearchParams(search));

test('ticked boxes and a comma list ask for the same products', () => {
  const ticked = read('filter[metal]=gold&filter[metal]=silver');
  expect(ticked.filters).toEqual(read('filter[metal]=gold,silver').filters);
  expect(toQuery(ticked, { category: 'rings' })).toEqual({ category: 'rings', limit: 24, filter: { metal: 'gold,silver' } });
});

test('a value with a comma in its name stays one value', () => {
  const asked = read('filter[origin]=' + encodeURIComponent('Ratnapura\\, Sri Lanka'));
  expect(asked.filters.get('origin')).toEqual(['Ratnapura, Sri Lanka']);
  expect(toQuery(asked, {}).filter).toEqual({ origin: 'Ratnapura\\, Sri Lanka' });
  expect(readListing(new URLSearchParams(listingSearch(asked))).filters).toEqual(asked.filters);
});

test('the same list has one address, in whatever order it was clicked together', () => {
  const one = listingSearch(read('sort=price&filter[b]=2&filter[a]=1&q=mug'));
  expect(listingSearch(read('q=mug&filter[a]=1&filter[b]=2&sort=price'))).toBe(one);
});

test('taking a chip away leaves the others', () => {
  const asked = read('filter[metal]=gold&filter[metal]=silver&filter[size]=M');
  expect(Object.fromEntries(withoutValue(asked, 'metal', 'gold'))).toEqual({ metal: ['silver'], size: ['M'] });
  expect(Object.fromEntries(withoutValue(asked, 'size', 'M'))).toEqual({ metal: ['gold', 'silver'] });
});

test('typed prices become one filter in cents, with either end open', () => {
  const proper = (search: string, currency = 'AUD') => properSearch(new URLSearchParams(search), currency);
  expect(proper('min[price]=10&max[price]=25.50')).toBe('?filter%5Bprice%5D=1000..2550');
  expect(proper('min[price]=&max[price]=25')).toBe('?filter%5Bprice%5D=..2500');
  expect(proper('min[price]=1000&max[price]=', 'JPY')).toBe('?filter%5Bprice%5D=1000..');
  expect(proper('min[carat]=1.5&max[carat]=2')).toBe('?filter%5Bcarat%5D=1.5..2');
  expect(proper('min[price]=&max[price]=')).toBe('');
  expect(proper('min[price]=abc&max[price]=-3')).toBe('');
});

test('an address that is proper already is left alone', () => {
  expect(properSearch(new URLSearchParams('q=mug&filter[price]=1000..2000'), 'AUD')).toBeNull();
});

test('an unknown order and a flood of filters are ignored', () => {
  const flood = Array.from({ length: 50 }, (_, i) => `filter[k${i}]=v`).join('&');
  const asked = read(`sort=drop%20table&${flood}`);
  expect(asked.sort).toBe('');
  expect(asked.filters.size).toBe(12);
});
