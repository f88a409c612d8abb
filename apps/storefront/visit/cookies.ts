import { deleteCookie, setCookie } from 'hono/cookie';
import type { Cart } from '../api.ts';
import { cookieName } from '../shop.ts';
import type { ShopRequest, Visit } from './visit.ts';

const DAY = 24 * 60 * 60;

/** Remembers the cart on this device; the count spares every page a look into the database. */
export function keepCart(c: ShopRequest, cart: Cart): void {
  keep(c, 'cart', cart.id, 60 * DAY);
  keep(c, 'count', String(cart.itemCount), 60 * DAY);
}

export function keepCheckout(c: ShopRequest, id: string): void {
  keep(c, 'checkout', id, DAY);
}

export function keepCustomer(c: ShopRequest, token: string): void {
  keep(c, 'customer', token, 30 * DAY);
}

/** A guest's wishlist on this device. */
export function keepWishlist(c: ShopRequest, id: string): void {
  keep(c, 'wish', id, 180 * DAY);
}

export function forget(c: ShopRequest, ...kinds: Kind[]): void {
  for (const kind of kinds) deleteCookie(c, name(c, kind), { path: path(c.var.visit) });
}

type Kind = Parameters<typeof cookieName>[0];

function keep(c: ShopRequest, kind: Kind, value: string, maxAge: number): void {
  setCookie(c, name(c, kind), value, {
    path: path(c.var.visit),
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.visit.origin.startsWith('https:'),
    maxAge,
  });
}

function name(c: ShopRequest, kind: Kind): string {
  return cookieName(kind, c.var.visit.shop.id);
}

function path(visit: Visit): string {
  return visit.basePath || '/';
}
