/**
 * A WebM video of key frames only. A lossy WebP picture holds exactly one VP8 key frame, so pictures become a film without an
 * encoder. https://www.rfc-editor.org/rfc/rfc8794 (EBML), https://www.webmproject.org/docs/container/
 */
export function webmOf(pictures: readonly Buffer[], { width, height, perSecond }: { width: number; height: number; perSecond: number }): Buffer {
  const millis = 1_000 / perSecond;
  const head = element(0x1a45dfa3, [whole(0x4286, 1), whole(0x42f7, 1), whole(0x42f2, 4), whole(0x42f3, 8), text(0x4282, 'webm'), whole(0x4287, 4), whole(0x4285, 2)]);
  const info = element(0x1549a966, [whole(0x2ad7b1, 1_000_000), real(0x4489, pictures.length * millis), text(0x4d80, 'Quickdash'), text(0x5741, 'Quickdash')]);
  const video = element(0xe0, [whole(0xb0, width), whole(0xba, height)]);
  const tracks = element(0x1654ae6b, [element(0xae, [whole(0xd7, 1), whole(0x73c5, 1), whole(0x83, 1), text(0x86, 'V_VP8'), video])]);
  const blocks = pictures.map((picture, i) => element(0xa3, [Buffer.from([0x81, Math.round(i * millis) >> 8, Math.round(i * millis) & 0xff, 0x80]), keyFrameOf(picture)]));
  return Buffer.concat([head, element(0x18538067, [info, tracks, element(0x1f43b675, [whole(0xe7, 0), ...blocks])])]);
}

// RIFF: "RIFF" size "WEBP", then chunks of a name, a length and bytes.
function keyFrameOf(webp: Buffer): Buffer {
  for (let at = 12; at + 8 <= webp.length; at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2)) {
    if (webp.toString('latin1', at, at + 4) === 'VP8 ') return webp.subarray(at + 8, at + 8 + webp.readUInt32LE(at + 4));
  }
  throw new Error('only a lossy WebP holds a VP8 frame');
}

function element(id: number, parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(bytes.length) | (1n << 56n));
  return Buffer.concat([Buffer.from(id.toString(16).padStart(2, '0'), 'hex'), size, bytes]);
}

function whole(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return element(id, [bytes]);
}

function real(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, [bytes]);
}

function text(id: number, value: string): Buffer {
  return element(id, [Buffer.from(value, 'latin1')]);
}
