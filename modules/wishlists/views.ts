import * as z from 'zod';
import { requireCustomer } from '#modules/customers/index.ts';
import { view } from '#platform/operations/view.ts';
import { notFound } from '#platform/refusal.ts';
import { customerOf, itemsOf, present, readHead, SharedWishlist, storefrontOf, Wishlist, type Head } from './wishlist.ts';

const on = 'storefront';
const needs = 'storefront:customers';

export const wishlistGet = view({
  name: 'storefront.wishlists.get',
  on,
  route: 'GET /wishlists/:id',
  says: 'A wishlist',
  needs,
  input: z.object({ id: z.uuid() }),
  output: Wishlist,
  read: async (r, { id }) => present(r, await readHead(r, id)),
});

export const myWishlist = view({
  name: 'storefront.wishlists.mine',
  on,
  route: 'GET /customers/me/wishlist',
  says: 'The signed-in customer’s wishlist',
  needs,
  input: z.object({}),
  output: Wishlist.nullable(),
  async read(r) {
    const [head] = await r.sql<Head>`select id, storefront_id as "storefrontId", customer_id as "customerId", share_token as "shareToken" from wishlists
      where customer_id = ${requireCustomer(r)} and storefront_id = ${storefrontOf(r)}`;
    return head ? present(r, head) : null;
  },
});

/** Which products carry a filled heart: ids only, for every page. */
export const wishedProducts = view({
  name: 'storefront.wishlists.products',
  on,
  route: 'GET /wished-products',
  says: 'Which products are on the wishlist',
  needs,
  input: z.object({ id: z.uuid().optional().meta({ description: 'the guest’s list; a signed-in customer’s own is known' }) }),
  output: z.object({ data: z.array(z.uuid()) }),
  async read(r, { id = null }) {
    const customerId = customerOf(r);
    const rows = await r.sql<{ id: string }>`
      select i.product_id as id from wishlists w join wishlist_items i on i.wishlist_id = w.id where w.storefront_id = ${storefrontOf(r)}
        and case when ${customerId}::uuid is null then w.id = ${id}::uuid and w.customer_id is null else w.customer_id = ${customerId}::uuid end`;
    return { data: rows.map((row) => row.id) };
  },
});

/** For whoever has the link: the things and a first name, nothing else of the person. */
export const sharedWishlist = view({
  name: 'storefront.wishlists.shared',
  on,
  route: 'GET /shared-wishlists/:token',
  says: 'A wishlist somebody shared',
  needs: 'storefront:products',
  input: z.object({ token: z.string().min(10).max(60) }),
  output: SharedWishlist,
  async read(r, { token }) {
    const [row] = await r.sql<{ id: string; name: string | null }>`
      select w.id, c.name from wishlists w left join customers c on c.id = w.customer_id where w.share_token = ${token} and w.storefront_id = ${storefrontOf(r)}`;
    if (!row) throw notFound('This wishlist');
    return { by: row.name?.trim().split(/\s+/)[0] ?? '', items: await itemsOf(r, row.id) };
  },
});
