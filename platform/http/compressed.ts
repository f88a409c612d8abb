import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { constants, createGzip } from 'node:zlib';

const WORTH_IT = /^(text\/(html|x-script|plain|css|javascript)|application\/json)\b/;

/**
 * A page, gzipped for who takes it. Each part is sent on as it comes, so a page still appears piece by piece. Answers that are
 * compressed already, or have no body, stay as they are.
 */
export function compressed(request: Request, response: Response): Response {
  const { headers } = response;
  if (!takesGzip(request) || headers.has('content-encoding') || !WORTH_IT.test(headers.get('content-type') ?? '') || !response.body) return response;
  const packed = new Headers(headers);
  packed.set('content-encoding', 'gzip');
  packed.append('vary', 'accept-encoding');
  packed.delete('content-length');
  const gzip = createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH });
  // A visitor who leaves ends the gzip, and with it the page behind it; nobody is left to hear of an error.
  const body = Readable.fromWeb(response.body as ReadableStream).on('error', () => gzip.destroy());
  gzip.on('error', () => body.destroy()).on('close', () => body.destroy());
  return new Response(Readable.toWeb(body.pipe(gzip)) as never, { status: response.status, headers: packed });
}

function takesGzip(request: Request): boolean {
  return request.method !== 'HEAD' && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
}
