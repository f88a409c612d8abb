import { randomBytes } from 'node:crypto';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
let lastMillis = 0;
let sequence = 0;

/** A UUIDv7 (RFC 9562): sorts by creation time, also within one millisecond of one process. */
export function newId(): string {
  const bytes = randomBlock();
  const millis = nextMillis();
  bytes.writeUIntBE(millis, 0, 6);
  bytes[6] = 0x70 | (sequence >> 8);
  bytes[7] = sequence & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return format(bytes);
}

// Asking the system for randomness costs more than an id; it is drawn for 256 ids at a time.
const BLOCK = 256 * 16;
let block = Buffer.alloc(0);

function randomBlock(): Buffer {
  if (block.length === 0) block = randomBytes(BLOCK);
  const bytes = block.subarray(0, 16);
  block = block.subarray(16);
  return bytes;
}

/** An unguessable token, base64url without padding. 32 bytes unless told. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

// 12 bits of counter keep ids of one millisecond in order; when they run out the clock is borrowed from.
function nextMillis(): number {
  const now = Date.now();
  if (now > lastMillis) {
    lastMillis = now;
    sequence = randomBytes(1)[0]!;
  } else if (++sequence > 0xfff) {
    lastMillis += 1;
    sequence = 0;
  }
  return lastMillis;
}

function format(b: Buffer): string {
  let out = '';
  for (let i = 0; i < 16; i++) {
    out += HEX[b[i]!];
    if (i === 3 || i === 5 || i === 7 || i === 9) out += '-';
  }
  return out;
}
