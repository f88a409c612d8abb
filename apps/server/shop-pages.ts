import { customerTokenOf, storefrontHandler } from '#apps/storefront/handler.ts';
import { isOnePress } from '#apps/storefront/one-press.ts';
import { customerOfToken } from '#modules/customers/index.ts';
import { contextForStorefront, draftTheme, firstStorefront, opensPreview, storefrontByHost, storefrontBySlug, type FoundStorefront } from '#modules/storefronts/index.ts';
import { escapeHtml } from '#platform/http/docs-page.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { requestIdOf } from '#platform/http/request.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { keptPage, makePage, pageKey } from './kept-pages.ts';
import { hostOfRequest, sameOrigin } from './origin.ts';

/** The shop pages of this installation: by the Host header, by /shops/{slug}, and on a bare localhost the first shop. */
export function shopPages(): (request: Request, address: string) => Promise<Response> {
  const pages = storefrontHandler();
  return async (request, address) => {
    const requestId = requestIdOf(request);
    try {
      refuseForeignForms(request);
      const found = await shopOf(request);
      if (!found) return nothingHere();
      if (found.storefront.closed) return closed(found.storefront.name);
      const key = pageKey(request, found);
      const kept = key && keptPage(request, found, key);
      if (kept) return kept;
      const customerId = await customerIdOf(request, found.storefront);
      const context = contextForStorefront(found.storefront, { requestId, address, ...(customerId && { customerId }) });
      const make = async () => pages(request, { ...(await dressed(found, context)), context });
      return key ? await makePage(context, key, make) : await make();
    } catch (error) {
      return problemResponse(error, requestId);
    }
  };
}

function refuseForeignForms(request: Request): void {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOnePress(new URL(request.url).pathname) && !sameOrigin(request))
    throw new Refusal('forbidden', 'This form was not sent from our own pages.');
}

interface Shop {
  storefront: FoundStorefront;
  basePath: '' | `/shops/${string}`;
  /** Somebody who changes the look sees the draft. Everything below this address, links included, stays in the preview. */
  preview?: true;
}

async function dressed(shop: Shop, context: Context): Promise<Shop> {
  if (!shop.preview) return shop;
  return { ...shop, storefront: { ...shop.storefront, theme: await draftTheme(context, shop.storefront.id) } };
}

async function shopOf(request: Request): Promise<Shop | null> {
  const slug = /^\/shops\/([\w-]+)(?=\/|$)/.exec(new URL(request.url).pathname)?.[1];
  if (slug) {
    const storefront = await storefrontBySlug(slug);
    const token = /^\/shops\/[\w-]+\/preview\/([\w-]+)(?=\/|$)/.exec(new URL(request.url).pathname)?.[1];
    if (storefront && token && opensPreview(storefront, token)) return { storefront, basePath: `/shops/${slug}/preview/${token}`, preview: true };
    return storefront && { storefront, basePath: `/shops/${slug}` };
  }
  const host = hostOfRequest(request).replace(/:\d+$/, '');
  const storefront = (await storefrontByHost(host)) ?? (isLocal(host) ? await firstStorefront() : null);
  return storefront && { storefront, basePath: '' };
}

// An address that is no shop's domain shows no shop, except on the operator's own machine.
function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^[\d.]+$/.test(host) || host.startsWith('[');
}

async function customerIdOf(request: Request, storefront: FoundStorefront): Promise<string | undefined> {
  const token = customerTokenOf(request, storefront.id);
  return token ? (await customerOfToken(storefront.workspaceId, token))?.id : undefined;
}

function nothingHere(): Response {
  const says = 'No shop answers at this address yet.';
  const more = 'Open the <a href="/admin">dashboard</a> to create one, or set this address as the domain of a storefront.';
  return notice(404, says, more);
}

function closed(name: string): Response {
  return notice(503, `${name} is closed for now.`, 'Please come back later.');
}

function notice(status: number, says: string, more: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(says)}</title><link rel="icon" href="data:,"></head>
<body style="font:16px/1.6 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem"><main><h1>${escapeHtml(says)}</h1><p>${more}</p></main></body></html>`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...(status === 503 && { 'retry-after': '3600', 'cache-control': 'no-store' }) } });
}
