import type { Door } from '#platform/http/api.ts';
import { countRefusal, countRequest } from '#platform/http/metrics.ts';
import { problemResponse } from '#platform/http/problem.ts';
import { requestIdOf } from '#platform/http/request.ts';
import type { RateLimiter } from '#platform/rate-limit/rate-limit.ts';
import { Refusal } from '#platform/refusal.ts';
import { openAdmin } from './admin-door.ts';

export type Work = (door: Door) => Promise<Response>;

/** Answers one admin request that is no operation or view: proves who asks, counts it, and turns refusals into problems. */
export async function answerAdmin(name: string, limiter: RateLimiter, request: Request, socket: string | undefined, work: Work): Promise<Response> {
  const started = performance.now();
  const response = await answerOf(limiter, request, socket, work);
  countRequest(name, response.status, (performance.now() - started) / 1_000);
  return response;
}

async function answerOf(limiter: RateLimiter, request: Request, socket: string | undefined, work: Work): Promise<Response> {
  const requestId = requestIdOf(request);
  try {
    const door = await openAdmin(limiter, request, requestId, socket);
    return await work({ ...door, headers: { ...door.headers, 'x-request-id': requestId } });
  } catch (error) {
    if (error instanceof Refusal) countRefusal(error.code);
    return problemResponse(error, requestId);
  }
}

/** A download link cannot send a header, so it names its workspace in the address. */
export function inWorkspaceOf(request: Request): Request {
  const workspace = new URL(request.url).searchParams.get('workspace');
  if (!workspace) return request;
  const headers = new Headers(request.headers);
  headers.set('x-workspace-id', workspace);
  return new Request(request.url, { headers });
}

/** Asks for the next piece only when the caller has taken the one before. */
export function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return();
    },
  });
}

/** The headers of a file that the browser saves under that name. */
export function fileHeaders(headers: Record<string, string>, type: string, filename: string): Record<string, string> {
  return { ...headers, 'content-type': type, 'content-disposition': `attachment; filename="${filename}"`, 'x-content-type-options': 'nosniff' };
}
