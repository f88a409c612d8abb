import type { Facet } from './cards.ts';
import { tally, type Group, type Tally } from './facet-text.ts';

/** A custom field's name and kind as the workspace defined it. */
export type Label = [key: string, says: string, type: string, unit: string];

const MOST_VALUES = 100;

/** Price, availability, brand, options, then the custom fields in the order the merchant gave them. */
export function facetsOf(groups: readonly Group[], labels: readonly Label[]): Facet[] {
  const sum = tally(groups);
  const options = [...sum.values.keys()].filter((key) => key.startsWith('option.')).toSorted();
  return [
    ...priceFacet(sum),
    ...stockFacet(sum),
    ...valuesFacet(sum, 'brand', 'Brand'),
    ...options.flatMap((key) => valuesFacet(sum, key, key.slice('option.'.length))),
    ...labels.flatMap((label) => fieldFacet(sum, label)),
  ];
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
