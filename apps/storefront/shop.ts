import type { Context } from '#platform/tenancy/context.ts';

/** What a workspace may choose about the look. Anything malformed is ignored, never written into a page. */
export interface Theme {
  /** "#1d4ed8"; both colour schemes derive readable shades from it. */
  accent?: string | undefined;
  /** A shop with a ground of its own looks the same by day and by night. */
  background?: string | undefined;
  text?: string | undefined;
  logoUrl?: string | undefined;
  font?: 'sans' | 'serif' | 'rounded' | undefined;
  /** Said large on the home page, instead of the shop's name. */
  headline?: string | undefined;
  intro?: string | undefined;
}

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
