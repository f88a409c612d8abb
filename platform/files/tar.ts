import type { Readable } from 'node:stream';

/** One file of an archive. Its size must be known before its bytes. */
export interface ArchiveEntry {
  name: string;
  bytes: number;
  body: Buffer | Readable;
}

const BLOCK = 512;

/** A tar archive (POSIX ustar) as a stream of bytes; nothing but the entry at hand is held in memory. */
export async function* tar(entries: AsyncIterable<ArchiveEntry>, at: Date): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield header(entry, at);
    let sent = 0;
    for await (const chunk of Buffer.isBuffer(entry.body) ? [entry.body] : (entry.body as AsyncIterable<Buffer>)) {
      sent += chunk.length;
      yield chunk;
    }
    if (sent !== entry.bytes) throw new Error(`${entry.name} has ${sent} bytes instead of ${entry.bytes}`);
    yield Buffer.alloc((BLOCK - (sent % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function header({ name, bytes }: ArchiveEntry, at: Date): Buffer {
  const { prefix, rest } = splitName(name);
  const block = Buffer.alloc(BLOCK);
  const text = (value: string, offset: number) => block.write(value, offset, 'ascii');
  const octal = (value: number, offset: number, length: number) => text(`${value.toString(8).padStart(length - 1, '0')}\0`, offset);
  text(rest, 0);
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  text('        0', 148);
  text('ustar\0', 257);
  text('00', 263);
  text(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  text(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

// The format has 100 letters for the name and 155 for the folders before it.
function splitName(name: string): { prefix: string; rest: string } {
  if (name.length <= 100) return { prefix: '', rest: name };
  const cut = name.indexOf('/', name.length - 101);
  if (cut < 0 || cut > 155) throw new Error(`"${name}" is too long for an archive`);
  return { prefix: name.slice(0, cut), rest: name.slice(cut + 1) };
}
