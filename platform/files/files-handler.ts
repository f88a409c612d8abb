import { Refusal } from '../refusal.ts';
import { files } from './configured-files.ts';
import type { Files } from './files.ts';
import { LocalStore } from './local-store.ts';
import { publicFiles } from './public-files.ts';
import { SIGNED_PATH } from './signed-address.ts';
import { signedFilesHandler } from './signed-files-handler.ts';

const handlers = new WeakMap<Files, (request: Request) => Promise<Response>>();

/**
 * Everything below `/files/`: public files with `?w=` for pictures, and the signed addresses of the local store
 * (GET, PUT). Refuses `not_found`, `forbidden`, `invalid` and `too_large`.
 */
export async function filesHandler(request: Request): Promise<Response> {
  const ours = files();
  if (!new URL(request.url).pathname.startsWith(SIGNED_PATH)) return readOnly(request, publicHandlerOf(ours));
  if (ours.store instanceof LocalStore) return signedFilesHandler(ours.store, request);
  throw new Refusal('not_found', 'This file was not found.');
}

function readOnly(request: Request, handler: (request: Request) => Promise<Response>): Promise<Response> | Response {
  if (request.method === 'GET' || request.method === 'HEAD') return handler(request);
  return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
}

// The handler remembers rows between requests, so it is made once for each set of files.
function publicHandlerOf(ours: Files): (request: Request) => Promise<Response> {
  let handler = handlers.get(ours);
  if (!handler) handlers.set(ours, (handler = publicFiles(ours)));
  return handler;
}
