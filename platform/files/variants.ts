import { buffer } from 'node:stream/consumers';
import type { FileStore } from './file-store.ts';
import { type ImageFormat, resizeImage } from './images.ts';
import { Turnstile } from './turnstile.ts';

const AT_ONCE = 2;

/** Smaller pictures, made when first asked for and kept in the store beside the original. */
export class Variants {
  readonly #store: FileStore;
  readonly #turnstile = new Turnstile(AT_ONCE);
  readonly #making = new Map<string, Promise<Buffer | undefined>>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  /** The bytes of the variant; undefined when the original is gone. Two askers at once cause one computation. */
  async get(key: string, width: number, format: ImageFormat): Promise<Buffer | undefined> {
    const variantKey = keyOfVariant(key, width, format);
    const kept = await this.#store.get(variantKey);
    return kept ? buffer(kept.body) : this.#makeOnce(key, variantKey, width, format);
  }

  async forget(key: string, widths: readonly number[], formats: readonly ImageFormat[]): Promise<void> {
    const keys = widths.flatMap((width) => formats.map((format) => keyOfVariant(key, width, format)));
    await Promise.all(keys.map((variantKey) => this.#store.delete(variantKey)));
  }

  #makeOnce(key: string, variantKey: string, width: number, format: ImageFormat): Promise<Buffer | undefined> {
    let making = this.#making.get(variantKey);
    if (!making) {
      making = this.#turnstile.pass(() => this.#make(key, variantKey, width, format)).finally(() => this.#making.delete(variantKey));
      this.#making.set(variantKey, making);
    }
    return making;
  }

  async #make(key: string, variantKey: string, width: number, format: ImageFormat): Promise<Buffer | undefined> {
    const original = await this.#store.get(key);
    if (!original) return undefined;
    const bytes = await resizeImage(await buffer(original.body), width, format);
    await this.#store.put(variantKey, bytes, { type: `image/${format}` });
    return bytes;
  }
}

// <ws>/<id>/<name> -> <ws>/variants/<id>/640.webp: whatever the name is, it cannot get in the way.
function keyOfVariant(key: string, width: number, format: ImageFormat): string {
  const [workspaceId, id] = key.split('/');
  return `${workspaceId}/variants/${id}/${width}.${format}`;
}
