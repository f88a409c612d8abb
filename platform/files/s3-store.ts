import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { buffer } from 'node:stream/consumers';
import { AwsClient } from 'aws4fetch';
import { checkedKey } from './file-key.ts';
import { type BytePart, type FileBody, type FileStore, LONGEST_SIGNED_SECONDS, type SignedUpload, type StoredBytes, typeOfKey } from './file-store.ts';

export interface S3Options {
  /** e.g. https://<account>.r2.cloudflarestorage.com or https://s3.eu-central-1.amazonaws.com */
  endpoint: string;
  bucket: string;
  /** 'auto' for R2. */
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Files in an S3 bucket (R2, MinIO, AWS), addressed by path. A stream is collected first, for S3 wants to know the length. */
export class S3Store implements FileStore {
  readonly #client: AwsClient;
  readonly #bucketUrl: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
    this.#bucketUrl = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  }

  async put(key: string, body: FileBody, { type }: { type: string }): Promise<number> {
    const bytes = Buffer.isBuffer(body) ? body : await buffer(body);
    await this.#ask(key, { method: 'PUT', body: new Uint8Array(bytes), headers: { 'content-type': type } });
    return bytes.length;
  }

  async get(key: string, part?: BytePart): Promise<StoredBytes | undefined> {
    const response = await this.#ask(key, { method: 'GET', ...(part && { headers: { range: `bytes=${part.from}-${part.to}` } }) });
    if (!response?.body) return undefined;
    return { body: Readable.fromWeb(response.body as WebStream), ...describe(key, response) };
  }

  async stat(key: string): Promise<{ bytes: number; type: string } | undefined> {
    const response = await this.#ask(key, { method: 'HEAD' });
    return response && describe(key, response);
  }

  async delete(key: string): Promise<void> {
    await this.#ask(key, { method: 'DELETE' });
  }

  async signedUploadUrl(key: string, { type, expiresIn }: { type: string; maxBytes: number; expiresIn: number }): Promise<SignedUpload> {
    const headers = { 'content-type': type };
    return { method: 'PUT', url: await this.#presign(key, expiresIn, { method: 'PUT', headers }), headers };
  }

  signedUrl(key: string, { expiresIn }: { expiresIn: number }): Promise<string> {
    return this.#presign(key, expiresIn, { method: 'GET' });
  }

  async #presign(key: string, expiresIn: number, init: RequestInit): Promise<string> {
    const url = new URL(this.#urlOf(key));
    url.searchParams.set('X-Amz-Expires', String(Math.min(expiresIn, LONGEST_SIGNED_SECONDS)));
    // Without allHeaders the content type would not be part of the signature.
    const signed = await this.#client.sign(url, { ...init, aws: { signQuery: true, allHeaders: true } });
    return signed.url;
  }

  /** Undefined for a key that is not there; any other answer than success is a bug or an outage and throws. */
  async #ask(key: string, init: RequestInit): Promise<Response | undefined> {
    const response = await this.#client.fetch(this.#urlOf(key), init);
    if (response.ok) return response;
    const says = await response.text();
    if (response.status === 404 && init.method !== 'PUT') return undefined;
    throw new Error(`The file store answered ${response.status} to ${init.method}: ${says.slice(0, 300)}`);
  }

  #urlOf(key: string): string {
    return `${this.#bucketUrl}/${checkedKey(key)}`;
  }
}

function describe(key: string, response: Response): { bytes: number; type: string } {
  return { bytes: Number(response.headers.get('content-length') ?? 0), type: response.headers.get('content-type') ?? typeOfKey(key) };
}
