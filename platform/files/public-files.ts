import { notFound } from '../refusal.ts';
import { openContext } from '../tenancy/context.ts';
import type { BytePart, StoredBytes } from './file-store.ts';
import { fileHeaders, fileResponse, type Shown } from './file-response.ts';
import type { Files, StoredFile } from './files.ts';
import { formatFor, type ImageFormat, nearestWidth } from './images.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
// The address contains the file's id and the bytes behind an id never change.
const FOR_EVER = 'public, max-age=31536000, immutable';
const REMEMBERED = 5_000;
const REMEMBER_MILLIS = 60_000;

type Remembered = Map<string, { file: StoredFile; until: number }>;

/** Answers `GET /files/<workspace>/<id>/<name>?w=640` for public files. Refuses `not_found` for all others alike. */
export function publicFiles(files: Files): (request: Request) => Promise<Response> {
  const remembered: Remembered = new Map();
  return async (request) => {
    const url = new URL(request.url);
    const file = await publicFile(files, remembered, url.pathname);
    const width = Number(url.searchParams.get('w'));
    if (file.kind === 'image' && width > 0) return giveVariant(files, file, request, nearestWidth(width));
    return giveOriginal(files, file, request);
  };
}

async function publicFile(files: Files, remembered: Remembered, pathname: string): Promise<StoredFile> {
  const [, , workspaceId = '', id = '', name = '', ...rest] = pathname.split('/');
  const key = `${workspaceId}/${id}/${name}`;
  if (!UUID.test(workspaceId) || !UUID.test(id) || rest.length > 0) throw notFound('The file');
  const known = remembered.get(key);
  if (known && known.until > Date.now()) return known.file;
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'files' }, capabilities: [] });
  const file = await ctx.read((reader) => files.find(reader, id));
  if (file?.key !== key || file.visibility !== 'public') throw notFound('The file');
  remember(remembered, key, file);
  return file;
}

async function giveOriginal(files: Files, file: StoredFile, request: Request): Promise<Response> {
  const shown: Shown = { type: file.contentType, name: file.name, cacheControl: FOR_EVER, etag: `"${file.checksum.slice(0, 32)}"` };
  if (isKnown(request, shown)) return notModified(shown, {});
  if (request.method === 'HEAD') return new Response(null, { headers: { ...fileHeaders(shown), 'content-length': String(file.bytes) } });
  const part = file.kind === 'video' ? partOf(request, file.bytes) : undefined;
  const stored = await files.store.get(file.key, part);
  if (!stored) throw notFound('The file');
  return part ? partResponse(stored, shown, part, file.bytes) : fileResponse(stored, shown);
}

// Players ask for a video piece by piece, and some play nothing that cannot be had so. What is not one plain range is answered whole.
function partOf(request: Request, bytes: number): BytePart | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return from <= to ? { from, to } : undefined;
}

function partResponse(stored: StoredBytes, shown: Shown, { from, to }: BytePart, bytes: number): Response {
  const whole = fileResponse(stored, shown);
  const headers = new Headers(whole.headers);
  headers.set('content-range', `bytes ${from}-${to}/${bytes}`);
  headers.set('content-length', String(to - from + 1));
  return new Response(whole.body, { status: 206, headers });
}

async function giveVariant(files: Files, file: StoredFile, request: Request, width: number): Promise<Response> {
  const format = formatFor(request.headers.get('accept') ?? '', file.contentType);
  const shown = shownVariant(file, width, format);
  const varies = { vary: 'accept' };
  if (isKnown(request, shown)) return notModified(shown, varies);
  const bytes = await files.variants.get(file.key, width, format);
  if (!bytes) throw notFound('The file');
  const headers = { ...fileHeaders(shown), ...varies, 'content-length': String(bytes.length) };
  return new Response(new Uint8Array(bytes), { headers });
}

function shownVariant(file: StoredFile, width: number, format: ImageFormat): Shown {
  const name = `${file.name.replace(/\.\w+$/, '')}-${width}.${format}`;
  return { type: `image/${format}`, name, cacheControl: FOR_EVER, etag: `"${file.checksum.slice(0, 32)}-${width}-${format}"` };
}

function isKnown(request: Request, { etag }: Shown): boolean {
  const known = request.headers.get('if-none-match') ?? '';
  return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function notModified({ etag = '', cacheControl }: Shown, more: Record<string, string>): Response {
  return new Response(null, { status: 304, headers: { etag, 'cache-control': cacheControl, ...more } });
}

function remember(remembered: Remembered, key: string, file: StoredFile): void {
  remembered.delete(key);
  remembered.set(key, { file, until: Date.now() + REMEMBER_MILLIS });
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}
