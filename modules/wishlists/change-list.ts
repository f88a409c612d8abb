import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { countAttempt } from '#modules/accounts/index.ts';
import { requireCustomer } from '#modules/customers/index.ts';
import { newSecret } from '#platform/ids.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { HOUR } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { wishlistChanged } from './events.ts';
import { customerOf, lockHead, MOST_ITEMS, present, storefrontOf, Wishlist, type Head } from './wishlist.ts';

const on = 'storefront';
const needs = 'storefront:customers';
const OneList = z.object({ id: z.uuid() });
const OneItem = OneList.extend({ productId: z.uuid() });

/** A guest's list; for a signed-in customer the one they have already, at this storefront. */
export const createWishlist = operation({
  name: 'storefront.wishlists.create',
  on,
  route: 'POST /wishlists',
  says: 'Begin a wishlist',
  needs,
  input: z.object({ productId: z.uuid().optional() }),
  output: Wishlist,
  async run(tx, { productId }) {
    const head = await begin(tx);
    if (productId) await put(tx, head, productId);
    return present(tx, head);
  },
});

async function begin(tx: Tx): Promise<Head> {
  const [storefrontId, customerId] = [storefrontOf(tx), customerOf(tx)];
  if (customerId === null && tx.address) await countAttempt([{ key: `wishlists:${tx.workspaceId}:from:${tx.address}`, times: 120, withinMillis: HOUR }]);
  const [row] = await tx.sql<{ id: string }>`
    insert into wishlists (id, storefront_id, customer_id, created_at, updated_at) values (${randomUUID()}, ${storefrontId}, ${customerId}, ${tx.now}, ${tx.now})
    on conflict (workspace_id, customer_id, storefront_id) where customer_id is not null do update set updated_at = excluded.updated_at returning id`;
  return lockHead(tx, row!.id);
}

export const addWish = operation({
  name: 'storefront.wishlists.add',
  on,
  route: 'POST /wishlists/:id/items',
  says: 'Put a product on a wishlist',
  needs,
  input: OneItem,
  output: Wishlist,
  async run(tx, { id, productId }) {
    const head = await lockHead(tx, id);
    await put(tx, head, productId);
    return present(tx, head);
  },
});

async function put(tx: Tx, head: Head, productId: string): Promise<void> {
  const [product] = await tx.sql<{ price: number | null; currency: string }>`
    select (select l.price_min from listings l where l.product_id = p.id and l.currency = s.currency) as price, s.currency
    from products p, storefronts s where p.id = ${productId} and p.live_since is not null and s.id = ${head.storefrontId}`;
  if (!product) throw notFound('This product');
  const [{ n } = { n: 0 }] = await tx.sql<{ n: number }>`select count(*) as n from wishlist_items where wishlist_id = ${head.id}`;
  if (n >= MOST_ITEMS) throw new Refusal('too_many', `A wishlist holds at most ${MOST_ITEMS} products.`);
  const added = await tx.sql`insert into wishlist_items (wishlist_id, product_id, price_then, currency, added_at) values (${head.id}, ${productId}, ${product.price}, ${product.currency}, ${tx.now})
    on conflict (workspace_id, wishlist_id, product_id) do nothing returning id`;
  if (added.length > 0) await touch(tx, head.id, productId, 'added');
}

async function touch(tx: Tx, wishlistId: string, productId: string, change: 'added' | 'removed'): Promise<void> {
  await tx.sql`update wishlists set updated_at = ${tx.now} where id = ${wishlistId}`;
  tx.tell(wishlistChanged, { wishlistId, productId, change });
}

export const removeWish = operation({
  name: 'storefront.wishlists.remove',
  on,
  route: 'DELETE /wishlists/:id/items/:productId',
  says: 'Take a product off a wishlist',
  needs,
  input: OneItem,
  output: Wishlist,
  async run(tx, { id, productId }) {
    const head = await lockHead(tx, id);
    const removed = await tx.sql`delete from wishlist_items where wishlist_id = ${id} and product_id = ${productId} returning id`;
    if (removed.length > 0) await touch(tx, id, productId, 'removed');
    return present(tx, head);
  },
});

/** After sign-in the guest's list ends in the customer's own: nothing is lost, nothing is there twice. */
export const mergeWishlists = operation({
  name: 'storefront.wishlists.merge',
  on,
  route: 'POST /wishlists/:id/merge',
  says: 'Bring a guest’s wishlist into the customer’s own',
  needs,
  input: OneList,
  output: Wishlist,
  async run(tx, { id }) {
    requireCustomer(tx);
    const guest = await lockHead(tx, id);
    const own = await begin(tx);
    if (guest.id === own.id || guest.customerId !== null) return present(tx, own);
    await tx.sql`
      insert into wishlist_items (wishlist_id, product_id, price_then, currency, added_at)
      select ${own.id}::uuid, product_id, price_then, currency, added_at from wishlist_items where wishlist_id = ${guest.id} order by added_at desc
      limit greatest(0, ${MOST_ITEMS} - (select count(*) from wishlist_items where wishlist_id = ${own.id}))
      on conflict (workspace_id, wishlist_id, product_id) do nothing`;
    await tx.sql`delete from wishlists where id = ${guest.id}`;
    return present(tx, own);
  },
});

/** A link that shows the list to others. It stays the same until it is taken back. */
export const shareWishlist = operation({
  name: 'storefront.wishlists.share',
  on,
  route: 'POST /wishlists/:id/share',
  says: 'Share a wishlist by a link',
  needs,
  input: OneList,
  output: Wishlist,
  async run(tx, { id }) {
    await lockHead(tx, id);
    await tx.sql`update wishlists set share_token = coalesce(share_token, ${newSecret(16)}) where id = ${id}`;
    return present(tx, await lockHead(tx, id));
  },
});

export const unshareWishlist = operation({
  name: 'storefront.wishlists.unshare',
  on,
  route: 'DELETE /wishlists/:id/share',
  says: 'Take back the link of a wishlist',
  needs,
  input: OneList,
  output: Wishlist,
  async run(tx, { id }) {
    await lockHead(tx, id);
    await tx.sql`update wishlists set share_token = null where id = ${id}`;
    return present(tx, await lockHead(tx, id));
  },
});
