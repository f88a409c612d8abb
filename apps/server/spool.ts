import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '#platform/refusal.ts';

/** A request body that has arrived completely and lies in a file of its own until it is removed. */
export interface Spooled {
  bytes: number;
  /** The first bytes, to see what kind of file it is. */
  beginning: string;
  read(): AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

const BEGINNING = 512;

/** Writes the body to disk, so that work on it begins only when all of it is here. Refuses `too_large` and an empty body. */
export async function spool(request: Request, most: number): Promise<Spooled> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const folder = await mkdtemp(path.join(tmpdir(), 'quickdash-body-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'body');
  try {
    const { bytes, beginning } = await write(request.body, file, most);
    return { bytes, beginning, read: () => createReadStream(file), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function write(body: ReadableStream<Uint8Array> | null, file: string, most: number): Promise<{ bytes: number; beginning: string }> {
  let bytes = 0;
  let beginning = '';
  await using handle = await open(file, 'wx', 0o600);
  for await (const chunk of arriving(body)) {
    if (beginning.length < BEGINNING) beginning += Buffer.from(chunk).toString('latin1', 0, BEGINNING);
    bytes += chunk.length;
    if (bytes > most) throw tooLarge(most);
    await handle.writeFile(chunk);
  }
  if (bytes === 0) throw new Refusal('invalid', 'The file is empty.');
  return { bytes, beginning };
}

async function* arriving(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  try {
    if (body) yield* body;
  } catch {
    throw new Refusal('invalid', 'The file did not arrive completely. Send it again.');
  }
}

function tooLarge(most: number): Refusal {
  return new Refusal('too_large', `A file may have at most ${Math.floor(most / 1024 / 1024)} MB.`);
}
