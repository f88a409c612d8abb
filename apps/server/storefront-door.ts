import { customerOfToken } from '#modules/customers/index.ts';
import { contextForStorefront, requireServerSecret, storefrontByKey, type FoundStorefront } from '#modules/storefronts/index.ts';
import { countUse, limitOf, noteRate } from '#modules/tiers/index.ts';
import type { Door } from '#platform/http/api.ts';
import { addressOf } from '#platform/http/request.ts';
import { rateLimitHeaders, tooManyRequests, type RateLimiter, type Taken } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { hostOf } from './origin.ts';

/**
 * Who may use the Storefront API: a storefront key. Known keys with budget left are answered without waiting for
 * anything, so that a cached answer costs microseconds.
 */
export function openStorefront(limiter: RateLimiter, request: Request, requestId: string, socket: string | undefined): Door | Promise<Door> {
  const key = request.headers.get('x-storefront-key');
  if (!key) throw new Refusal('unauthenticated', 'Send your storefront key in the header X-Storefront-Key.');
  const found = storefrontByKey(key);
  if (found instanceof Promise) return found.then((f) => admit(limiter, f, request, requestId, socket));
  return admit(limiter, found, request, requestId, socket);
}

function admit(limiter: RateLimiter, found: FoundStorefront | null, request: Request, requestId: string, socket: string | undefined): Door | Promise<Door> {
  if (!found) throw new Refusal('unauthenticated', 'This storefront key is not known or no longer valid.');
  refuseUnwelcome(found, request.headers);
  const limit = limitOf(found.workspaceId, 'requests');
  if (limit instanceof Promise) return limit.then((l) => take(limiter, l, found, request, requestId, socket));
  return take(limiter, limit, found, request, requestId, socket);
}

/** Headers, wherever they come from: a Request, or Node's own message. */
export interface SentHeaders {
  get(name: string): string | null;
}

/** Refuses who may not come in with this key: the shop is closed, a secret is missing, a foreign site uses it. */
export function refuseUnwelcome(found: FoundStorefront, headers: SentHeaders): void {
  if (found.closed) throw new Refusal('closed', 'This shop is closed for now.');
  requireServerSecret(found, headers.get('x-storefront-secret'));
  refuseForeignOrigin(found, headers);
}

function take(limiter: RateLimiter, limit: number | null, found: FoundStorefront, request: Request, requestId: string, socket: string | undefined): Door | Promise<Door> {
  if (limit === null) return enter(found, request, requestId, socket, undefined);
  const taken = limiter.take(budgetOf(found), limit);
  if (taken instanceof Promise) return taken.then((t) => enter(found, request, requestId, socket, t));
  return enter(found, request, requestId, socket, taken);
}

/** The key of a storefront's requests a minute. */
export function budgetOf(found: FoundStorefront): string {
  return `storefront:${found.workspaceId}:${found.id}`;
}

/** Counts a request that was let in, or refuses one over the limit; gives the headers of its answer. */
export function counted(found: FoundStorefront, taken: Taken | undefined, sent: SentHeaders): Record<string, string> {
  countUse(found.workspaceId, taken?.ok === false ? 'requests-refused' : 'requests');
  if (taken) noteRate(found.workspaceId, taken);
  if (taken && !taken.ok) throw tooManyRequests(taken);
  return { ...(taken && rateLimitHeaders(taken)), ...corsHeaders(sent) };
}

function enter(found: FoundStorefront, request: Request, requestId: string, socket: string | undefined, taken: Taken | undefined): Door | Promise<Door> {
  const headers = counted(found, taken, request.headers);
  const bearer = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const address = addressOf(request, socket);
  if (bearer) return enterAsCustomer(found, bearer, requestId, address, headers);
  return { ctx: contextForStorefront(found, { requestId, address }), headers, cacheKey: found.id };
}

async function enterAsCustomer(found: FoundStorefront, token: string, requestId: string, address: string, headers: Record<string, string>): Promise<Door> {
  const customer = await customerOfToken(found.workspaceId, token);
  if (!customer) throw new Refusal('unauthenticated', 'Please sign in again.');
  return { ctx: contextForStorefront(found, { requestId, address, customerId: customer.id }), headers: { ...headers, 'cache-control': 'private, no-store' } };
}

// A key in a browser is public; the domain it belongs to is what keeps other sites from using it there.
function refuseForeignOrigin(found: FoundStorefront, headers: SentHeaders): void {
  const origin = headers.get('origin');
  if (!origin || !found.domain) return;
  const host = hostOf(origin)?.replace(/:\d+$/, '');
  if (host !== found.domain && host !== 'localhost' && host !== '127.0.0.1')
    throw new Refusal('forbidden', `This storefront key works on ${found.domain} only.`);
}

export function corsHeaders(headers: SentHeaders): Record<string, string> {
  const origin = headers.get('origin');
  return origin ? { 'access-control-allow-origin': origin, vary: 'Origin', 'access-control-expose-headers': 'ETag, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id' } : {};
}

// X-Storefront-Secret is not among the headers: it has no business in a browser.
/** Answers a browser's preflight; the key itself is checked with the request that follows. */
export function preflight(request: Request): Response {
  const headers = {
    ...corsHeaders(request.headers),
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match, X-Request-Id, X-Storefront-Key',
    'access-control-max-age': '86400',
  };
  return new Response(null, { status: 204, headers });
}
