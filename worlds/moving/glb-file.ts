import { normalOf, type Facet } from './brilliant.ts';

/** Facets as a GLB file (glTF 2.0): every facet flat, all of one colour (red, green, blue, 0..1, linear). */
export function glbOf(facets: readonly Facet[], colour: readonly [number, number, number]): Buffer {
  const corners = facets.flat();
  const positions = Buffer.from(Float32Array.from(corners.flat()).buffer);
  const normals = Buffer.from(Float32Array.from(facets.flatMap((facet) => [1, 2, 3].flatMap(() => [...normalOf(facet)]))).buffer);
  const edge = (pick: (...parts: number[]) => number) => [0, 1, 2].map((axis) => pick(...corners.map((corner) => corner[axis]!)));
  const gltf = {
    asset: { version: '2.0', generator: 'Quickdash demo world' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, material: 0 }] }],
    materials: [{ doubleSided: true, pbrMetallicRoughness: { baseColorFactor: [...colour, 1], metallicFactor: 0, roughnessFactor: 0.1 } }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: corners.length, type: 'VEC3', min: edge(Math.min), max: edge(Math.max) },
      { bufferView: 1, componentType: 5126, count: corners.length, type: 'VEC3' },
    ],
    bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: positions.length }, { buffer: 0, byteOffset: positions.length, byteLength: normals.length }],
    buffers: [{ byteLength: positions.length + normals.length }],
  };
  const json = padded(Buffer.from(JSON.stringify(gltf)), 0x20);
  const binary = padded(Buffer.concat([positions, normals]), 0);
  const head = Buffer.alloc(12);
  head.write('glTF', 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(12 + 8 + json.length + 8 + binary.length, 8);
  return Buffer.concat([head, chunk('JSON', json), chunk('BIN\0', binary)]);
}

function chunk(type: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(bytes.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, bytes]);
}

function padded(bytes: Buffer, by: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, by)]);
}
