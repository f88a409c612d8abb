import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';

const Picture = z.object({ url: z.string(), alt: z.string(), width: z.int().nullable(), height: z.int().nullable() });

const Item = z.object({
  productId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  image: Picture.nullable(),
  price: Money.nullable().meta({ description: 'null: it is not for sale at the moment' }),
  priceThen: Money.nullable().meta({ description: 'what it cost when it was put on the list' }),
  available: z.boolean(),
  addedAt: z.iso.datetime(),
});
export type Item = z.infer<typeof Item>;

export const Wishlist = z.object({ id: z.uuid(), own: z.boolean().meta({ description: 'it belongs to the signed-in customer' }), shareToken: z.string().nullable(), items: z.array(Item) });
export type Wishlist = z.infer<typeof Wishlist>;
export const SharedWishlist = z.object({ by: z.string(), items: z.array(Item) });

export const MOST_ITEMS = 200;

export interface Head {
  id: string;
  storefrontId: string;
  customerId: string | null;
  shareToken: string | null;
}

export function storefrontOf(r: Reader): string {
  if (r.actor.kind !== 'storefront') throw new Refusal('forbidden', 'Wishlists belong to a storefront.');
  return r.actor.storefrontId;
}

export function customerOf(r: Reader): string | null {
  return (r.actor.kind === 'storefront' ? r.actor.customerId : undefined) ?? null;
}

/** A guest's list opens to whoever knows its id; a customer's to that customer alone. */
export async function readHead(r: Reader, id: string): Promise<Head> {
  const [head] = await r.sql<Head>`select id, storefront_id as "storefrontId", customer_id as "customerId", share_token as "shareToken" from wishlists where id = ${id} and storefront_id = ${storefrontOf(r)}`;
  if (!head || (head.customerId !== null && head.customerId !== customerOf(r))) throw notFound('This wishlist');
  return head;
}

export async function lockHead(tx: Tx, id: string): Promise<Head> {
  await tx.sql`select 1 from wishlists where id = ${id} for update`;
  return readHead(tx, id);
}

interface Row {
  productId: string;
  slug: string;
  title: string;
  currency: string;
  priceThen: number | null;
  addedAt: Date;
  card: { image: z.infer<typeof Picture> | null; available: boolean; price: z.infer<typeof Money> } | null;
}

/** What is on it today, newest first. A product that is not for sale at the moment stays and says so. */
export async function itemsOf(r: Reader, wishlistId: string): Promise<Item[]> {
  const rows = await r.sql<Row>`
    select i.product_id as "productId", p.slug, p.title, i.currency, i.price_then as "priceThen", i.added_at as "addedAt", l.card
    from wishlist_items i join products p on p.id = i.product_id left join listings l on l.product_id = i.product_id and l.currency = i.currency
    where i.wishlist_id = ${wishlistId} order by i.added_at desc, i.id desc`;
  return rows.map(({ card, currency, priceThen, addedAt, ...rest }) => ({
    ...rest,
    image: card?.image ?? null,
    price: card?.price ?? null,
    priceThen: priceThen === null ? null : money(priceThen, currency),
    available: card?.available ?? false,
    addedAt: addedAt.toISOString(),
  }));
}

export async function present(r: Reader, head: Head): Promise<Wishlist> {
  return { id: head.id, own: head.customerId !== null, shareToken: head.shareToken, items: await itemsOf(r, head.id) };
}
