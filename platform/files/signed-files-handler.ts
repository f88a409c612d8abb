import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Refusal } from '../refusal.ts';
import { fileResponse } from './file-response.ts';
import { checkedKey } from './file-key.ts';
import type { LocalStore } from './local-store.ts';
import type { Permit } from './signed-address.ts';

/** Answers the local store's signed addresses, `/files/signed/*`: GET downloads, PUT uploads. */
export async function signedFilesHandler(store: LocalStore, request: Request): Promise<Response> {
  const permit = store.signer.read(new URL(request.url));
  if (permit?.method !== request.method) throw new Refusal('forbidden', 'This address is not valid, or no longer.');
  checkedKey(permit.key);
  return permit.method === 'PUT' ? receive(store, permit, request) : give(store, permit.key);
}

async function receive(store: LocalStore, permit: Permit, request: Request): Promise<Response> {
  if (request.headers.get('content-type') !== permit.type) throw new Refusal('invalid', `This address takes ${permit.type} only.`);
  if (Number(request.headers.get('content-length') ?? 0) > permit.maxBytes) throw tooLarge(permit.maxBytes);
  if (!request.body) throw new Refusal('invalid', 'There is nothing to store.');
  const body = atMost(permit.maxBytes, Readable.fromWeb(request.body as WebStream));
  await store.put(permit.key, Readable.from(body));
  return new Response(null, { status: 201 });
}

async function give(store: LocalStore, key: string): Promise<Response> {
  const stored = await store.get(key);
  if (!stored) throw new Refusal('not_found', 'This file was not found.');
  return fileResponse(stored, { type: stored.type, name: key.split('/').at(-1)!, cacheControl: 'private, no-store' });
}

async function* atMost(maxBytes: number, body: Readable): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    yield chunk;
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal('too_large', `The file may have at most ${Math.ceil(maxBytes / 1024)} KiB.`, { maxBytes });
}
