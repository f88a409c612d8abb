/*
 * Reads a GLB file (glTF 2.0 in one file, https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html) into triangles where they
 * stand. Shapes and base colours are read; bones, animations and compressed meshes are not, and a file that needs them is refused.
 */

export interface Mesh {
  /** Three numbers a corner, already where its node stands. */
  positions: Float32Array;
  normals: Float32Array;
  /** Two numbers a corner; empty without a picture. */
  places: Float32Array;
  corners: Uint32Array;
  /** Red, green, blue, 0..1, linear. */
  colour: [number, number, number];
  picture: { bytes: Uint8Array<ArrayBuffer>; type: string } | null;
}

interface Gltf {
  scene?: number;
  scenes?: { nodes?: number[] }[];
  nodes?: { children?: number[]; mesh?: number; matrix?: number[]; translation?: number[]; rotation?: number[]; scale?: number[] }[];
  meshes?: { primitives: Primitive[] }[];
  accessors?: { bufferView?: number; byteOffset?: number; componentType: number; count: number; type: string; normalized?: boolean; sparse?: unknown }[];
  bufferViews?: { buffer: number; byteOffset?: number; byteLength: number; byteStride?: number }[];
  materials?: { pbrMetallicRoughness?: { baseColorFactor?: number[]; baseColorTexture?: { index: number } } }[];
  textures?: { source?: number }[];
  images?: { bufferView?: number; mimeType?: string }[];
  extensionsRequired?: string[];
}

interface Primitive {
  attributes: Record<string, number>;
  indices?: number;
  material?: number;
  mode?: number;
}

export class UnreadableModel extends Error {}

const MOST_NODES = 10_000;
const DEEPEST = 64;
const TRIANGLES = 4;
const JSON_CHUNK = 0x4e4f534a;

export function readGlb(file: ArrayBuffer): Mesh[] {
  const { gltf, bytes } = chunksOf(file);
  if (gltf.extensionsRequired?.length) throw new UnreadableModel(`The model needs ${gltf.extensionsRequired.join(', ')}.`);
  const meshes: Mesh[] = [];
  let seen = 0;
  const walk = (index: number, above: Float32Array, depth: number): void => {
    const node = gltf.nodes?.[index];
    if (!node || ++seen > MOST_NODES || depth > DEEPEST) throw new UnreadableModel('The parts of the model do not fit together.');
    const here = times(above, matrixOf(node));
    for (const primitive of (node.mesh !== undefined && gltf.meshes?.[node.mesh]?.primitives) || []) {
      if ((primitive.mode ?? TRIANGLES) === TRIANGLES) meshes.push(meshOf(gltf, bytes, primitive, here));
    }
    for (const child of node.children ?? []) walk(child, here, depth + 1);
  };
  for (const root of gltf.scenes?.[gltf.scene ?? 0]?.nodes ?? []) walk(root, STILL, 0);
  if (meshes.length === 0) throw new UnreadableModel('There is nothing to be seen in the model.');
  return meshes;
}

function chunksOf(file: ArrayBuffer): { gltf: Gltf; bytes: Uint8Array<ArrayBuffer> } {
  const view = new DataView(file);
  if (file.byteLength < 20 || view.getUint32(0, true) !== 0x46546c67 || view.getUint32(4, true) !== 2 || view.getUint32(16, true) !== JSON_CHUNK) throw new UnreadableModel('This is not a GLB file.');
  const length = view.getUint32(12, true);
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, length))) as Gltf;
  const rest = 20 + length;
  const bytes = rest + 8 <= file.byteLength ? new Uint8Array(file, rest + 8, view.getUint32(rest, true)) : new Uint8Array(0);
  return { gltf, bytes };
}

function meshOf(gltf: Gltf, bytes: Uint8Array<ArrayBuffer>, primitive: Primitive, here: Float32Array): Mesh {
  const at = (name: string): number | undefined => primitive.attributes[name];
  const positions = moved(numbersOf(gltf, bytes, at('POSITION')), here, 1);
  const count = positions.length / 3;
  const corners = primitive.indices === undefined ? Uint32Array.from({ length: count }, (_, i) => i) : Uint32Array.from(numbersOf(gltf, bytes, primitive.indices));
  if (corners.some((corner) => corner >= count)) throw new UnreadableModel('A corner of the model does not exist.');
  const normals = at('NORMAL') === undefined ? flatNormals(positions, corners) : moved(numbersOf(gltf, bytes, at('NORMAL')), here, 0);
  const paint = gltf.materials?.[primitive.material ?? -1]?.pbrMetallicRoughness;
  const picture = pictureOf(gltf, bytes, paint?.baseColorTexture?.index);
  const [r = 1, g = 1, b = 1] = paint?.baseColorFactor ?? [];
  return { positions, normals, places: picture && at('TEXCOORD_0') !== undefined ? numbersOf(gltf, bytes, at('TEXCOORD_0')) : new Float32Array(0), corners, colour: [r, g, b], picture };
}

const PARTS: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };
const READ: Record<number, [size: number, most: number, read: (view: DataView, at: number) => number]> = {
  5120: [1, 127, (view, at) => view.getInt8(at)],
  5121: [1, 255, (view, at) => view.getUint8(at)],
  5122: [2, 32_767, (view, at) => view.getInt16(at, true)],
  5123: [2, 65_535, (view, at) => view.getUint16(at, true)],
  5125: [4, 1, (view, at) => view.getUint32(at, true)],
  5126: [4, 1, (view, at) => view.getFloat32(at, true)],
};

function numbersOf(gltf: Gltf, bytes: Uint8Array, index: number | undefined): Float32Array {
  const accessor = gltf.accessors?.[index ?? -1];
  const buffer = gltf.bufferViews?.[accessor?.bufferView ?? -1];
  const [size, most, read] = READ[accessor?.componentType ?? 0] ?? [];
  const parts = PARTS[accessor?.type ?? ''];
  if (!accessor || !buffer || !size || !most || !read || !parts || accessor.sparse || buffer.buffer !== 0) throw new UnreadableModel('The numbers of the model are kept in a way that cannot be read here.');
  const from = bytes.byteOffset + (buffer.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  const step = buffer.byteStride ?? size * parts;
  const last = from + (accessor.count - 1) * step + size * parts;
  if (accessor.count < 1 || last > bytes.byteOffset + bytes.byteLength) throw new UnreadableModel('The model is shorter than it says.');
  const view = new DataView(bytes.buffer);
  const numbers = new Float32Array(accessor.count * parts);
  for (let i = 0; i < accessor.count; i++) {
    for (let part = 0; part < parts; part++) numbers[i * parts + part] = read(view, from + i * step + part * size) / (accessor.normalized ? most : 1);
  }
  return numbers;
}

function pictureOf(gltf: Gltf, bytes: Uint8Array<ArrayBuffer>, index: number | undefined): Mesh['picture'] {
  const image = gltf.images?.[gltf.textures?.[index ?? -1]?.source ?? -1];
  const buffer = gltf.bufferViews?.[image?.bufferView ?? -1];
  if (!image || !buffer) return null;
  return { bytes: bytes.slice(buffer.byteOffset ?? 0, (buffer.byteOffset ?? 0) + buffer.byteLength), type: image.mimeType ?? 'image/png' };
}

function flatNormals(positions: Float32Array, corners: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let i = 0; i + 2 < corners.length; i += 3) {
    const [a, b, c] = [corners[i]! * 3, corners[i + 1]! * 3, corners[i + 2]! * 3];
    const side = (to: number, part: number): number => positions[to + part]! - positions[a + part]!;
    const across = [side(b, 1) * side(c, 2) - side(b, 2) * side(c, 1), side(b, 2) * side(c, 0) - side(b, 0) * side(c, 2), side(b, 0) * side(c, 1) - side(b, 1) * side(c, 0)];
    for (const corner of [a, b, c]) for (let part = 0; part < 3; part++) normals[corner + part]! += across[part]!;
  }
  return normals;
}

const STILL = Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

/** Column by column, as glTF and WebGL keep them. */
export function times(a: Float32Array, b: Float32Array): Float32Array {
  return Float32Array.from({ length: 16 }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < 4; k++) sum += a[k * 4 + (i % 4)]! * b[Math.floor(i / 4) * 4 + k]!;
    return sum;
  });
}

function matrixOf({ matrix, translation: [x = 0, y = 0, z = 0] = [], rotation: [i = 0, j = 0, k = 0, w = 1] = [], scale: [sx = 1, sy = 1, sz = 1] = [] }: NonNullable<Gltf['nodes']>[number]): Float32Array {
  if (matrix?.length === 16) return Float32Array.from(matrix);
  return Float32Array.of(
    (1 - 2 * (j * j + k * k)) * sx, 2 * (i * j + k * w) * sx, 2 * (i * k - j * w) * sx, 0,
    2 * (i * j - k * w) * sy, (1 - 2 * (i * i + k * k)) * sy, 2 * (j * k + i * w) * sy, 0,
    2 * (i * k + j * w) * sz, 2 * (j * k - i * w) * sz, (1 - 2 * (i * i + j * j)) * sz, 0,
    x, y, z, 1,
  );
}

/** `far` 1 for points, 0 for directions. */
function moved(points: Float32Array, by: Float32Array, far: 0 | 1): Float32Array {
  const out = new Float32Array(points.length);
  for (let i = 0; i < points.length; i += 3) {
    for (let part = 0; part < 3; part++) out[i + part] = points[i]! * by[part]! + points[i + 1]! * by[4 + part]! + points[i + 2]! * by[8 + part]! + far * by[12 + part]!;
  }
  return out;
}
