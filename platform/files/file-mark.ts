import { Refusal } from '../refusal.ts';

type Mark = (bytes: Buffer) => boolean;

// What the first bytes of such a file are. An upload's name and its browser may say anything.
const marks: Record<string, { fits: Mark; sentence: string }> = {
  'video/mp4': { fits: isMp4, sentence: 'This is not an MP4 video.' },
  'video/webm': { fits: (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])) && bytes.subarray(0, 256).includes('webm'), sentence: 'This is not a WebM video.' },
  'model/gltf-binary': { fits: isGlb, sentence: 'This is not a GLB file (glTF 2.0 in one file).' },
};

/** Refuses a file whose bytes are not what its name says. Pictures are looked at by their decoder. */
export function requireMark(type: string, bytes: Buffer): void {
  const mark = marks[type];
  if (mark && !mark.fits(bytes)) throw new Refusal('invalid', mark.sentence);
}

// ISO/IEC 14496-12: a box named ftyp first, with a brand of moving pictures.
function isMp4(bytes: Buffer): boolean {
  return bytes.length > 16 && bytes.toString('latin1', 4, 8) === 'ftyp' && /^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)$/.test(bytes.toString('latin1', 8, 12));
}

// glTF 2.0: magic, version, the length of the whole file, then a JSON chunk.
function isGlb(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'glTF') return false;
  return bytes.readUInt32LE(4) === 2 && bytes.readUInt32LE(8) === bytes.length && bytes.toString('latin1', 16, 20) === 'JSON' && bytes.readUInt32LE(12) <= bytes.length - 20;
}
