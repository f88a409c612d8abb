import type { Reader } from '#platform/tenancy/context.ts';
import { now } from '#platform/time.ts';
import { minimumIn, reasonAgainst, type Asker, type Reason } from './may-apply.ts';
import { priceDiscounts, productAmounts, type Applied, type Item } from './price-lines.ts';
import { automaticRules, rulesByCode } from './rules.ts';
import { classOf, type Rule } from './terms.ts';

export interface DiscountQuestion {
  currency: string;
  items: readonly Omit<Item, 'collectionIds'>[];
  /** As typed by the shopper, in upper case. */
  codes: readonly string[];
  customerId?: string | null | undefined;
  email?: string | null | undefined;
  /** What delivery costs, where it is known; asked only when it could be free. */
  shipping?: (() => Promise<number>) | undefined;
}

/** How a code that was entered stands. */
export interface CodeStanding {
  code: string;
  applied: boolean;
  reason: Reason | null;
}

export interface DiscountAnswer {
  /** What each line becomes cheaper, in the order asked. */
  lines: number[];
  applied: (Applied & { endsAt: Date | null })[];
  freeShipping: boolean;
  codes: CodeStanding[];
  /** An offer of free delivery that waits for a larger cart, or holds already. */
  delivery: { reached: boolean; missing: number; minimum: number } | null;
}

/** What discounts make of these lines now. No statement where the shop has none and no code was entered; else at most three. */
export async function discountsFor(r: Reader, asked: DiscountQuestion): Promise<DiscountAnswer> {
  const [automatic, entered] = [await automaticRules(r), await rulesByCode(r, asked.codes)];
  const rules = [...automatic, ...entered];
  if (rules.length === 0) return { lines: asked.items.map(() => 0), applied: [], freeShipping: false, codes: asked.codes.map(unknown), delivery: null };
  const { items, asker } = await factsFor(r, asked, rules);
  const judged = rules.map((rule) => ({ rule, reason: reasonAgainst(rule, items, asker) }));
  const running = judged.filter(({ reason }) => reason === null).map(({ rule }) => rule);
  const shipping = asked.shipping && running.some((rule) => classOf(rule) === 'shipping') ? await asked.shipping() : 0;
  const priced = priceDiscounts({ items, rules: running, currency: asked.currency, shipping });
  const won = new Set(priced.applied.map(({ id }) => id));
  const codes = asked.codes.map((code) => {
    const found = judged.find(({ rule }) => rule.code === code);
    return found ? { code, applied: won.has(found.rule.id), reason: won.has(found.rule.id) ? null : (found.reason ?? whyNot(found.rule, items, asked.currency)) } : unknown(code);
  });
  const endOf = new Map(rules.map((rule) => [rule.id, rule.endsAt]));
  return { ...priced, applied: priced.applied.map((each) => ({ ...each, endsAt: endOf.get(each.id) ?? null })), codes, delivery: deliveryOffer(judged, asked.currency) };
}

const UNKNOWN: Reason = { code: 'unknown', sentence: 'We do not know this code.' };

function unknown(code: string): CodeStanding {
  return { code, applied: false, reason: UNKNOWN };
}

// Its conditions are met and still it does not apply: either there is nothing to take off, or something else takes off more.
function whyNot(rule: Rule, items: readonly Item[], currency: string): Reason {
  const alone = classOf(rule) !== 'product' || productAmounts(rule, items, currency).some((amount) => amount > 0);
  if (alone) return { code: 'better', sentence: 'Your cart has a better offer already, and the two cannot be combined.' };
  return { code: 'nothing_meant', sentence: rule.kind === 'buy_x_get_y' ? 'Put what this offer gives you into the cart as well.' : 'This offer takes nothing off the things in your cart.' };
}

function deliveryOffer(judged: readonly { rule: Rule; reason: Reason | null }[], currency: string): DiscountAnswer['delivery'] {
  const offers = judged.filter(({ rule, reason }) => rule.kind === 'free_shipping' && rule.code === null && (reason === null || reason.missing !== undefined));
  const [nearest] = offers.map(({ rule, reason }) => ({ missing: reason?.missing ?? 0, minimum: minimumIn(rule, currency) ?? 0 })).toSorted((a, b) => a.missing - b.missing);
  return nearest && nearest.minimum > 0 ? { reached: nearest.missing === 0, ...nearest } : null;
}

interface Facts {
  memberships: { productId: string; ids: string[] }[];
  groupIds: string[];
  ordersCount: number | null;
  uses: { id: string; times: number }[];
}

async function factsFor(r: Reader, asked: DiscountQuestion, rules: readonly Rule[]): Promise<{ items: Item[]; asker: Asker }> {
  const wanted = rules.some(asksAround) ? await readFacts(r, asked, rules) : NO_FACTS;
  const collections = new Map(wanted.memberships.map(({ productId, ids }) => [productId, ids]));
  const items = asked.items.map((item) => ({ ...item, collectionIds: collections.get(item.productId) ?? [] }));
  const uses = new Map(wanted.uses.map(({ id, times }) => [id, times]));
  return { items, asker: { now: now(), currency: asked.currency, groupIds: wanted.groupIds, ordersCount: wanted.ordersCount, uses } };
}

const NO_FACTS: Facts = { memberships: [], groupIds: [], ordersCount: null, uses: [] };

function asksAround({ terms, maxPerCustomer }: Rule): boolean {
  return terms.things.collectionIds.length + terms.buy.collectionIds.length + terms.groupIds.length > 0 || terms.firstOrder || maxPerCustomer !== null;
}

// Groups are for people who are signed in: an address typed by a guest proves nothing.
async function readFacts(r: Reader, { items, customerId, email }: DiscountQuestion, rules: readonly Rule[]): Promise<Facts> {
  const [id, address] = [customerId ?? null, email ?? null];
  const [facts] = await r.sql<Facts>`
    with who as (select c.id, c.email, c.orders_count from customers c where c.id = ${id} or c.email = ${address})
    select
      (select coalesce(json_agg(json_build_object('productId', m.product_id, 'ids', m.ids)), '[]') from (
        select product_id, json_agg(collection_id) as ids from product_collections where product_id = any(${items.map((item) => item.productId)}::uuid[]) group by product_id) m) as memberships,
      (select coalesce(json_agg(group_id), '[]') from customer_group_members where customer_id = ${id}) as "groupIds",
      (select max(orders_count) from who) as "ordersCount",
      (select coalesce(json_agg(json_build_object('id', u.discount_id, 'times', u.times)), '[]') from (
        select discount_id, count(*)::int as times from discount_uses
        where discount_id = any(${rules.map((rule) => rule.id)}::uuid[]) and (email = ${address} or email in (select w.email from who w)) group by discount_id) u) as uses`;
  return facts!;
}
