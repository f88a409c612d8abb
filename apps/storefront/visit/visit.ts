import type { Context as Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { formatMoney } from '#platform/money.ts';
import type { Money } from '#platform/money.ts';
import type { AssetNames } from '../assets.ts';
import type { Calls, StorefrontApi } from '../api.ts';
import { cookieName } from '../shop.ts';
import type { ShopContext } from '../shop.ts';
import { publicOrigin } from './public-address.ts';

export interface ShopEnv {
  Bindings: ShopContext;
  Variables: { visit: Visit };
}

export type ShopRequest = Hono<ShopEnv>;

/** One request as the pages see it: the shop, where we are in it, what the visitor carries, and the door to the data. */
export interface Visit {
  shop: ShopContext['storefront'];
  basePath: string;
  url: URL;
  /** The path inside the shop, without its base path. */
  path: string;
  /** Scheme and host as the visitor typed them. */
  origin: string;
  assets: AssetNames;
  cartId: string | undefined;
  cartCount: number;
  checkoutId: string | undefined;
  signedIn: boolean;
  /** The look in the making is shown, to somebody who changes it. */
  preview: boolean;
  /** A guest's list on this device. */
  wishlistId: string | undefined;
  /** Products with a filled heart; known from when the page is rendered. */
  wished: ReadonlySet<string>;
  href(path: string): string;
  /** The full public address, for canonical links and social cards. */
  address(path: string): string;
  money(value: Money): string;
  ask<N extends keyof Calls>(name: N, input: Calls[N][0]): Promise<Calls[N][1]>;
  tell<N extends keyof Calls>(name: N, input: Calls[N][0], options?: { idempotencyKey?: string }): Promise<Calls[N][1]>;
}

export function openVisit(c: ShopRequest, api: StorefrontApi, assets: AssetNames): Visit {
  const { storefront: shop, basePath, context } = c.env;
  const url = new URL(c.req.url);
  const origin = publicOrigin(c.req.raw);
  const cookie = (kind: Parameters<typeof cookieName>[0]): string | undefined => getCookie(c, cookieName(kind, shop.id));
  return {
    shop,
    basePath,
    url,
    path: c.req.path,
    origin,
    assets,
    cartId: cookie('cart'),
    cartCount: Math.min(Math.trunc(Number(cookie('count')) || 0), 999),
    checkoutId: cookie('checkout'),
    wishlistId: cookie('wish'),
    wished: new Set(),
    signedIn: context.actor.kind === 'storefront' && context.actor.customerId !== undefined,
    preview: c.env.preview === true,
    href: (path) => (path === '/' ? basePath || '/' : basePath + path),
    address: (path) => origin + (path === '/' ? basePath || '/' : basePath + path),
    money: (value) => formatMoney(value, shop.locale),
    ask: (name, input) => api.ask(name, context, input),
    tell: (name, input, options) => api.tell(name, context, input, options),
  };
}
