import type { Customer } from '../api.ts';
import type { FieldErrors } from '../checkout-form.ts';
import { refusalOf } from '../visit/refused.ts';
import type { ShopRequest } from '../visit/visit.ts';

type Page = (c: ShopRequest, customer: Customer) => Promise<Response>;

/** A page for signed-in customers only; everybody else signs in first and is led back. */
export function signedIn(show: Page): (c: ShopRequest) => Promise<Response> {
  return async (c) => {
    const { visit } = c.var;
    if (!visit.signedIn) return c.redirect(visit.href(`/account/sign-in?to=${encodeURIComponent(c.req.method === 'GET' ? visit.path : '/account')}`), 303);
    return show(c, await visit.ask('storefront.customers.me', {}));
  };
}

/** Pages of this shop that somebody may be led back to after signing in. No address from outside is followed. */
export function wayBack(to: string | null): string {
  if (to === 'checkout') return '/checkout';
  return to && /^\/(account|orders|products|categories|search|wishlist)(?![^/?])[\w./?=&%[\]-]*$/.test(to) ? to : '/account';
}

/** A refusal as errors beside fields; what belongs to no field stands above the form. */
export function errorsOf(thrown: unknown): { errors: FieldErrors; status: number } {
  const { details, sentence, status } = refusalOf(thrown);
  const fields = Object.entries((details?.['fields'] ?? {}) as Record<string, string>);
  if (fields.length === 0) return { errors: { form: sentence }, status };
  return { errors: Object.fromEntries(fields.map(([name, says]) => [name, /^(is|are|has|have|should|must|can)\b/.test(says) ? `This ${says}.` : `${says.charAt(0).toUpperCase()}${says.slice(1)}.`])), status };
}
