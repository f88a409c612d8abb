import type { Facet } from './cards.ts';
import type { Tally } from './facet-codes.ts';
import type { Label, Labels, Shelf } from './shop-labels.ts';

const MOST_VALUES = 100;

/** Category, price, availability, stars, brand, options, then the custom fields in the order the merchant gave them. */
export function facetsOf(sum: Tally, labels: Labels, here: { category: string | undefined; chosen: readonly string[] }): Facet[] {
  const options = [...sum.values.keys()].filter((key) => key.startsWith('option.')).toSorted();
  return [
    ...shelfFacet(sum, labels.shelves, here),
    ...priceFacet(sum),
    ...stockFacet(sum),
    ...starsFacet(sum),
    ...valuesFacet(sum, 'brand', 'Brand'),
    ...options.flatMap((key) => valuesFacet(sum, key, key.slice('option.'.length))),
    ...labels.fields.flatMap((label) => fieldFacet(sum, label)),
  ];
}

/** The categories one step below where the shopper is, and what is chosen already with its neighbours and its children. */
function shelfFacet(sum: Tally, shelves: readonly Shelf[], { category, chosen }: { category: string | undefined; chosen: readonly string[] }): Facet[] {
  const counts = sum.values.get('category');
  if (!counts) return [];
  const here = shelves.find((shelf) => shelf.id === category || shelf.slug === category)?.id ?? null;
  const open = new Set<string | null>([here]);
  for (const shelf of shelves) if (chosen.includes(shelf.slug) || chosen.includes(shelf.id)) open.add(shelf.id).add(shelf.parentId);
  const shown = shelves.filter((shelf) => open.has(shelf.parentId) && shelf.id !== here && counts.has(shelf.id)).slice(0, MOST_VALUES);
  const values = shown.map((shelf) => ({ value: shelf.slug, says: shelf.name, count: counts.get(shelf.id)! }));
  return values.length > 0 ? [{ key: 'category', says: 'Category', kind: 'values', values }] : [];
}

function priceFacet({ price }: Tally): Facet[] {
  return price ? [{ key: 'price', says: 'Price', kind: 'range', values: [], min: price[0], max: price[1] }] : [];
}

function stockFacet({ available, soldOut }: Tally): Facet[] {
  const values = [
    { value: 'yes', says: 'In stock', count: available },
    { value: 'no', says: 'Sold out', count: soldOut },
  ].filter((v) => v.count > 0);
  return values.length > 0 ? [{ key: 'available', says: 'Availability', kind: 'values', values }] : [];
}

/** "4 stars and more" holds those with five, too. */
function starsFacet({ stars }: Tally): Facet[] {
  if (stars.every((n) => n === 0)) return [];
  const values = [4, 3, 2, 1].map((least) => ({ value: String(least), says: `${least} star${least === 1 ? '' : 's'} and more`, count: stars.slice(least).reduce((sum, n) => sum + n, 0) }));
  return [{ key: 'rating', says: 'Rating', kind: 'values', values: values.filter((v) => v.count > 0) }];
}

function valuesFacet(sum: Tally, key: string, says: string, name = (value: string) => value): Facet[] {
  const counts = sum.values.get(key);
  if (!counts) return [];
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_VALUES);
  return [{ key, says, kind: 'values', values: sorted.map(([value, count]) => ({ value, says: name(value), count })) }];
}

function fieldFacet(sum: Tally, [key, says, type, unit]: Label): Facet[] {
  if (type !== 'number') return valuesFacet(sum, key, says, type === 'boolean' ? (v) => (v === 'true' ? 'Yes' : 'No') : undefined);
  const range = sum.ranges.get(key);
  return range ? [{ key, says, kind: 'range', values: [], min: range[0], max: range[1], ...(unit && { unit }) }] : [];
}
