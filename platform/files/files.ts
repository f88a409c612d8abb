import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { newId } from '../ids.ts';
import { notFound, Refusal } from '../refusal.ts';
import type { Context, Reader, Tx } from '../tenancy/context.ts';
import { plainName } from './file-key.ts';
import { type FileStore, typeOfKey } from './file-store.ts';
import { requireMark } from './file-mark.ts';
import { type ImageFacts, MAX_PIXELS, readImage, WIDTHS } from './images.ts';
import { Variants } from './variants.ts';

export type FileKind = 'image' | 'video' | 'model' | 'document' | 'other';

export interface StoredFile {
  id: string;
  kind: FileKind;
  name: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  key: string;
  alt: string | null;
  /** SHA-256, hex. */
  checksum: string;
  visibility: 'public' | 'private';
}

export interface NewFile {
  name: string;
  body: Buffer | Readable;
  alt?: string;
  /** private files have no public address, only signed ones. Public unless told. */
  visibility?: 'public' | 'private';
}

export interface Files {
  readonly store: FileStore;
  readonly variants: Variants;
  /** Stores the bytes and the row. Refuses `too_large` (over the limit, or a picture over 50 million pixels). */
  save(door: Context | Tx, file: NewFile): Promise<StoredFile>;
  find(reader: Reader, id: string): Promise<StoredFile | undefined>;
  /** Removes the row, then the bytes and their variants. Refuses `not_found`. */
  remove(door: Context | Tx, id: string): Promise<void>;
}

export const DEFAULT_MAX_BYTES = 25 * 1024 * 1024;

/** The address of a public file; `width` picks the next of 160, 320, 640 and 1280 for pictures. */
export function fileUrl(file: { key: string }, width?: number): string {
  return `/files/${file.key}${width === undefined ? '' : `?w=${width}`}`;
}

/** The `srcset` of a picture, with the widths that are not larger than the picture itself. */
export function fileSrcset(file: { key: string; width: number | null }): string {
  const widths = WIDTHS.filter((width, i) => i === 0 || width <= (file.width ?? 0));
  return widths.map((width) => `${fileUrl(file, width)} ${width}w`).join(', ');
}

export function createFiles({ store, maxBytes = DEFAULT_MAX_BYTES }: { store: FileStore; maxBytes?: number }): Files {
  const variants = new Variants(store);
  return {
    store,
    variants,
    save: (door, file) => save(store, maxBytes, door, file),
    find: findFile,
    remove: (door, id) => remove({ store, variants }, door, id),
  };
}

async function save(store: FileStore, maxBytes: number, door: Context | Tx, file: NewFile): Promise<StoredFile> {
  const bytes = await collect(file.body, maxBytes);
  const row = await describe(door.workspaceId, file, bytes);
  await store.put(row.key, bytes, { type: row.contentType });
  try {
    await ('sql' in door ? insert(door, row) : door.transaction((tx) => insert(tx, row)));
  } catch (error) {
    await store.delete(row.key);
    throw error;
  }
  return row;
}

type Step = (tx: Tx, bytes: number) => Promise<void>;
const steps = new Map<string, Step>();

/** Steps of modules inside the transaction that stores a file, before its row: whether there is room for it. */
export const onFileStored = {
  add(name: string, step: Step): void {
    steps.set(name, step);
  },
};

async function collect(body: Buffer | Readable, maxBytes: number): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return limited(body, maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function describe(workspaceId: string, file: NewFile, bytes: Buffer): Promise<StoredFile> {
  const id = newId();
  const name = plainName(file.name);
  const claimed = typeOfKey(name);
  const image = claimed.startsWith('image/') || claimed === 'application/octet-stream' ? await readImage(bytes) : undefined;
  if (claimed.startsWith('image/') && !image) throw unreadable();
  const contentType = image?.type ?? claimed;
  requireMark(contentType, bytes);
  return {
    id,
    kind: kindOf(contentType),
    name,
    contentType,
    bytes: bytes.length,
    ...sizeOf(image),
    key: `${workspaceId}/${id}/${name}`,
    alt: file.alt ?? null,
    checksum: createHash('sha256').update(bytes).digest('hex'),
    visibility: file.visibility ?? 'public',
  };
}

async function insert(tx: Tx, f: StoredFile): Promise<void> {
  for (const step of steps.values()) await step(tx, f.bytes);
  await tx.sql`
    insert into files (id, kind, name, content_type, bytes, width, height, key, alt, checksum, visibility)
    values (${f.id}, ${f.kind}, ${f.name}, ${f.contentType}, ${f.bytes}, ${f.width}, ${f.height}, ${f.key}, ${f.alt}, ${f.checksum}, ${f.visibility})`;
}

async function findFile(reader: Reader, id: string): Promise<StoredFile | undefined> {
  const rows = await reader.sql<StoredFile>`
    select id, kind, name, content_type as "contentType", bytes, width, height, key, alt, checksum, visibility
    from files where id = ${id}`;
  return rows[0];
}

async function remove({ store, variants }: Pick<Files, 'store' | 'variants'>, door: Context | Tx, id: string): Promise<void> {
  const drop = (tx: Tx) => tx.sql<{ key: string; kind: FileKind }>`delete from files where id = ${id} returning key, kind`;
  const [file] = await ('sql' in door ? drop(door) : door.transaction(drop));
  if (!file) throw notFound('The file');
  await store.delete(file.key);
  if (file.kind === 'image') await variants.forget(file.key, WIDTHS, ['webp', 'avif', 'jpeg', 'png']);
}

function sizeOf(image: ImageFacts | undefined): { width: number | null; height: number | null } {
  return { width: image?.width ?? null, height: image?.height ?? null };
}

function kindOf(type: string): FileKind {
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('video/')) return 'video';
  if (type.startsWith('model/')) return 'model';
  return type === 'application/octet-stream' ? 'other' : 'document';
}

function limited(body: Buffer, maxBytes: number): Buffer {
  if (body.length > maxBytes) throw tooLarge(maxBytes);
  return body;
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal('too_large', `A file may have at most ${Math.floor(maxBytes / 1024 / 1024)} MiB.`, { maxBytes });
}

function unreadable(): Refusal {
  return new Refusal('invalid', `This is not a picture we can read, or it has more than ${MAX_PIXELS / 1_000_000} million pixels.`);
}
