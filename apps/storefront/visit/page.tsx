import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Category } from '../api.ts';
import { Document } from '../parts/document.tsx';
import type { PageHead } from '../parts/document.tsx';
import { themeSheet } from '../theme.ts';
import type { ShopRequest, Visit } from './visit.ts';

/** Renders a page inside the shop's frame, with the headers every page carries. */
export async function page(c: ShopRequest, head: PageHead, body: JSX.Element, status = 200): Promise<Response> {
  const { visit } = c.var;
  // The page that says something broke must not need the thing that broke.
  const [categories] = status < 500 ? await Promise.all([shelves(visit), fillHearts(visit)]) : [[]];
  const html = renderToString(<Document visit={visit} head={head} categories={categories}>{body}</Document>);
  for (const [name, value] of Object.entries(pageHeaders(visit))) c.header(name, value);
  c.header('cache-control', head.canonical === undefined ? 'private, no-store' : 'private, no-cache');
  return c.html(`<!doctype html>${html}`, status as 200);
}

// Only for visitors who have a list; everybody else's page asks nothing more.
async function fillHearts(visit: Visit): Promise<void> {
  if (!visit.signedIn && !visit.wishlistId) return;
  const { data } = await visit.ask('storefront.wishlists.products', visit.signedIn ? {} : { id: visit.wishlistId! }).catch(() => ({ data: [] }));
  visit.wished = new Set(data);
}

function pageHeaders(visit: Visit): Record<string, string> {
  return {
    // No script of a page is inline, so a description or a name that smuggles one in stays dead text.
    'content-security-policy':
      `default-src 'self'; script-src 'self'; style-src 'self' '${themeSheet(visit.shop).hash}'; img-src 'self' data: https:; ` +
      "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    // Order links are secrets: they must not travel to other sites.
    'referrer-policy': 'same-origin',
    'speculation-rules': `"${visit.href('/speculation.json')}"`,
  };
}

const FRESH_MS = 10_000;
const kept = new Map<string, { until: number; categories: Promise<Category[]> }>();

/** The categories in the header of every page, asked at most every ten seconds per storefront. */
export function shelves(visit: Visit): Promise<Category[]> {
  const key = `${visit.shop.workspaceId}:${visit.shop.id}`;
  const found = kept.get(key);
  if (found && found.until > Date.now()) return found.categories;
  if (kept.size > 1000) kept.clear();
  const categories = visit.ask('storefront.categories.list', {}).then((answer) => answer.data);
  kept.set(key, { until: Date.now() + FRESH_MS, categories });
  categories.catch(() => kept.delete(key));
  return categories;
}
