import type { Context } from '#platform/tenancy/context.ts';

/** What a workspace may choose about the look. Anything malformed is ignored, never written into a page. */
export interface Theme {
  /** One hex colour; both colour schemes derive readable shades from it. */
  accent?: string;
  /** Corner radius in pixels, 0..24. */
  radius?: number;
  /** A font family name installed on the visitor's device. */
  font?: string;
  headingFont?: string;
  logoUrl?: string;
}

/** One visit's shop: which storefront answers, below which path, and as whom it may ask for data. */
export interface ShopContext {
  storefront: {
    id: string;
    name: string;
    workspaceId: string;
    currency: string;
    locale: string;
    theme?: Theme | null;
    tagline?: string | null;
  };
  /** '' on the shop's own domain, '/shops/<slug>' below the installation's address. */
  basePath: string;
  context: Context;
}

/** Storefronts may share a host, so every cookie carries the storefront it belongs to. */
export function cookieName(kind: 'cart' | 'count' | 'checkout' | 'customer', storefrontId: string): string {
  // The tail of a UUIDv7 is random; its head is time, which two demo shops share.
  return `qd_${kind}_${storefrontId.slice(-12)}`;
}

/** The signed-in customer's token on this storefront, for whoever opens the visit's context. */
export function customerTokenOf(request: Request, storefrontId: string): string | null {
  const name = `${cookieName('customer', storefrontId)}=`;
  const found = request.headers.get('cookie')?.split(/;\s*/).find((pair) => pair.startsWith(name));
  return found ? decodeURIComponent(found.slice(name.length)) : null;
}
