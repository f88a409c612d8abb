import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCustomer, mergeCustomers } from '#modules/customers/index.ts';
import { archiveProduct, setPrices } from '#modules/catalog/index.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { DAY, travel } from '#platform/time.ts';
import { openShop, type TestShop } from '#worlds/testing.ts';
import { addWish, createWishlist, mergeWishlists, myWishlist, removeWish, sharedWishlist, shareWishlist, unshareWishlist, wishedProducts, wishlistGet } from './index.ts';
import { wishlists } from './index.ts';

let house: TestHouse;
let shop: TestShop;
beforeAll(async () => {
  house = await openTestDatabase();
  shop = await openShop(house);
});
afterAll(() => house.close());

let number = 0;
async function customer(): Promise<{ id: string; as: Context }> {
  const { id } = await createCustomer.call(shop.ctx, { email: `wisher-${++number}@example.test`, name: 'Ana Ng' });
  return { id, as: shop.storefront(id) };
}
const titles = (list: { items: { title: string }[] } | null) => (list?.items ?? []).map((each) => each.title).toSorted();
const mug = () => shop.products['Blue mug']!;
const lamp = () => shop.products['Last lamp']!;

test('a guest’s list is theirs by its id: added once, taken off, with today’s price beside that of then', async () => {
  const guest = shop.storefront();
  const { id } = await createWishlist.call(guest, { productId: mug() });
  await Promise.all([1, 2, 3].map(() => addWish.call(guest, { id, productId: mug() })));
  await addWish.call(guest, { id, productId: lamp() });
  await setPrices.call(shop.ctx, { id: mug(), prices: [{ variantId: shop.variants['Blue mug']!, currency: 'AUD', amount: 1_500 }] } as never);
  const list = await wishlistGet.call(guest, { id });
  expect(list.items).toHaveLength(2);
  expect(list.items.find((each) => each.productId === mug())).toMatchObject({ price: { amount: 1_500 }, priceThen: { amount: 1_850 }, available: true });
  expect((await wishedProducts.call(guest, { id })).data.toSorted()).toEqual([mug(), lamp()].toSorted());
  expect(titles(await removeWish.call(guest, { id, productId: mug() }))).toEqual(['Last lamp']);
});

test('after sign-in both lists are one: nothing lost, nothing twice, and the guest’s list is gone', async () => {
  const [ana, guest] = [await customer(), shop.storefront()];
  await createWishlist.call(ana.as, { productId: lamp() });
  const { id } = await createWishlist.call(guest, { productId: mug() });
  await addWish.call(guest, { id, productId: lamp() });
  await Promise.allSettled([1, 2, 3].map(() => mergeWishlists.call(ana.as, { id })));
  expect(titles(await myWishlist.call(ana.as, {}))).toEqual(['Blue mug', 'Last lamp']);
  await expect(wishlistGet.call(guest, { id })).rejects.toMatchObject({ code: 'not_found' });
});

test('a customer’s list is nobody else’s: not a guest’s who knows the id, not another customer’s, not another shop’s', async () => {
  const [ana, ben] = [await customer(), await customer()];
  const { id } = await createWishlist.call(ana.as, { productId: mug() });
  const other = await openShop(house);
  for (const as of [shop.storefront(), ben.as, other.storefront()]) {
    await expect(wishlistGet.call(as, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(addWish.call(as, { id, productId: mug() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(shareWishlist.call(as, { id })).rejects.toMatchObject({ code: 'not_found' });
    expect((await wishedProducts.call(as, { id })).data).toEqual([]);
  }
  await expect(mergeWishlists.call(ben.as, { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(addWish.call(ana.as, { id, productId: other.products['Blue mug']! })).rejects.toMatchObject({ code: 'not_found' });
  await expect(mergeWishlists.call(shop.storefront(), { id })).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('a shared link shows the things and a first name, cannot change anything, and ends when it is taken back', async () => {
  const ana = await customer();
  const { id } = await createWishlist.call(ana.as, { productId: mug() });
  const { shareToken } = await shareWishlist.call(ana.as, { id });
  expect((await shareWishlist.call(ana.as, { id })).shareToken).toBe(shareToken);
  const seen = await sharedWishlist.call(shop.storefront(), { token: shareToken! });
  expect(seen).toMatchObject({ by: 'Ana', items: [{ title: 'Blue mug' }] });
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${id}|${ana.id}|@|Ng`));
  await unshareWishlist.call(ana.as, { id });
  await expect(sharedWishlist.call(shop.storefront(), { token: shareToken! })).rejects.toMatchObject({ code: 'not_found' });
});

test('what is no longer sold stays on the list and says so; two records of one person have one list; old guests’ lists go', async () => {
  const [ana, again] = [await customer(), await customer()];
  const scarf = shop.products['Sold out scarf']!;
  await createWishlist.call(ana.as, { productId: scarf });
  await createWishlist.call(again.as, { productId: lamp() });
  await mergeCustomers.call(shop.ctx, { id: ana.id, fromId: again.id });
  await archiveProduct.call(shop.ctx, { id: scarf });
  const list = (await myWishlist.call(ana.as, {}))!;
  expect(titles(list)).toEqual(['Last lamp', 'Sold out scarf']);
  expect(list.items.find((each) => each.productId === scarf)).toMatchObject({ price: null, available: false });
  const { id } = await createWishlist.call(shop.storefront(), { productId: mug() });
  const back = travel(200 * DAY);
  try {
    for (const each of wishlists.schedules) await each.run(shop.ctx);
  } finally {
    back();
  }
  await expect(wishlistGet.call(shop.storefront(), { id })).rejects.toMatchObject({ code: 'not_found' });
  expect(titles(await myWishlist.call(ana.as, {}))).toHaveLength(2);
});

test('a list has an end', async () => {
  const guest = shop.storefront();
  const { id } = await createWishlist.call(guest, {});
  await shop.ctx.transaction((tx) => tx.sql`with p as (insert into products (slug, title, status) select 'filler-' || n, 'Filler', 'draft' from generate_series(1, 200) n returning id)
    insert into wishlist_items (wishlist_id, product_id, currency) select ${id}::uuid, id, 'AUD' from p`);
  await expect(addWish.call(guest, { id, productId: mug() })).rejects.toMatchObject({ code: 'too_many' });
});
