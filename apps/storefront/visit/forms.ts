import { Refusal } from '#platform/refusal.ts';
import type { ShopRequest } from './visit.ts';

/** A form that carries files, as typed and as chosen. Refuses what announces more than it may before reading it. */
export async function formWithFiles(c: ShopRequest, mostBytes: number): Promise<FormData> {
  const announced = Number(c.req.header('content-length') ?? Number.NaN);
  if (!(announced <= mostBytes)) throw new Refusal('too_large', `The form may carry at most ${Math.floor(mostBytes / 1024 / 1024)} MiB of files.`);
  return c.req.formData();
}

/** Back to the page the form was sent from, or to another of the shop. No address from outside is followed. */
export function pageBefore(c: ShopRequest, otherwise: string): string {
  const { visit } = c.var;
  const from = c.req.header('referer') ?? '';
  if (!URL.canParse(from)) return visit.href(otherwise);
  const { origin, pathname, search } = new URL(from);
  const inShop = origin === visit.origin && (visit.basePath === '' || pathname === visit.basePath || pathname.startsWith(`${visit.basePath}/`));
  return inShop ? pathname + search : visit.href(otherwise);
}

/** To the sign-in page, and from there back to where somebody wanted to act. */
export function signInFirst(c: ShopRequest, to: string): Response {
  return c.redirect(`${c.var.visit.href('/account/sign-in')}?to=${encodeURIComponent(to)}`, 303);
}
