import { PassThrough, Readable } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { isRouteErrorResponse, ServerRouter, type EntryContext, type HandleErrorFunction, type RouterContextProvider } from 'react-router';
import { log } from '#platform/log.ts';
import { visitOf } from './visit.server.ts';

/** Longest time a page may still be written after its first part. */
export const streamTimeout = 5_000;

export default function answer(request: Request, status: number, headers: Headers, page: EntryContext, context: RouterContextProvider): Promise<Response> | Response {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  return write(request, status, headers, page, visitOf(context).nonce);
}

/** A refusal is an answer; everything else is a bug that somebody has to hear of. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { pathname } = new URL(request.url);
  log.error('The dashboard could not answer', { path: pathname, requestId: visitOf(context).requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
};

function write(request: Request, status: number, headers: Headers, page: EntryContext, nonce: string | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    let begun = false;
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={page} url={request.url} {...(nonce && { nonce })} />, {
      ...(nonce && { nonce }),
      onShellReady() {
        begun = true;
        const body = new PassThrough();
        body.on('close', () => clearTimeout(late));
        pipe(body);
        resolve(new Response(Readable.toWeb(body) as ReadableStream, { status, headers }));
      },
      onShellError: reject,
      onError(error) {
        if (begun) log.error('A page of the dashboard broke off', { error: String(error) });
      },
    });
    const late = setTimeout(abort, streamTimeout + 1_000);
    late.unref();
  });
}
