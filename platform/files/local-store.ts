import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newSecret } from '../ids.ts';
import { checkedKey } from './file-key.ts';
import { type BytePart, type FileBody, type FileStore, type SignedUpload, type StoredBytes, typeOfKey } from './file-store.ts';
import { AddressSigner } from './signed-address.ts';

export interface LocalStoreOptions {
  folder: string;
  /** Signs addresses; the same on every node. */
  secret: string;
  /** The public address in front of `/files/signed/...`; empty for relative addresses. */
  baseUrl?: string;
}

/** Files in a folder of this machine. Signed addresses are answered by `signedFilesHandler`. */
export class LocalStore implements FileStore {
  readonly signer: AddressSigner;
  readonly #folder: string;

  constructor({ folder, secret, baseUrl = '' }: LocalStoreOptions) {
    this.#folder = path.resolve(folder);
    this.signer = new AddressSigner(secret, baseUrl);
  }

  async put(key: string, body: FileBody): Promise<number> {
    const target = this.#pathOf(key);
    const half = `${target}.${newSecret(6)}.part`;
    // Not awaited: a stream that breaks before somebody listens to it would end the process.
    mkdirSync(path.dirname(target), { recursive: true });
    try {
      await pipeline(Buffer.isBuffer(body) ? Readable.from([body]) : body, createWriteStream(half, { flags: 'wx' }));
      const { size } = await stat(half);
      await rename(half, target);
      return size;
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
  }

  async get(key: string, part?: BytePart): Promise<StoredBytes | undefined> {
    const found = await this.stat(key);
    if (!found || !part) return found && { body: createReadStream(this.#pathOf(key)), ...found };
    return { body: createReadStream(this.#pathOf(key), { start: part.from, end: part.to }), type: found.type, bytes: part.to - part.from + 1 };
  }

  async stat(key: string): Promise<{ bytes: number; type: string } | undefined> {
    const found = await stat(this.#pathOf(key)).catch(missing);
    return found?.isFile() ? { bytes: found.size, type: typeOfKey(key) } : undefined;
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async signedUploadUrl(key: string, { type, maxBytes, expiresIn }: { type: string; maxBytes: number; expiresIn: number }): Promise<SignedUpload> {
    const url = this.signer.sign({ method: 'PUT', key: checkedKey(key), type, maxBytes }, expiresIn);
    return { method: 'PUT', url, headers: { 'content-type': type } };
  }

  async signedUrl(key: string, { expiresIn }: { expiresIn: number }): Promise<string> {
    return this.signer.sign({ method: 'GET', key: checkedKey(key), type: '', maxBytes: 0 }, expiresIn);
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, checkedKey(key));
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
