import { config } from '#platform/config.ts';
import { newId } from '#platform/ids.ts';
import { ADDRESS_HEADER, betterAuthOnce } from './internal/better-auth.ts';
import { notInPerson } from './impersonation.ts';
import { noteProof } from './second-factor.ts';
import { forgetSessions, sessionOf } from './session.ts';

/**
 * Everything below /api/auth: sign-up/email, sign-in/email, sign-out, get-session, list-sessions, revoke-session, two-factor/*, passkey/*,
 * request-password-reset, reset-password, verify-email, change-password, update-user (better-auth's routes).
 * `address` is the caller's network address. Errors are problem+json that better-auth's own client also understands.
 */
export async function authHandler(request: Request, address = 'unknown'): Promise<Response> {
  if (await refusedBehind(request)) return problem(Response.json({ code: 'forbidden', message: notInPerson().sentence }, { status: 403 }));
  const auth = await betterAuthOnce();
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, address);
  const response = await auth.handler(new Request(request, { headers }));
  await noteProof(request, response);
  if (request.method !== 'GET') forgetSessions();
  const answer = response.status >= 400 ? await problem(response) : await withPicture(request, response);
  return isHttps(request) ? withSecureCookies(answer) : answer;
}

// The picture for the authenticator app is drawn here, so that no browser loads code for it.
async function withPicture(request: Request, response: Response): Promise<Response> {
  if (!new URL(request.url).pathname.endsWith('/two-factor/enable')) return response;
  const body = (await response.json()) as { totpURI: string };
  const { size, data } = (await import('uqr')).encode(body.totpURI, { border: 0 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return Response.json({ ...body, qr: { size, path } }, { headers });
}

// Looking through somebody's eyes, one may look and leave, and change nothing about who signs in and how.
async function refusedBehind(request: Request): Promise<boolean> {
  if (request.method === 'GET' || new URL(request.url).pathname.endsWith('/sign-out')) return false;
  return (await sessionOf(request))?.behind !== undefined;
}

async function problem(response: Response): Promise<Response> {
  const { code = 'invalid', message, ...rest } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
  const title = message ?? 'This did not work. Please try again.';
  const body = { ...rest, type: `urn:quickdash:problem:${code.toLowerCase()}`, title, status: response.status, code, message: title, requestId: newId() };
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
