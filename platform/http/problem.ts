import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';

/** application/problem+json (RFC 9457) for anything thrown: a refusal keeps its code and sentence, a bug becomes a bare 500. */
export function problemResponse(error: unknown, requestId: string, extra: Record<string, string> = {}): Response {
  const body = error instanceof Refusal ? refusalBody(error) : bugBody(error, requestId);
  const headers = new Headers({ ...extra, 'content-type': 'application/problem+json', 'x-request-id': requestId });
  const wait = error instanceof Refusal ? error.details?.retryAfterSeconds : undefined;
  if (typeof wait === 'number') headers.set('retry-after', String(wait));
  return new Response(JSON.stringify({ ...body, requestId }), { status: body.status, headers });
}

function refusalBody(refusal: Refusal) {
  return { ...refusal.details, type: `urn:quickdash:problem:${refusal.code}`, title: refusal.sentence, status: refusal.status, code: refusal.code };
}

function bugBody(error: unknown, requestId: string) {
  log.error('A request ended in a bug.', { requestId, error: error instanceof Error ? error : new Error(String(error)) });
  return { type: 'urn:quickdash:problem:internal', title: 'Something went wrong on our side. Nothing was changed.', status: 500, code: 'internal' };
}
