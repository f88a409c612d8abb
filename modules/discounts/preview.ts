import type { DiscountKind, Terms } from './terms.ts';

/** What the ids in a discount's terms are called. */
export type Names = ReadonlyMap<string, string>;

/** How sums are written; `currency` is the one named first. Comes from outside, because pages and server each have their own. */
export interface Writing {
  currency: string;
  show(value: { amount: number; currency: string }): string;
}

export interface Described {
  kind: DiscountKind;
  code: string | null;
  terms: Terms;
  maxUses: number | null;
  maxPerCustomer: number | null;
}

/** "20 % off Coffee from 3 things, once per customer, with the code BEANS". Pure; the editor shows it while one types. */
export function sentenceOf(discount: Described, names: Names, writing: Writing): string {
  const { terms, code } = discount;
  const parts = [gives(discount, names, writing), conditions(terms, writing), people(terms, names), limits(discount), code ? `with the code ${code}` : 'without a code'];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function gives({ kind, terms }: Described, names: Names, writing: Writing): string {
  const what = things(terms.things, names);
  if (kind === 'free_shipping') return 'Free delivery';
  if (kind === 'percentage') return `${percentText(terms.percent)} off ${what || 'the whole order'}`;
  if (kind === 'fixed') return `${amountsText(terms.amounts, writing)} off ${what || 'the whole order'}`;
  const cheaper = terms.percent === 10_000 ? 'free' : `${percentText(terms.percent)} cheaper`;
  const times = terms.mostTimes === null ? '' : terms.mostTimes === 1 ? ', once per order' : `, at most ${terms.mostTimes} times per order`;
  return `Buy ${terms.buyQuantity} of ${things(terms.buy, names) || 'anything'}, get ${terms.getQuantity} of ${what || 'anything'} ${cheaper}${times}`;
}

function things({ productIds, collectionIds }: Terms['things'], names: Names): string {
  const all = [...collectionIds, ...productIds].map((id) => names.get(id) ?? 'something that is gone');
  return all.length > 3 ? `${all.slice(0, 2).join(', ')} and ${all.length - 2} more` : all.join(all.length === 2 ? ' and ' : ', ');
}

export function percentText(percent: number | null): string {
  return `${(percent ?? 0) / 100} %`;
}

function amountsText(amounts: Record<string, number>, { currency, show }: Writing): string {
  const sorted = Object.entries(amounts).toSorted(([a], [b]) => Number(b === currency) - Number(a === currency) || a.localeCompare(b));
  return sorted.map(([code, amount]) => show({ amount, currency: code })).join(' or ') || 'Nothing';
}

function conditions({ minimumQuantity, minimumSubtotal }: Terms, writing: Writing): string {
  const from = [minimumQuantity > 1 && `${minimumQuantity} things`, Object.keys(minimumSubtotal).length > 0 && amountsText(minimumSubtotal, writing)].filter(Boolean);
  return from.length > 0 ? `from ${from.join(' and ')}` : '';
}

function people({ groupIds, firstOrder }: Terms, names: Names): string {
  const groups = groupIds.map((id) => names.get(id) ?? 'a group that is gone');
  return [groups.length > 0 && `for ${groups.join(' and ')}`, firstOrder && 'on the first order'].filter(Boolean).join(' ');
}

function limits({ maxUses, maxPerCustomer }: Described): string {
  const each = maxPerCustomer === null ? '' : maxPerCustomer === 1 ? 'once per customer' : `${maxPerCustomer} times per customer`;
  const all = maxUses === null ? '' : maxUses === 1 ? 'once in all' : `${maxUses} times in all`;
  return [each, all].filter(Boolean).join(', ');
}
