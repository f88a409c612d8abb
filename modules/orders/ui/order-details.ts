import type { Address, Order } from './order-shape.ts';

/** What two people may change at the same order. */
export interface Details {
  note: string;
  tags: string[];
  email: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
}
export type DetailField = keyof Details;

export const detailWords: Record<DetailField, string> = { note: 'Note', tags: 'Tags', email: 'Email', shippingAddress: 'Delivery', billingAddress: 'Billing' };

export function detailsOf({ note, tags, email, shippingAddress, billingAddress }: Order): Details {
  return { note, tags, email, shippingAddress, billingAddress };
}

/** Only what changed, with how it was when the page was read: the server needs both to merge. */
export function changeOf(was: Details, now: Details): { was: Partial<Details>; change: Partial<Details> } {
  const changed = (Object.keys(was) as DetailField[]).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(now[field]));
  const only = (from: Details) => Object.fromEntries(changed.map((field) => [field, from[field]])) as Partial<Details>;
  return { was: only(was), change: only(now) };
}

/** A field of both, in words, to choose between. */
export function inLine(value: Details[DetailField] | undefined): string {
  if (!value) return 'nothing';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.join(', ') || 'nothing';
  return [value.name, value.line1, value.city, value.postalCode, value.country].filter(Boolean).join(', ');
}
