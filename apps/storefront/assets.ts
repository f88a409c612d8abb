import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Where the build puts server.js, the hashed assets and manifest.json. */
export const outFolder = fileURLToPath(new URL('../../.build/storefront/', import.meta.url));

/** The built files' public addresses, as the pages name them. */
export interface AssetNames {
  css: string;
  script: string;
  /** The service worker's program. */
  worker: string;
  /** Every script, also those that come later: what the worker keeps, so that each works without a connection. */
  scripts: string[];
}

interface Asset {
  type: string;
  encodings: Record<string, Uint8Array<ArrayBuffer>>;
}

const PREFIX = '/assets/storefront/';
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Reads which hashed names the build gave to the script, the style sheet and the service worker. */
export function assetNames(folder: string): AssetNames {
  const read = (name: string) => JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, { file: string }>;
  const manifest = { ...read('manifest.json'), ...read('worker-manifest.json') };
  const named = (source: string): string => PREFIX + (manifest[source]?.file ?? missing(source));
  return { css: named('styles/main.css'), script: named('islands/client.ts'), worker: named('worker/worker.ts'), scripts: Object.values(read('manifest.json')).map(({ file }) => PREFIX + file).filter((file) => file.endsWith('.js')) };
}

function missing(source: string): never {
  throw new Error(`${source} is not in the storefront's build; build it again`);
}

/** Serves the built files from memory, compressed once; null for any other address. */
export function assetServer(folder: string): (request: Request, path: string) => Response | null {
  const files = new Map<string, Asset>();
  for (const name of readdirSync(`${folder}assets`)) files.set(`${PREFIX}assets/${name}`, load(`${folder}assets/${name}`));
  return (request, path) => {
    if (!path.startsWith(PREFIX)) return null;
    const asset = files.get(path);
    return asset ? answer(asset, request.headers.get('accept-encoding') ?? '') : new Response('Not found', { status: 404 });
  };
}

function load(path: string): Asset {
  const bytes = new Uint8Array(readFileSync(path));
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  return { type, encodings: { identity: bytes, gzip: new Uint8Array(gzipSync(bytes, { level: 9 })), br: new Uint8Array(brotliCompressSync(bytes)) } };
}

function answer(asset: Asset, accepted: string): Response {
  const encoding = ['br', 'gzip'].find((each) => accepted.includes(each)) ?? 'identity';
  const headers = new Headers({
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
  });
  if (encoding !== 'identity') headers.set('content-encoding', encoding);
  return new Response(asset.encodings[encoding], { headers });
}
