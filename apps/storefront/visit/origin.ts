import { publicOrigin } from './public-address.ts';

/**
 * Whether a form was sent from a page of this very shop. Cookies are SameSite=Lax already; this closes what Lax leaves open
 * (sibling domains, old browsers). A browser always sends one of the two headers with a POST.
 */
export function sentFromThisShop(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === new URL(publicOrigin(request)).host;
}
