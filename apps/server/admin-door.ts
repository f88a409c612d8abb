import { contextForMember, contextForToken, sessionOf } from '#modules/accounts/index.ts';
import { countUse } from '#modules/tiers/index.ts';
import type { Door } from '#platform/http/api.ts';
import { addressOf } from '#platform/http/request.ts';
import { rateLimitHeaders, tooManyRequests, type RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { actorId } from '#platform/tenancy/actor.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { sameOrigin } from './origin.ts';

const REQUESTS_A_MINUTE = 1_200;

/** Who may use the Admin API: a workspace token, or a signed-in member from our own pages. */
export async function openAdmin(limiter: RateLimiter, request: Request, requestId: string, socket: string | undefined): Promise<Door> {
  return admit(limiter, await adminContext(request, requestId, addressOf(request, socket)));
}

/** As above, but by token only: MCP clients have no cookie to ride on. */
export async function openByToken(limiter: RateLimiter, request: Request, requestId: string, socket: string | undefined): Promise<Door> {
  return admit(limiter, await tokenContext(request, requestId, addressOf(request, socket)));
}

async function admit(limiter: RateLimiter, ctx: Context): Promise<Door> {
  const taken = await limiter.take(`admin:${ctx.workspaceId}:${actorId(ctx.actor)}`, REQUESTS_A_MINUTE);
  countUse(ctx.workspaceId, taken.ok ? 'requests' : 'requests-refused');
  if (!taken.ok) throw tooManyRequests(taken);
  return { ctx, headers: { ...rateLimitHeaders(taken), 'cache-control': 'no-store' } };
}

async function adminContext(request: Request, requestId: string, address: string): Promise<Context> {
  if (request.headers.has('authorization')) return tokenContext(request, requestId, address);
  const session = await sessionOf(request);
  if (!session) throw new Refusal('unauthenticated', 'Please sign in, or send a workspace token.');
  if (request.method !== 'GET' && !sameOrigin(request)) throw new Refusal('forbidden', 'This request did not come from our own pages.');
  if (!session.activeWorkspaceId) throw new Refusal('not_found', 'There is no such workspace among yours.');
  return contextForMember(session, session.activeWorkspaceId, requestId, address);
}

/** The context of a bearer token, or a refusal. */
async function tokenContext(request: Request, requestId: string, address: string): Promise<Context> {
  const ctx = await contextForToken(request, requestId, address);
  if (!ctx) throw new Refusal('unauthenticated', 'This token is not known, has expired or was revoked.');
  return ctx;
}
