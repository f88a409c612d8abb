import { config } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { ADDRESS_HEADER, betterAuthOnce } from './internal/better-auth.ts';
import { forgetSessions } from './session.ts';

/**
 * Everything below /api/auth: sign-up/email, sign-in/email, sign-out, get-session, list-sessions, revoke-session,
 * request-password-reset, reset-password, verify-email, change-password, update-user (better-auth's routes).
 * `address` is the caller's network address. Errors are problem+json that better-auth's own client also understands.
 */
export async function authHandler(request: Request, address = 'unknown'): Promise<Response> {
  const auth = await betterAuthOnce();
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  const response = await auth.handler(new Request(request, { headers }));
  if (request.method !== 'GET') forgetSessions();
  const answer = response.status >= 400 ? await problem(response) : response;
  return isHttps(request) ? withSecureCookies(answer) : answer;
}

async function problem(response: Response): Promise<Response> {
  const { code = 'invalid', message, ...rest } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const title = message ?? 'This did not work. Please try again.';
  const body = { ...rest, type: 'about:blank', title, status: response.status, code, message: title, requestId: newId() };
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/problem+json');
  return Response.json(body, { status: response.status, headers });
}

function isHttps(request: Request): boolean {
  const forwarded = config().TRUST_PROXY ? request.headers.get('x-forwarded-proto') : null;
  return (forwarded ?? new URL(request.url).protocol).startsWith('https') || config().PUBLIC_URL?.startsWith('https:') === true;
}

function withSecureCookies(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);
  return new Response(response.body, { status: response.status, headers });
}
