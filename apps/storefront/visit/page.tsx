import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Category } from '../api.ts';
import { Document } from '../parts/document.tsx';
import type { PageHead } from '../parts/document.tsx';
import type { Frame } from '../parts/frame.tsx';
import { themeSheet } from '../theme.ts';
import type { ShopRequest, Visit } from './visit.ts';

const BARE: Frame = { categories: [], pages: [] };

/** Renders a page inside the shop's frame, with the headers every page carries. */
export async function page(c: ShopRequest, head: PageHead, body: JSX.Element, status = 200): Promise<Response> {
  const { visit } = c.var;
  // The page that says something broke must not need the thing that broke.
  const [frame] = status < 500 ? await Promise.all([frameOf(visit), fillHearts(visit)]) : [BARE];
  const html = renderToString(<Document visit={visit} head={head} categories={frame.categories} frame={frame}>{body}</Document>);
  for (const [name, value] of Object.entries(pageHeaders(visit))) c.header(name, value);
  c.header('cache-control', head.canonical === undefined || head.offline ? 'private, no-store' : 'private, no-cache');
  c.header('x-offline', offlineOf(visit, head, status));
  return c.html(`<!doctype html>${html}`, status as 200);
}

/** What the shop's service worker may do with a page: public ones and a stranger's cart are kept for a time without a connection. */
export function offlineOf(visit: Visit, head: Pick<PageHead, 'canonical' | 'offline'>, status: number): 'keep' | 'forget' | 'pass' {
  if (visit.signedIn) return 'forget';
  return (head.canonical !== undefined || head.offline) && status === 200 && !visit.preview ? 'keep' : 'pass';
}

/** Which products are on the visitor's list. Only asked for visitors who have one; everybody else's page asks nothing more. */
export async function fillHearts(visit: Visit): Promise<void> {
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
    ...(visit.preview ? {} : { 'speculation-rules': `"${visit.href('/speculation.json')}"` }),
  };
}

const FRESH_MS = 10_000;
interface Kept {
  until: number;
  theme: unknown;
  frame: Promise<Frame>;
}
const kept = new Map<string, Kept>();

/** What stands around every page, asked at most every ten seconds per storefront, and at once after its look changed. */
export function frameOf(visit: Visit): Promise<Frame> {
  const key = `${visit.shop.workspaceId}:${visit.shop.id}:${visit.basePath}`;
  const found = kept.get(key);
  if (found && found.until > Date.now() && found.theme === visit.shop.theme) return found.frame;
  if (kept.size > 1000) kept.clear();
  const frame = readFrame(visit);
  kept.set(key, { until: Date.now() + FRESH_MS, theme: visit.shop.theme, frame });
  frame.catch(() => kept.delete(key));
  return frame;
}

async function readFrame(visit: Visit): Promise<Frame> {
  const [categories, pages] = await Promise.all([visit.ask('storefront.categories.list', {}), visit.ask('storefront.pages.list', {})]);
  return { categories: categories.data, pages: pages.data };
}

/** The categories in the header of every page. */
export async function shelves(visit: Visit): Promise<Category[]> {
  return (await frameOf(visit)).categories;
}
