import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storefrontProductGet, storefrontProductList } from '#modules/discovery/index.ts';
import { refundOrder } from '#modules/orders/index.ts';
import { contextForStorefront, storefrontBySlug } from '#modules/storefronts/index.ts';
import { createFiles } from '#platform/files/files.ts';
import { files, useFiles } from '#platform/files/configured-files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { mothersDay, weightOf } from './calendar.ts';
import { coffeeShop } from './corner-shop/coffee-shop.ts';
import { gemShop } from './corner-shop/gem-shop.ts';
import { randomOf } from './random.ts';
import { seedWorld } from './seed.ts';

let house: TestHouse;
let shops: { name: string; ctx: Context; visit: Context }[];
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-world-'));

beforeAll(async () => {
  house = await openTestDatabase();
  useFiles(createFiles({ store: new LocalStore({ folder, secret: 'for pictures of a test only' }) }));
  await seedWorld('corner-shop', () => {});
  const rows = await platformRead('seed', (q) => q.sql<{ id: string; name: string; storefront: string }>`
    select w.id, w.name, s.slug as storefront from workspaces w join storefronts s on s.workspace_id = w.id order by s.created_at`);
  shops = await Promise.all(rows.map(async ({ id, name, storefront }) => ({
    name,
    ctx: openContext({ workspaceId: id, actor: { kind: 'system', name: 'test' }, capabilities: 'all' }),
    visit: contextForStorefront((await storefrontBySlug(storefront))!),
  })));
}, 120_000);

afterAll(async () => {
  useFiles(undefined);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask<T extends object>(ctx: Context, text: string): Promise<T[]> {
  return ctx.read((r) => r.query<T>(text));
}

async function one<T extends object>(ctx: Context, text: string): Promise<T> {
  return (await ask<T>(ctx, text))[0]!;
}

describe('the corner shop world', () => {
  test('is a gem shop and a coffee brand of one person, with 200 products', async () => {
    expect(shops.map((shop) => shop.name)).toEqual(['Gemsmith & Daughters', 'Southerly Coffee']);
    const counts = await Promise.all(shops.map(({ ctx }) => one<{ n: number }>(ctx, 'select count(*) as n from products')));
    expect(counts.map((c) => c.n)).toEqual([120, 80]);
    const [owner] = await platformRead('seed', (q) => q.sql<{ verified: boolean; n: number }>`
      select bool_and(u.email_verified) as verified, count(*) as n from members m join users u on u.id = m.user_id where m.role = 'owner'`);
    expect(owner).toEqual({ verified: true, n: 2 });
  });

  test('has orders whose sums are right and whose numbers leave no gap', async () => {
    for (const { ctx } of shops) {
      expect(await ask(ctx, `select o.number from orders o join (select order_id, sum(total) as lines, sum(quantity) as pieces, sum(tax) as tax from order_lines group by 1) l on l.order_id = o.id
        where o.subtotal <> l.lines or o.item_count <> l.pieces or o.tax_total < l.tax or o.total <> o.subtotal + o.shipping_total`)).toEqual([]);
      const numbers = await one<object>(ctx, 'select min(number), max(number), count(*) as n, (select last_number from order_counters) as last from orders');
      expect(numbers).toEqual({ min: 1_001, max: 2_500, n: 1_500, last: 2_500 });
      expect(await ask(ctx, 'select number from orders o where not exists (select 1 from order_lines l where l.order_id = o.id)')).toEqual([]);
    }
  });

  test('has stock counters that are the sum of the ledger and of the open promises', async () => {
    for (const { ctx } of shops) {
      expect(await ask(ctx, `select s.variant_id from stock_levels s
        left join (select variant_id, sum(on_hand_change) as hand, sum(reserved_change) as held from stock_movements group by 1) m using (variant_id)
        left join (select variant_id, sum(open) as open from reservations group by 1) r using (variant_id)
        where s.on_hand <> m.hand or s.reserved <> m.held or s.reserved <> coalesce(r.open, 0)`)).toEqual([]);
      expect(await ask(ctx, `select variant_id from (select variant_id, sum(on_hand_change - reserved_change) over (partition by variant_id order by at, reserved_change) as free from stock_movements) m where free < 0`)).toEqual([]);
      const shelf = await one<{ out: number; low: number; n: number }>(ctx, 'select count(*) filter (where available = 0) as out, count(*) filter (where available between 1 and low_at) as low, count(*) as n from stock_levels');
      expect(shelf.out).toBeGreaterThan(3);
      expect(shelf.low).toBeGreaterThan(3);
      expect(shelf.out + shelf.low).toBeLessThan(shelf.n / 4);
    }
  });

  test('has money that agrees between orders, payments, facts and the provider', async () => {
    for (const { ctx } of shops) {
      expect(await ask(ctx, `select o.number from orders o left join payments p on p.order_id = o.id
        left join (select payment_id, coalesce(sum(amount) filter (where kind = 'captured'), 0) as captured, coalesce(sum(amount) filter (where kind = 'refunded'), 0) as refunded from payment_facts group by 1) f on f.payment_id = p.id
        where p.id is null or o.captured_total <> p.captured or o.refunded_total <> p.refunded or f.captured <> p.captured or f.refunded <> p.refunded`)).toEqual([]);
      expect(await ask(ctx, `select p.key from payments p where not exists (select 1 from test_provider_charges c where c.key = p.key) and not exists (select 1 from manual_charges c where c.key = p.key)`)).toEqual([]);
    }
  });

  test('knows what each customer bought', async () => {
    for (const { ctx } of shops) {
      expect(await ask(ctx, `select c.email from customers c left join (
          select customer_id, sum(customer_counted) as n, sum(customer_spent) as spent, max(placed_at) as last from orders group by 1) o on o.customer_id = c.id
        where c.orders_count <> coalesce(o.n, 0) or c.total_spent <> coalesce(o.spent, 0) or c.last_order_at is distinct from o.last`)).toEqual([]);
    }
  });

  test('shows every state an order can be in', async () => {
    for (const { ctx } of shops) {
      const states = await one<{ payment: string[]; fulfilment: string[]; returned: string[] }>(ctx, `select array_agg(distinct payment_state order by payment_state) as payment,
        array_agg(distinct fulfilment_state order by fulfilment_state) as fulfilment, array_agg(distinct return_state order by return_state) as returned from orders`);
      expect(states.payment).toEqual(['authorized', 'failed', 'paid', 'partially_refunded', 'pending', 'refunded', 'voided']);
      expect(states.fulfilment).toEqual(['fulfilled', 'partial', 'unfulfilled']);
      expect(states.returned).toEqual(['none', 'partial', 'requested', 'returned']);
      expect(await ask(ctx, `select o.number from orders o where (o.return_state <> 'none') <> exists (select 1 from order_returns b join order_return_lines l on l.return_id = b.id where b.order_id = o.id)`)).toEqual([]);
      expect(await ask(ctx, `select o.number from orders o where o.cancelled_at is null and (o.total - o.credited_total - o.captured_total + o.refunded_total <> case when o.captured_total = 0 then o.total else 0 end
        or o.credited_total <> (select coalesce(sum(amount), 0) from order_credits c where c.order_id = o.id))`)).toEqual([]);
      expect(await ask(ctx, `select o.number from orders o where o.placed_at > now() or o.paid_at < o.placed_at or o.cancelled_at < o.placed_at`)).toEqual([]);
    }
  });

  test('tells nobody about the past', async () => {
    const [waiting] = await platformRead('seed', (q) => q.sql<{ mails: number }>`select count(*) as mails from mail_messages`);
    expect(waiting!.mails).toBe(0);
  });

  test('lists all its products, bestsellers first when asked', async () => {
    for (const { ctx, visit } of shops) {
      const page = await storefrontProductList.call(visit, { sort: 'bestselling', limit: 12 });
      const { n } = await one<{ n: number }>(ctx, 'select count(*) as n from products');
      expect(page.total).toBe(n);
      expect(page.data.every((card) => card.image?.url.startsWith('/files/') && card.price.amount > 0)).toBe(true);
      const [best] = await ask<{ id: string }>(ctx, `select product_id as id from order_lines l join orders o on o.id = l.order_id where o.cancelled_at is null and o.placed_at > now() - interval '90 days'
        group by 1 order by sum(quantity) desc, 1 desc limit 1`);
      expect(page.data.slice(0, 3).map((card) => card.id)).toContain(best!.id);
    }
  });

  test('reads well: each product has a picture, words of its own and its facts', async () => {
    const [gems] = shops;
    const rows = await ask<{ slug: string; words: string }>(gems!.ctx, 'select slug, description_html as words from products order by slug');
    expect(new Set(rows.map((row) => row.words)).size).toBe(120);
    const stone = await storefrontProductGet.call(gems!.visit, { id: rows.find((row) => row.slug.includes('sapphire'))!.slug });
    expect(stone.customFields.map((field) => field.key)).toEqual(expect.arrayContaining(['carat', 'cut', 'clarity', 'colour', 'origin']));
    expect(stone.descriptionHtml).toMatch(/^<p>.{60,}<\/p><p>.{60,}<\/p><p>.{40,}<\/p>$/);
    const found = await storefrontProductList.call(gems!.visit, { q: 'sapphire', filter: { cut: 'Oval,Cushion' } });
    expect(found.facets.map((facet) => facet.key)).toEqual(expect.arrayContaining(['colour', 'origin', 'carat']));
    const [file] = await ask<{ key: string }>(gems!.ctx, 'select key from files limit 1');
    expect((await files().store.stat(file!.key))!.bytes).toBeGreaterThan(2_000);
  });

  test('an order of last spring can still be refunded', async () => {
    const { ctx } = shops[0]!;
    const { id, total } = await one<{ id: string; total: number }>(ctx, `select id, total from orders where payment_state = 'paid' and placed_at < now() - interval '60 days' order by number limit 1`);
    const { order } = await refundOrder.call(ctx, { id, amount: 100, reason: 'A scratch on the box' });
    expect(order.refunded.amount).toBe(100);
    expect(order.captured.amount).toBe(total);
  });
});

test('the same seed plans the same shops', () => {
  const titles = (seed: string) => [gemShop(randomOf(seed)), coffeeShop(randomOf(seed))].flatMap((plan) => plan.things.map((thing) => `${thing.title} ${thing.choices[0]!.price}`));
  expect(titles('a')).toEqual(titles('a'));
  expect(titles('a')).not.toEqual(titles('b'));
});

test('the week before Mother’s Day is busier than the week after', () => {
  const { season } = gemShop(randomOf('any'));
  const day = (offset: number) => new Date(mothersDay(2026).getTime() + offset * 86_400_000);
  expect(mothersDay(2026).toISOString()).toBe('2026-05-10T00:00:00.000Z');
  expect(weightOf(season, day(-5), 0.5)).toBeGreaterThan(1.5 * weightOf(season, day(2), 0.5));
});
