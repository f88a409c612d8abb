import { Readable } from 'node:stream';
import type { StoredBytes } from './file-store.ts';

// Everything else, html and svg above all, could run in our origin: it is handed over as a download.
const SHOWN_INLINE = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'video/mp4', 'video/webm', 'audio/mpeg', 'audio/ogg', 'model/gltf-binary']);

export interface Shown {
  type: string;
  name: string;
  cacheControl: string;
  etag?: string;
}

/** The headers every stored file is given out with; uploaded bytes never act as a page of ours. */
export function fileHeaders({ type, name, cacheControl, etag }: Shown): Record<string, string> {
  const inline = SHOWN_INLINE.has(type);
  return {
    'content-type': inline || type === 'application/pdf' ? type : 'application/octet-stream',
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name.replaceAll(/[^\w. -]/g, '_')}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': cacheControl,
    ...(type.startsWith('video/') && { 'accept-ranges': 'bytes' }),
    ...(etag !== undefined && { etag }),
  };
}

export function fileResponse(stored: StoredBytes, shown: Shown): Response {
  const headers = { ...fileHeaders(shown), 'content-length': String(stored.bytes) };
  return new Response(Readable.toWeb(stored.body) as ReadableStream, { headers });
}
