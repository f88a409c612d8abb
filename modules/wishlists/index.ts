/**
 * Wishlists: what a shopper would like to have. Words: wishlist (one per customer and storefront, or a guest's), item, share (a link
 * that shows it to others), merge (the guest's list ends in the customer's). Invariants: knowing a guest list's random id is the
 * right to use it, a customer's is theirs alone; a product is on a list once; what it cost then is kept; a shared list shows nothing
 * of the person but a first name.
 */
import { customerParts, type CustomerPart } from '#modules/customers/index.ts';
import { schedule } from '#platform/events/reaction.ts';
import { module } from '#platform/module.ts';
import { DAY, later, now } from '#platform/time.ts';
import { addWish, createWishlist, mergeWishlists, removeWish, shareWishlist, unshareWishlist } from './change-list.ts';
import { wishlistChanged } from './events.ts';
import { wishlistItems, wishlists as wishlistTable } from './tables.ts';
import { myWishlist, sharedWishlist, wishedProducts, wishlistGet } from './views.ts';

/** A passing visitor's list is kept this long after the last touch, a customer's as long as the customer. */
const KEPT = 180 * DAY;

export const forgetOldWishlists = schedule({
  name: 'wishlists.forget-old',
  everySeconds: 86_400,
  run: (ctx) => ctx.transaction(async (tx) => void (await tx.sql`delete from wishlists where customer_id is null and share_token is null and updated_at < ${later(now(), -KEPT)}`)),
});

// Where both have a list at a storefront, the things of both are on the one that stays.
const wishlistsOfCustomer: CustomerPart = {
  async move(tx, { from, into }) {
    await tx.sql`
      insert into wishlist_items (wishlist_id, product_id, price_then, currency, added_at)
      select b.id, i.product_id, i.price_then, i.currency, i.added_at from wishlists a join wishlists b on b.storefront_id = a.storefront_id and b.customer_id = ${into}
      join wishlist_items i on i.wishlist_id = a.id where a.customer_id = ${from} on conflict (workspace_id, wishlist_id, product_id) do nothing`;
    await tx.sql`delete from wishlists a using wishlists b where a.customer_id = ${from} and b.customer_id = ${into} and a.storefront_id = b.storefront_id`;
    await tx.sql`update wishlists set customer_id = ${into} where customer_id = ${from}`;
  },
  write: (r, { id }) => r.sql`
    select p.title as product, i.added_at as "addedAt" from wishlists w join wishlist_items i on i.wishlist_id = w.id join products p on p.id = i.product_id where w.customer_id = ${id} order by i.added_at`,
  givesAway: async (r, { id }) => ({ ids: (await r.sql<{ id: string }>`select id from wishlists where customer_id = ${id}`).map((row) => row.id), words: [] }),
  erase: async (tx, { id }) => void (await tx.sql`delete from wishlists where customer_id = ${id}`),
};

export const wishlists = module({
  name: 'wishlists',
  uses: ['accounts', 'catalog', 'customers'],
  tables: { wishlists: wishlistTable, wishlistItems },
  operations: [createWishlist, addWish, removeWish, mergeWishlists, shareWishlist, unshareWishlist],
  views: [wishlistGet, myWishlist, wishedProducts, sharedWishlist],
  events: [wishlistChanged],
  schedules: [forgetOldWishlists],
});

customerParts.add('wishlists', wishlistsOfCustomer);

export { createWishlist, addWish, removeWish, mergeWishlists, shareWishlist, unshareWishlist };
export { wishlistGet, myWishlist, wishedProducts, sharedWishlist };
export { wishlistChanged };
