import type { Theme } from '#modules/storefronts/index.ts';
import type { Context } from '#platform/tenancy/context.ts';

export type { Section, Theme } from '#modules/storefronts/index.ts';

/** One visit's shop: which storefront answers, below which path, and as whom it may ask for data. */
export interface ShopContext {
  storefront: {
    id: string;
    name: string;
    workspaceId: string;
    currency: string;
    locale: string;
    /** IANA name of the zone the shop keeps its hours in, e.g. Australia/Hobart. */
    timeZone?: string | null;
    theme?: Theme | null;
  };
  /** '' on the shop's own domain, '/shops/<slug>' below the installation's address. */
  basePath: string;
  /** The look in the making is shown, to somebody who changes it. */
  preview?: boolean;
  context: Context;
}

/** Storefronts may share a host, so every cookie carries the storefront it belongs to. */
export function cookieName(kind: 'cart' | 'count' | 'checkout' | 'customer' | 'wish', storefrontId: string): string {
  // The tail of a UUIDv7 is random; its head is time, which two demo shops share.
  return `qd_${kind}_${storefrontId.slice(-12)}`;
}

/** The signed-in customer's token on this storefront, for whoever opens the visit's context. */
export function customerTokenOf(request: Request, storefrontId: string): string | null {
  const name = `${cookieName('customer', storefrontId)}=`;
  const found = request.headers.get('cookie')?.split(/;\s*/).find((pair) => pair.startsWith(name));
  return found ? decodeURIComponent(found.slice(name.length)) : null;
}
