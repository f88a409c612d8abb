import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEngine } from '#platform/jobs/engine.ts';
import { registry } from '#platform/registry.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { checkoutFaultPoints, type FaultPoint } from './fault-points.ts';
import { TEST_SECRET } from '#platform/testing/secret.ts';
import { MINUTE, SECOND, travel } from '#platform/time.ts';
import { createCart } from '#modules/carts/index.ts';
import { startCheckout, updateCheckout } from './index.ts';
import { ANA, contradictions, DECLINED_CARD, GOOD_CARD, openShop, outcome, pay, SILENT_CARD, stockOf, type Shop } from './test-shop.ts';

const CHARGED: FaultPoint[] = ['payment.after-charge', 'payment.before-record', 'payment.after-record', 'checkout.after-charge', 'checkout.before-answer'];
const PROMISED: FaultPoint[] = ['checkout.after-commit', 'payment.before-charge', ...CHARGED];

/** One shop, one shopper with two mugs, and a process that is killed at one point of their checkout. */
interface Story {
  point: FaultPoint;
  card: string;
  shop: Shop;
  cartId: string;
  ended: string | number | null;
  chargedBefore: number;
  /** After another process took over the work. */
  found: Books;
  /** What the shopper hears who orders the same cart again. */
  pressedAgain: string;
  atLast: Books;
}

interface Books {
  living: { number: number; state: string }[];
  charges: number;
  contradictions: unknown[];
  reserved: number;
}

let house: TestHouse;
let stories: Story[];
beforeAll(async () => {
  house = await openTestDatabase();
  const good = checkoutFaultPoints.map((point) => ({ point, card: GOOD_CARD }));
  const declined = PROMISED.map((point) => ({ point, card: DECLINED_CARD }));
  stories = await threeAtATime([...good, ...declined, { point: 'payment.before-record', card: SILENT_CARD }], begin);
  await workGoesOn(stories);
  for (const story of stories) story.found = await booksOf(story.shop);
  for (const story of stories) story.pressedAgain = await pressAgain(story);
  await workGoesOn(stories);
  for (const story of stories) story.atLast = await booksOf(story.shop);
}, 180_000);
afterAll(() => house.close());

const storyOf = (point: FaultPoint, card: string) => stories.find((story) => story.point === point && story.card === card)!;
const PAID = [{ number: 1_001, state: 'paid' }];

describe('the power fails during a checkout', () => {
  test.each(checkoutFaultPoints)('at %s: one order and one charge, or neither; ordering again ends with one of each', (point) => {
    const story = storyOf(point, GOOD_CARD);
    expect(story.ended).toBe('SIGKILL');
    expect(story.chargedBefore).toBe(CHARGED.includes(point) ? 1 : 0);
    const kept = PROMISED.includes(point);
    expect(story.found).toMatchObject({ living: kept ? PAID : [], charges: kept ? 1 : 0, contradictions: [] });
    expect(story.pressedAgain).toBe(kept ? 'not_found' : 'paid');
    expect(story.atLast).toEqual({ living: PAID, charges: 1, contradictions: [], reserved: 2 });
  });

  test.each(PROMISED)('at %s, with a card that is declined: no charge, no order, and the cart is back', (point) => {
    const story = storyOf(point, DECLINED_CARD);
    expect(story.ended).toBe('SIGKILL');
    expect(story.found).toEqual({ living: [], charges: 0, contradictions: [], reserved: 2 });
    expect(story.pressedAgain).toBe('paid');
    expect(story.atLast).toMatchObject({ charges: 1, contradictions: [], reserved: 2 });
  });

  test('with a card whose answer is lost as well: still one charge and one order', () => {
    const story = storyOf('payment.before-record', SILENT_CARD);
    expect(story.found).toEqual({ living: PAID, charges: 1, contradictions: [], reserved: 2 });
  });

  test('and nobody comes back: what the checkout held returns to the shelf', async () => {
    const { shop } = await begin({ point: 'checkout.after-quote', card: GOOD_CARD });
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 3, reserved: 2 });
    const back = travel(20 * MINUTE);
    await registry.schedules().find(({ name }) => name === 'inventory.release-expired')!.run(shop.ctx).finally(back);
    expect(await stockOf(shop, shop.variant.mug!)).toEqual({ onHand: 3, reserved: 0 });
  });
});

async function begin({ point, card }: Pick<Story, 'point' | 'card'>): Promise<Story> {
  const shop = await openShop(house, { mug: { price: 1_500, stock: 3 } });
  const { id: cartId } = await createCart.call(shop.shopper(), { lines: [{ variantId: shop.variant.mug!, quantity: 2 }] });
  const ended = await dieAt(point, shop, cartId, card);
  const { charges } = await booksOf(shop);
  return { point, card, shop, cartId, ended, chargedBefore: charges } as Story;
}

/** A process of its own goes through the checkout and is killed there. Answers how it ended. */
function dieAt(point: FaultPoint, shop: Shop, cartId: string, card: string): Promise<string | number | null> {
  const args = ['--url', house.url, '--workspace', shop.workspaceId, '--storefront', shop.storefrontId, '--cart', cartId, '--card', card];
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash-child.ts'), ...args], {
    env: { ...process.env, QUICKDASH_FAULT: point, QUICKDASH_SECRET: TEST_SECRET, NODE_ENV: 'test', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}

/** A new process takes over, some seconds later: told facts are relayed, reactions run, open payments are looked up. */
async function workGoesOn(all: Story[]): Promise<void> {
  const back = travel(30 * SECOND);
  const engine = await startEngine();
  try {
    await engine.settle();
    const resolve = registry.schedules().find(({ name }) => name === 'payments.resolve')!;
    for (const { shop } of all) await resolve.run(shop.ctx);
    await engine.settle();
  } finally {
    await engine.stop();
    back();
  }
}

/** The shopper saw nothing but a broken page. */
async function pressAgain({ shop, cartId }: Story): Promise<string> {
  const shopper = shop.shopper();
  const again = async () => {
    const { id } = await startCheckout.call(shopper, { cartId });
    return pay(shopper, await updateCheckout.call(shopper, { id, ...ANA }));
  };
  return outcome(again());
}

async function booksOf(shop: Shop): Promise<Books> {
  const living = await shop.ctx.read((r) => r.sql<Books['living'][number]>`
    select number, payment_state as state from orders where cancelled_at is null order by number`);
  const [book] = await shop.ctx.read((r) => r.sql<{ n: number }>`
    select count(*) as n from test_provider_charges, jsonb_array_elements(facts) f where f ->> 'kind' = 'captured'`);
  const { reserved } = await stockOf(shop, shop.variant.mug!);
  return { living, charges: book!.n, contradictions: await contradictions(shop), reserved };
}

async function threeAtATime<A, B>(list: A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = [];
  const rest = list.entries();
  const worker = async () => {
    for (const [place, item] of rest) results[place] = await work(item);
  };
  await Promise.all([worker(), worker(), worker()]);
  return results;
}
