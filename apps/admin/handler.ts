// The dashboard inside our own server: pages from .build/admin/server, files from .build/admin/client.
import { createReadStream, existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

/** What the HTTP server knows of one request. */
export interface AdminVisit {
  /** The nonce of this answer's Content-Security-Policy. */
  nonce?: string;
  requestId?: string;
  /** The realtime app: its public key, and its address when somebody else runs it. Without it pages do not listen for changes. */
  realtime?: { key: string; sockets?: string };
  /** The caller's network address, for the audit log. */
  address?: string;
}

interface ServerHalf {
  handle(request: Request, visit: AdminVisit): Promise<Response>;
}

const built = path.join(import.meta.dirname, '../../.build/admin');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png', '.json': 'application/json' };

/** Answers everything below /admin. The server half is loaded with the first page, so a storefront-only process stays small. */
export function adminHandler(): (request: Request, visit?: AdminVisit) => Promise<Response> {
  let loading: Promise<ServerHalf> | undefined;
  return async (request, visit = {}) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/admin/assets/')) return asset(pathname.slice('/admin/'.length), request.headers.get('accept-encoding') ?? '');
    loading ??= import(pathToFileURL(path.join(built, 'server/index.js')).href) as Promise<ServerHalf>;
    return (await loading).handle(request, visit);
  };
}

const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

// File names carry a hash of their content, so they may be kept for ever.
async function asset(name: string, accepted: string): Promise<Response> {
  const file = path.join(built, 'client', name);
  if (!file.startsWith(path.join(built, 'client', 'assets') + path.sep)) return new Response(null, { status: 404 });
  const [encoding, suffix] = encodings.find(([each, end]) => accepted.includes(each) && existsSync(file + end)) ?? [];
  const found = await stat(file + (suffix ?? '')).catch(() => undefined);
  if (!found?.isFile()) return new Response(null, { status: 404 });
  const headers = new Headers({ 'content-type': types[path.extname(file)] ?? 'application/octet-stream', 'content-length': String(found.size), 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(Readable.toWeb(createReadStream(file + (suffix ?? ''))) as ReadableStream, { headers });
}
