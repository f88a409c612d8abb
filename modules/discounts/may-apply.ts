import { formatMoney, money } from '#platform/money.ts';
import { classOf, type Rule } from './terms.ts';
import { isMeant, totalOf, type Item } from './price-lines.ts';

/** Who asks, and when. What is not known yet (a guest in the cart) does not count against them before they order. */
export interface Asker {
  now: Date;
  currency: string;
  groupIds: readonly string[];
  /** Orders so far; null while nobody knows who it is. */
  ordersCount: number | null;
  /** Times this customer has used each discount, by its id. */
  uses: ReadonlyMap<string, number>;
}

export interface Reason {
  code: 'unknown' | 'not_yet' | 'over' | 'used_up' | 'used' | 'currency' | 'customers' | 'first_order' | 'minimum' | 'nothing_meant' | 'better';
  sentence: string;
  /** What is still missing of a minimum, in minor units. */
  missing?: number;
}

/** Why a discount does not apply to these lines, in words a shopper understands; null when it does. Pure. */
export function reasonAgainst(rule: Rule, items: readonly Item[], asker: Asker): Reason | null {
  return outOfTime(rule, asker) ?? notForThem(rule, asker) ?? notForThese(rule, items, asker);
}

function outOfTime(rule: Rule, { now }: Asker): Reason | null {
  if (!rule.active || (rule.endsAt && rule.endsAt <= now)) return { code: 'over', sentence: 'This offer has ended.' };
  if (rule.startsAt && rule.startsAt > now) return { code: 'not_yet', sentence: 'This offer has not begun yet.' };
  if (rule.maxUses !== null && rule.used >= rule.maxUses) return { code: 'used_up', sentence: 'This offer has been used up.' };
  return null;
}

function notForThem(rule: Rule, { groupIds, ordersCount, uses, currency }: Asker): Reason | null {
  const { terms, kind } = rule;
  if (kind === 'fixed' && !(currency in terms.amounts)) return { code: 'currency', sentence: `This offer does not hold in ${currency}.` };
  if (terms.groupIds.length > 0 && !terms.groupIds.some((id) => groupIds.includes(id))) return { code: 'customers', sentence: 'This offer is for certain customers. Sign in if you are one of them.' };
  if (terms.firstOrder && (ordersCount ?? 0) > 0) return { code: 'first_order', sentence: 'This offer is for a first order only.' };
  if (rule.maxPerCustomer !== null && (uses.get(rule.id) ?? 0) >= rule.maxPerCustomer) return { code: 'used', sentence: rule.maxPerCustomer === 1 ? 'You have used this offer already.' : `You have used this offer ${rule.maxPerCustomer} times already.` };
  return null;
}

function notForThese(rule: Rule, items: readonly Item[], { currency }: Asker): Reason | null {
  const { terms } = rule;
  const meant = items.filter((item) => item.discountable && (rule.kind === 'buy_x_get_y' ? isMeant(terms.buy, item) || isMeant(terms.things, item) : isMeant(terms.things, item)));
  if (meant.length === 0) return { code: 'nothing_meant', sentence: 'This offer is not for the things in your cart.' };
  const units = meant.reduce((sum, { quantity }) => sum + quantity, 0);
  const least = terms.minimumQuantity;
  if (units < least) return { code: 'minimum', sentence: `This offer begins at ${least} ${classOf(rule) === 'product' ? 'of these things' : 'things'}; ${least - units} more to go.` };
  const minimum = minimumIn(rule, currency);
  if (minimum === null) return { code: 'currency', sentence: `This offer does not hold in ${currency}.` };
  const worth = meant.reduce((sum, item) => sum + totalOf(item), 0);
  if (worth >= minimum) return null;
  const show = (amount: number) => formatMoney(money(amount, currency));
  return { code: 'minimum', sentence: `This offer begins at ${show(minimum)}; ${show(minimum - worth)} more to go.`, missing: minimum - worth };
}

/** The least that has to be bought; null where the discount asks for one, but not in that currency. */
export function minimumIn({ terms }: Pick<Rule, 'terms'>, currency: string): number | null {
  const named = Object.keys(terms.minimumSubtotal).length > 0;
  return named ? (terms.minimumSubtotal[currency] ?? null) : 0;
}
