import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requireMark } from '#platform/files/file-mark.ts';
import { brilliant, normalOf } from '#worlds/moving/brilliant.ts';
import { glbOf } from '#worlds/moving/glb-file.ts';
import { readGlb } from './glb.ts';

const stone = glbOf(brilliant(), [0.03, 0.12, 0.5]);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

test('a model is read back as it was made: every corner, every normal, its colour', () => {
  const [mesh, ...others] = readGlb(bufferOf(stone));
  expect(others).toEqual([]);
  expect(mesh!.positions).toEqual(Float32Array.from(brilliant().flat(2)));
  expect([...mesh!.normals.slice(0, 3)]).toEqual([...Float32Array.from(normalOf(brilliant()[0]!))]);
  expect(mesh!.colour).toEqual([0.03, 0.12, 0.5]);
  expect(mesh!.corners).toHaveLength(brilliant().length * 3);
});

/** The same file with another description. */
function withJson(change: (gltf: Record<string, unknown>) => void): ArrayBuffer {
  const length = stone.readUInt32LE(12);
  const gltf = JSON.parse(stone.toString('utf8', 20, 20 + length)) as Record<string, unknown>;
  change(gltf);
  const json = Buffer.from(JSON.stringify(gltf).padEnd(Math.ceil(JSON.stringify(gltf).length / 4) * 4));
  const head = Buffer.from(stone.subarray(0, 20));
  head.writeUInt32LE(json.length, 12);
  return bufferOf(Buffer.concat([head, json, stone.subarray(20 + length)]));
}

test('parts stand where their nodes put them, one inside the other', () => {
  const [mesh] = readGlb(withJson((gltf) => { gltf['nodes'] = [{ translation: [10, 0, 0], children: [1] }, { mesh: 0, scale: [2, 2, 2], rotation: [0, 1, 0, 0] }]; }));
  const [x, y, z] = brilliant()[0]![1];
  // Half a turn round the upright axis: x and z change their sign.
  expect([...mesh!.positions.slice(3, 6)].map((part) => part.toFixed(4))).toEqual([10 - 2 * x, 2 * y, -2 * z].map((part) => part.toFixed(4)));
});

test.each([
  ['compressed', (gltf: Record<string, unknown>) => { gltf['extensionsRequired'] = ['KHR_draco_mesh_compression']; }, 'KHR_draco_mesh_compression'],
  ['in a circle', (gltf: Record<string, unknown>) => { gltf['nodes'] = [{ children: [0] }]; }, 'do not fit together'],
  ['longer than its bytes', (gltf: Record<string, unknown>) => { (gltf['accessors'] as { count: number }[])[0]!.count = 1_000_000; }, 'shorter than it says'],
  ['empty', (gltf: Record<string, unknown>) => { gltf['nodes'] = [{}]; }, 'nothing to be seen'],
])('a model that is %s is refused with the reason', (_what, change, says) => {
  expect(() => readGlb(withJson(change))).toThrow(says);
});

test('whatever bytes are broken: it is read or refused, and never read beyond its end', () => {
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(stone.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 }), fc.nat(stone.length), (changes, length) => {
    const broken = Buffer.from(stone.subarray(0, length));
    for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
    try {
      for (const mesh of readGlb(bufferOf(broken))) expect(Math.max(...mesh.corners)).toBeLessThan(mesh.positions.length / 3);
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).name).not.toBe('AssertionError');
    }
  }), { numRuns: 300 });
});

test('an upload is what its bytes are, whatever its name says', () => {
  expect(() => requireMark('model/gltf-binary', stone)).not.toThrow();
  for (const type of ['model/gltf-binary', 'video/mp4', 'video/webm']) {
    for (const bytes of [Buffer.from('<svg onload=alert(1)>'), Buffer.alloc(0), Buffer.from('glTF'), stone.subarray(0, stone.length - 4), Buffer.from('\0\0\0\x18ftypavif0000')])
      expect(() => requireMark(type, bytes), `${type}: ${bytes.toString('latin1', 0, 12)}`).toThrow();
  }
});
