import { newId } from '#platform/ids.ts';
import { DAY, HOUR, MINUTE, SECOND } from '#platform/time.ts';
import { instantsOfAYear } from './calendar.ts';
import { ALL_STORIES, STORIES, storyOf, type Ending, type Story } from './order-story.ts';
import type { WorldPerson } from './people.ts';
import type { Random } from './random.ts';
import type { ShopPlan } from './shop-plan.ts';

/** A variant as orders know it. */
export interface Sellable {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string;
  price: number;
  appeal: number;
  daysOnSale: number;
}

export interface WorldCustomer extends WorldPerson {
  id: string;
}

export interface PlannedLine {
  id: string;
  of: Sellable;
  quantity: number;
  fulfilled: number;
  returned: number;
  total: number;
  tax: number;
}

/** An order with everything that happened to it. Amounts in minor units. */
export interface PlannedOrder {
  id: string;
  number: number;
  customer: WorldCustomer;
  story: Story;
  ending: Ending;
  /** Paid by bank transfer rather than by card. */
  byTransfer: boolean;
  lines: PlannedLine[];
  parcel: ShopPlan['parcels'][number];
  subtotal: number;
  tax: number;
  total: number;
  captured: number;
  refunded: number;
  note: string;
  placedAt: Date;
  paidAt: Date | null;
  sentAt: Date | null;
  backAt: Date | null;
  cancelledAt: Date | null;
  tracking: string;
}

const FIRST_NUMBER = 1_001;

/** A year of orders until `end`, earliest first. Only the newest can still be on its way through the bank. */
export function planOrders(random: Random, plan: ShopPlan, given: { goods: Sellable[]; customers: WorldCustomer[]; end: Date }): PlannedOrder[] {
  const instants = instantsOfAYear(random.part('instants'), plan.season, { end: given.end, count: plan.orders });
  const regulars = given.customers.map((customer, i) => ({ customer, weight: 1 / (i + 6) ** 0.62 }));
  const begun = instants.map((placedAt, i) => {
    const own = random.part(`order ${i}`);
    const age = (given.end.getTime() - placedAt.getTime()) / DAY;
    const lines = fillBasket(own, plan, given.goods, age);
    const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
    const story = i === instants.length - 1 ? 'pending' : storyOf(own, age, pieces);
    const customer = own.weighted(regulars, (r) => r.weight).customer;
    return { own, age, pieces, story, lines, customer, placedAt, number: FIRST_NUMBER + i, end: given.end };
  });
  tellEveryStory(begun);
  return begun.map(({ own, ...beginning }) => tell(own, plan, beginning));
}

// Some stories are rare and only told of a few days; whatever the hour, a shop has each of them.
function tellEveryStory(orders: { age: number; pieces: number; story: Story }[]): void {
  for (const story of ALL_STORIES.filter((each) => !orders.some((order) => order.story === each))) {
    const fitting = orders.findLast((order) => order.story === 'sent' && order.pieces > 1 && STORIES[story].weight(order.age) > 0);
    if (fitting) fitting.story = story;
  }
}

function fillBasket(random: Random, plan: ShopPlan, goods: Sellable[], age: number): PlannedLine[] {
  const count = random.weighted(plan.baskets.map((weight, i) => ({ weight, count: i + 1 })), (b) => b.weight).count;
  const chosen = new Set<Sellable>();
  for (let tries = 0; chosen.size < count && tries < 12; tries++) {
    const good = random.weighted(goods, (g) => g.appeal);
    if (good.daysOnSale > age || tries > 8) chosen.add(good);
  }
  if (chosen.size === 0) chosen.add(random.pick(goods));
  return [...chosen].map((of) => {
    const quantity = random.chance(plan.several) ? random.whole(2, 3) : 1;
    const total = of.price * quantity;
    return { id: newId(), of, quantity, fulfilled: 0, returned: 0, total, tax: contained(total, plan.tax.percent) };
  });
}

/** The tax within a price that carries it. */
export function contained(amount: number, percent: number): number {
  return Math.round((amount * percent) / (100 + percent));
}

interface Beginning {
  story: Story;
  lines: PlannedLine[];
  customer: WorldCustomer;
  placedAt: Date;
  number: number;
  end: Date;
}

function tell(random: Random, plan: ShopPlan, { story, lines, customer, placedAt, number, end }: Beginning): PlannedOrder {
  const ending = STORIES[story];
  const parcel = random.weighted(plan.parcels, (p) => p.weight);
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  const total = subtotal + parcel.price;
  sendAndReturn(story, lines);
  const byTransfer = story === 'transfer-awaited' || story === 'voided' || (story !== 'pending' && story !== 'declined' && random.chance(0.06));
  const paid = !['pending', 'transfer-awaited', 'declined', 'voided'].includes(story);
  const times = timesOf(random, { story, byTransfer, placedAt, end });
  return {
    id: newId(), number, customer, story, ending, byTransfer, lines, parcel, subtotal, total, placedAt, ...times,
    tax: lines.reduce((sum, line) => sum + line.tax, 0) + contained(parcel.price, plan.tax.percent),
    captured: paid ? total : 0,
    refunded: refundOf(story, lines, total),
    paidAt: paid ? times.paidAt : null,
    note: random.chance(0.08) ? random.pick(plan.wishes) : '',
    tracking: `${random.pick(['QD', 'TX', 'LP'])}${random.whole(100_000_000, 999_999_999)}`,
  };
}

function sendAndReturn(story: Story, lines: PlannedLine[]): void {
  const { fulfilment, returns } = STORIES[story];
  if (fulfilment === 'fulfilled') for (const line of lines) line.fulfilled = line.quantity;
  if (fulfilment === 'partial') sendHalf(lines);
  if (returns === 'returned') for (const line of lines) line.returned = line.quantity;
  if (returns === 'partial') lines[0]!.returned = 1;
}

// What is there goes out; the rest follows.
function sendHalf(lines: PlannedLine[]): void {
  if (lines.length === 1) lines[0]!.fulfilled = 1;
  else for (const line of lines.slice(0, -1)) line.fulfilled = line.quantity;
}

function refundOf(story: Story, lines: PlannedLine[], total: number): number {
  if (story === 'cancelled' || story === 'returned') return total;
  if (story === 'partly-returned') return lines[0]!.of.price;
  return story === 'goodwill' ? Math.max(100, Math.round(total / 1_000) * 100) : 0;
}

type Times = Pick<PlannedOrder, 'paidAt' | 'sentAt' | 'backAt' | 'cancelledAt'>;

function timesOf(random: Random, { story, byTransfer, placedAt, end }: { story: Story; byTransfer: boolean; placedAt: Date; end: Date }): Times {
  const { fulfilment, cancelled } = STORIES[story];
  const after = (from: Date, millis: number): Date => new Date(Math.min(from.getTime() + millis, end.getTime() - MINUTE));
  const paidAt = after(placedAt, byTransfer ? random.whole(6, 40) * HOUR : 3 * SECOND);
  const sentAt = fulfilment === 'unfulfilled' ? null : after(paidAt, random.whole(5, 46) * HOUR);
  const comesBack = ['returned', 'partly-returned', 'goodwill'].includes(story);
  const cancelAfter = story === 'declined' ? 4 * SECOND : story === 'voided' ? 8 * DAY : random.whole(1, 11) * HOUR;
  return {
    paidAt,
    sentAt,
    backAt: sentAt && comesBack ? after(sentAt, random.whole(story === 'goodwill' ? 3 : 8, 18) * DAY) : null,
    cancelledAt: cancelled ? after(story === 'cancelled' ? paidAt : placedAt, cancelAfter) : null,
  };
}
