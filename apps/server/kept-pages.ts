import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { cookieName } from '#apps/storefront/shop.ts';
import { publicOrigin } from '#apps/storefront/visit/public-address.ts';
import { noteAsked } from '#apps/storefront/handler.ts';
import type { Event } from '#platform/events/event.ts';
import { AnswerCache, type Kept, type Source } from '#platform/http/answer-cache.ts';
import type { View } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import type { Context } from '#platform/tenancy/context.ts';

/** A page that everybody sees alike. */
interface KeptPage extends Source {
  headers: [string, string][];
  gzip?: Uint8Array<ArrayBuffer>;
}

/** Finished shop pages in this process, dropped when a fact behind one of the views they asked is told. */
export const keptPages = new AnswerCache<KeptPage>();

/** The shop remembers these for all its pages, so a page that does not ask for them depends on them too. */
const AROUND = ['storefront.shop.get', 'storefront.categories.list', 'storefront.pages.list', 'storefront.delivery.estimate'];
/** A page counts days until delivery and the like; it is not kept longer than this. */
const SECONDS = 30;

interface Shop {
  storefront: { id: string; workspaceId: string };
  preview?: true;
}

/**
 * What one page is kept under: its address and the number in the cart. Undefined for whoever is somebody: a signed-in customer, a
 * visitor with a list, a look in the making; and for everything that is no plain look at a page.
 */
export function pageKey(request: Request, { storefront, preview }: Shop): string | undefined {
  if (request.method !== 'GET' || preview || request.headers.get('cache-control') === 'no-cache' || request.headers.get('accept') === 'application/json') return undefined;
  const cookies = new Map(request.headers.get('cookie')?.split(/;\s*/).map((pair) => pair.split('=', 2) as [string, string]));
  const has = (kind: Parameters<typeof cookieName>[0]) => cookies.get(cookieName(kind, storefront.id));
  if (has('customer') || has('wish')) return undefined;
  return `${storefront.id} ${has('count') ?? ''} ${publicOrigin(request)} ${request.url.slice(request.url.indexOf('/', 8))}`;
}

/** The kept page, or nothing. */
export function keptPage(request: Request, shop: Shop, key: string): Response | undefined {
  const kept = keptPages.get(shop.storefront.workspaceId, key);
  return kept && answer(request, kept);
}

/** Makes a page, and keeps it when everybody may see it and everything it asked says when it changes. */
export async function makePage(context: Context, key: string, make: () => Promise<Response>): Promise<Response> {
  const generation = keptPages.generation(context.workspaceId);
  const asked = new Set(AROUND.map((name) => registry.view(name)));
  noteAsked(context, (view) => asked.add(view));
  const response = await make();
  if (!isForEverybody(response) || ![...asked].every((view) => view.changesWith)) return response;
  const body = new Uint8Array(await response.clone().arrayBuffer());
  const etag = `"${createHash('md5').update(body).digest('base64url')}"`;
  keptPages.put(context.workspaceId, key, { ...dependsOn(asked), headers: [...response.headers] }, { body, etag }, generation);
  return response;
}

// Only the shop's public pages say so: they have one public address.
function isForEverybody({ status, headers }: Response): boolean {
  return status === 200 && headers.get('x-offline') === 'keep' && headers.get('cache-control') === 'private, no-cache' && !headers.has('set-cookie');
}

function dependsOn(views: Set<View>): Required<Source> {
  const events = new Set<Event<unknown>>([...views].flatMap((view) => view.changesWith!));
  return { changesWith: [...events], keptSeconds: Math.min(SECONDS, ...[...views].map((view) => view.keptSeconds ?? SECONDS)) };
}

function answer(request: Request, { body, etag, from }: Kept<KeptPage>): Response {
  const headers = new Headers(from.headers);
  headers.set('etag', etag);
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(body, { headers });
  // Packed once for everybody, by the first who takes it so.
  from.gzip ??= gzipSync(body, { level: 6 });
  headers.set('content-encoding', 'gzip');
  headers.append('vary', 'accept-encoding');
  return new Response(from.gzip, { headers });
}
