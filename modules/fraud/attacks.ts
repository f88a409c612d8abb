import { newId } from '#platform/ids.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { checkOrder } from './check-order.ts';

/** Made-up trade to measure the score with: honest orders, and four kinds of attack among them. The same seed makes the same orders. */
interface Made {
  id: string;
  kind: 'honest' | 'card-testing' | 'stolen-card' | 'velocity' | 'promo-abuse';
  at: Date;
  email: string;
  total: number;
  units: number;
  network: string;
  shipping: Place;
  billing: Place;
  card: string;
  cardCountry: string;
  declined: boolean;
  code: boolean;
}

interface Place {
  line1: string;
  postalCode: string;
  country: string;
}

type Random = () => number;

// Mulberry32: small, and the same everywhere.
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const START = Date.UTC(2026, 0, 5);
const HOUR = 3_600_000;
const NAMES = 'ana ben cara dev emil faye gus hana ines jon kaya leo mina noor otto pia quin rosa sam tess uma vera will yara zoe'.split(' ');

/** So many honest orders over two months, and attacks of each kind in between, in the order they were placed. */
export function madeTrade({ seed, honest, attacks }: { seed: number; honest: number; attacks: number }): Made[] {
  const random = randomFrom(seed);
  const trade = honestOrders(random, honest);
  const span = (honest * 60 * 24 * HOUR) / Math.max(honest, 1);
  for (let i = 0; i < attacks; i++) {
    const at = START + 20 * 24 * HOUR + random() * (span - 22 * 24 * HOUR);
    trade.push(...cardTesting(random, at, i), ...stolenCard(random, at + HOUR, i), ...velocity(random, at + 2 * HOUR, i), ...promoAbuse(random, at + 3 * HOUR, i));
  }
  return trade.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const whole = (random: Random, most: number) => Math.floor(random() * most);

function honestOrders(random: Random, count: number): Made[] {
  const people = Array.from({ length: Math.ceil(count * 0.7) }, (_, i) => personOf(random, i));
  return Array.from({ length: count }, () => {
    const person = people[whole(random, people.length)]!;
    const gift = random() < 0.12;
    const traveller = random() < 0.03;
    return order('honest', { ...person, at: new Date(START + random() * 60 * 24 * HOUR), total: 2_000 + whole(random, 9_000) + (random() < 0.04 ? 25_000 : 0), units: 1 + whole(random, 3) + (random() < 0.02 ? 6 : 0),
      shipping: gift ? placeOf(random, 5_000 + whole(random, 900)) : person.shipping, cardCountry: traveller ? 'GB' : 'AU', declined: random() < 0.04, code: random() < 0.15, network: random() < 0.1 ? `cafe-${whole(random, 8)}` : person.network });
  });
}

function personOf(random: Random, i: number): Pick<Made, 'email' | 'network' | 'shipping' | 'billing' | 'card'> {
  const home = placeOf(random, i);
  const name = NAMES[i % NAMES.length]!;
  return { email: random() < 0.06 ? `${name}${10_000 + i}@example.test` : `${name}.${i}@example.test`, network: `net-${i}`, shipping: home, billing: home, card: `card-${i}` };
}

function placeOf(random: Random, i: number): Place {
  return { line1: `${1 + whole(random, 300)} Street ${i}`, postalCode: String(2_000 + whole(random, 6_000)), country: 'AU' };
}

/** Many stolen numbers tried within minutes, most declined. */
function cardTesting(random: Random, at: number, i: number): Made[] {
  const home = placeOf(random, 90_000 + i);
  return Array.from({ length: 8 }, (_, n) => order('card-testing', { at: new Date(at + n * 90_000), email: `try${n}.${i}@example.test`, total: 900 + whole(random, 900), units: 1, network: `bot-${i}`, shipping: home, billing: home, card: `stolen-${i}-${n}`, cardCountry: random() < 0.5 ? 'US' : 'AU', declined: random() < 0.75, code: false }));
}

/** One good number, much sent to another country or to a forwarder. */
function stolenCard(random: Random, at: number, i: number): Made[] {
  const to = { ...placeOf(random, 70_000 + i), country: random() < 0.6 ? 'SG' : 'AU' };
  const owner = placeOf(random, 71_000 + i);
  return Array.from({ length: 2 }, (_, n) => order('stolen-card', { at: new Date(at + n * 600_000), email: random() < 0.4 ? `q${i}${n}@mailinator.com` : `xkcdrtplm${i}${n}@example.test`, total: 28_000 + whole(random, 40_000), units: 2 + whole(random, 10), network: `proxy-${i}`, shipping: to, billing: owner, card: `taken-${i}`, cardCountry: random() < 0.7 ? 'FR' : 'AU', declined: n === 0 && random() < 0.5, code: false }));
}

/** One buyer, order after order in a day, to be disputed later. */
function velocity(random: Random, at: number, i: number): Made[] {
  const person = personOf(random, 60_000 + i);
  return Array.from({ length: 7 }, (_, n) => order('velocity', { ...person, at: new Date(at + n * 40 * 60_000), total: 9_000 + whole(random, 20_000), units: 2 + whole(random, 6), card: `friend-${i}-${n % 3}`, cardCountry: 'AU', declined: false, code: false }));
}

/** One household with a new mail address for each discount. */
function promoAbuse(random: Random, at: number, i: number): Made[] {
  const person = personOf(random, 50_000 + i);
  return Array.from({ length: 6 }, (_, n) => order('promo-abuse', { ...person, at: new Date(at + n * 5 * HOUR), email: `new${n}.${i}@example.test`, total: 3_000 + whole(random, 4_000), units: 1, card: `home-${i}`, cardCountry: 'AU', declined: false, code: true }));
}

function order(kind: Made['kind'], rest: Omit<Made, 'kind' | 'id'>): Made {
  return { id: newId(), kind, ...rest };
}

/** Writes the trade as orders with their payments, then looks at one after the other. Answers the score of each. */
export async function scoreTrade(ctx: Context, trade: readonly Made[]): Promise<Map<string, number>> {
  await write(ctx, trade);
  for (const { id } of trade) await ctx.transaction((tx) => checkOrder(tx, id));
  const rows = await ctx.read((r) => r.sql<{ id: string; score: number }>`select order_id as id, score from fraud_checks`);
  return new Map(rows.map(({ id, score }) => [id, score]));
}

async function write(ctx: Context, trade: readonly Made[]): Promise<void> {
  const rows = JSON.stringify(trade.map((each, i) => ({ ...each, number: 100_000 + i, lineId: newId(), productId: newId(), paymentId: newId(), discounts: each.code ? [{ title: 'Code', code: 'HELLO', class: 'order', amount: 0 }] : [] })));
  await ctx.transaction(async (tx) => {
    await tx.query(
      `with made as (select * from jsonb_to_recordset($1::jsonb) as m(id uuid, number int, at timestamptz, email text, total bigint, units int, network text, shipping jsonb, billing jsonb, card text, "cardCountry" text, declined boolean, discounts jsonb, "lineId" uuid, "productId" uuid, "paymentId" uuid)),
      o as (insert into orders (id, number, source, email, currency, item_count, subtotal, shipping_total, tax_total, tax_inclusive, total, captured_total, payment_state, discounts, shipping_address, billing_address, placed_from, placed_at, cancelled_at)
        select id, number, 'storefront', email, 'AUD', units, total, 0, 0, true, total, case when declined then 0 else total end, case when declined then 'failed' else 'paid' end, discounts, shipping, billing, network, at, case when declined then at end from made),
      l as (insert into order_lines (id, order_id, position, variant_id, product_id, slug, title, variant_title, requires_shipping, quantity, unit_price, total, tax)
        select "lineId", id, 0, "productId", "productId", 'thing', 'Thing', '', true, units, total, total * units, 0 from made)
      insert into payments (id, order_id, provider, state, amount, currency, captured, key, token, card_country, card_mark, created_at)
        select "paymentId", id, 'test', case when declined then 'declined' else 'captured' end, total, 'AUD', case when declined then 0 else total end, 'made-' || id, '', "cardCountry", card, at from made`,
      [rows],
    );
  });
}

interface Measured {
  orders: number;
  held: number;
  precision: number;
  recall: number;
  byKind: Record<string, string>;
}

/** How well a threshold finds the attacks: of what it holds, how much is one; of the attacks, how many it holds. */
export function measure(trade: readonly Made[], scores: ReadonlyMap<string, number>, holdAt: number): Measured {
  const held = trade.filter(({ id }) => (scores.get(id) ?? 0) >= holdAt);
  const bad = trade.filter(({ kind }) => kind !== 'honest');
  const caught = held.filter(({ kind }) => kind !== 'honest').length;
  const kinds = [...new Set(trade.map(({ kind }) => kind))];
  const share = (kind: string) => `${held.filter((each) => each.kind === kind).length} of ${trade.filter((each) => each.kind === kind).length}`;
  return { orders: trade.length, held: held.length, precision: caught / Math.max(1, held.length), recall: caught / Math.max(1, bad.length), byKind: Object.fromEntries(kinds.map((kind) => [kind, share(kind)])) };
}
