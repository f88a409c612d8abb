import type { Readable } from 'node:stream';

export type FileBody = Buffer | Readable;

export interface StoredBytes {
  body: Readable;
  bytes: number;
  type: string;
}

export interface BytePart {
  from: number;
  to: number;
}

export interface SignedUpload {
  method: 'PUT';
  url: string;
  /** Headers the uploader must send exactly so. */
  headers: Record<string, string>;
}

/** Where the bytes of files lie. Keys start with the workspace id; anything else is refused with `invalid`. */
export interface FileStore {
  /** Stores or replaces; answers the number of bytes. A reader sees the old or the new bytes, never a part. */
  put(key: string, body: FileBody, options: { type: string }): Promise<number>;
  /** All bytes, or those from one place to another, both of them included. */
  get(key: string, part?: BytePart): Promise<StoredBytes | undefined>;
  /** Size and type without the bytes. */
  stat(key: string): Promise<{ bytes: number; type: string } | undefined>;
  delete(key: string): Promise<void>;
  /** A time-limited address to upload to. S3 cannot limit the size beforehand: check `stat` afterwards. Seconds, at most 7 days. */
  signedUploadUrl(key: string, options: { type: string; maxBytes: number; expiresIn: number }): Promise<SignedUpload>;
  /** A time-limited address to download from. Seconds, at most 7 days. */
  signedUrl(key: string, options: { expiresIn: number }): Promise<string>;
}

export const LONGEST_SIGNED_SECONDS = 7 * 24 * 3600;

const TYPES: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.glb': 'model/gltf-binary',
  '.pdf': 'application/pdf',
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.json': 'application/json',
};

/** The type a key's extension stands for. */
export function typeOfKey(key: string): string {
  return TYPES[/\.[a-z0-9]+$/.exec(key.toLowerCase())?.[0] ?? ''] ?? 'application/octet-stream';
}
