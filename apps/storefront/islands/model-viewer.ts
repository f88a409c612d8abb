import { readGlb, times, type Mesh } from './glb.ts';

/*
 * A product in three dimensions: drawn only when it moves, turned by hand or keys, never by itself. The whole viewer is a few
 * kilobytes and comes when somebody asks for it; see docs/decisions/0050-own-model-viewer.md.
 */

const VERTEX = `#version 300 es
uniform mat4 camera; uniform mat4 turn;
in vec3 position; in vec3 normal; in vec2 place;
out vec3 facing; out vec2 at;
void main() { gl_Position = camera * vec4(position, 1.0); facing = mat3(turn) * normal; at = place; }`;

// Colours are mixed in linear light and written back as screens want them.
const FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 colour; uniform bool pictured; uniform sampler2D picture;
in vec3 facing; in vec2 at; out vec4 painted;
void main() {
  vec3 n = normalize(facing); if (n.z < 0.0) n = -n;
  vec3 base = colour * (pictured ? pow(texture(picture, at).rgb, vec3(2.2)) : vec3(1.0));
  float key = max(dot(n, normalize(vec3(0.45, 0.75, 0.65))), 0.0);
  float sky = 0.5 + 0.5 * n.y;
  float shine = pow(max(dot(n, normalize(vec3(0.25, 0.45, 1.0))), 0.0), 40.0);
  painted = vec4(pow(base * (0.22 + 0.2 * sky + 0.75 * key) + 0.12 * shine, vec3(1.0 / 2.2)), 1.0);
}`;

interface Pose {
  /** Radians round the upright and the level axis. */
  round: number;
  over: number;
  near: number;
}

const BEGIN: Pose = { round: 0.6, over: 0.35, near: 1 };

/** Draws the model of a stage over its picture; when it cannot be shown, the link to the file stays and says why. */
export async function showModel(stage: HTMLElement): Promise<void> {
  const canvas = document.createElement('canvas');
  canvas.className = 'model';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${stage.dataset['says']}. Turn it with the arrow keys, plus and minus bring it nearer.`);
  try {
    const answer = await fetch(stage.dataset['model']!);
    if (!answer.ok) throw new Error('The model could not be fetched.');
    const draw = await painterFor(canvas, readGlb(await answer.arrayBuffer()));
    stage.append(canvas);
    stage.classList.add('showing');
    handle(canvas, draw);
    canvas.focus({ preventScroll: true });
  } catch (error) {
    const link = stage.querySelector('a');
    if (link) link.replaceWith(Object.assign(link.cloneNode(true) as HTMLAnchorElement, { textContent: 'It cannot be shown here; download it instead' }));
    console.info('The 3D model cannot be shown:', (error as Error).message);
  }
}

type Draw = (pose: Pose) => void;

async function painterFor(canvas: HTMLCanvasElement, meshes: Mesh[]): Promise<Draw> {
  const gl = canvas.getContext('webgl2', { antialias: true, alpha: true });
  if (!gl) throw new Error('This browser draws nothing in three dimensions.');
  const program = programOf(gl);
  const parts = await Promise.all(meshes.map((mesh) => upload(gl, program, mesh)));
  const { middle, reach } = roomOf(meshes);
  const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  const [camera, turn, colour, pictured] = [uniform('camera'), uniform('turn'), uniform('colour'), uniform('pictured')];
  gl.enable(gl.DEPTH_TEST);
  return (pose) => {
    fit(canvas, gl);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    const turned = turnOf(pose);
    gl.uniformMatrix4fv(camera, false, times(lens(canvas.width / canvas.height, reach, pose.near), times(turned, shift(middle))));
    gl.uniformMatrix4fv(turn, false, turned);
    for (const part of parts) {
      gl.uniform3fv(colour, part.colour);
      gl.uniform1i(pictured, part.picture ? 1 : 0);
      gl.bindTexture(gl.TEXTURE_2D, part.picture);
      gl.bindVertexArray(part.shape);
      gl.drawElements(gl.TRIANGLES, part.corners, gl.UNSIGNED_INT, 0);
    }
  };
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'The shaders do not fit.');
  gl.useProgram(program);
  return program;
}

interface Part {
  shape: WebGLVertexArrayObject;
  corners: number;
  colour: [number, number, number];
  picture: WebGLTexture | null;
}

async function upload(gl: WebGL2RenderingContext, program: WebGLProgram, mesh: Mesh): Promise<Part> {
  const image = mesh.picture && mesh.places.length > 0 ? await createImageBitmap(new Blob([mesh.picture.bytes], { type: mesh.picture.type })) : null;
  const shape = gl.createVertexArray();
  gl.bindVertexArray(shape);
  for (const [name, numbers, size] of [['position', mesh.positions, 3], ['normal', mesh.normals, 3], ['place', mesh.places, 2]] as const) {
    const at = gl.getAttribLocation(program, name);
    if (at < 0 || numbers.length === 0) continue;
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, 0, 0);
  }
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.corners, gl.STATIC_DRAW);
  return { shape, corners: mesh.corners.length, colour: mesh.colour, picture: image && textureOf(gl, image) };
}

function textureOf(gl: WebGL2RenderingContext, image: ImageBitmap): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
  gl.generateMipmap(gl.TEXTURE_2D);
  return texture;
}

function roomOf(meshes: Mesh[]): { middle: number[]; reach: number } {
  const [least, most] = [[Infinity, Infinity, Infinity], [-Infinity, -Infinity, -Infinity]];
  for (const { positions } of meshes) for (let i = 0; i < positions.length; i++) { least[i % 3] = Math.min(least[i % 3]!, positions[i]!); most[i % 3] = Math.max(most[i % 3]!, positions[i]!); }
  const middle = least.map((low, i) => (low + most[i]!) / 2);
  return { middle, reach: Math.hypot(...least.map((low, i) => most[i]! - low)) / 2 || 1 };
}

function fit(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext): void {
  const density = Math.min(devicePixelRatio, 2);
  const [width, height] = [Math.round(canvas.clientWidth * density), Math.round(canvas.clientHeight * density)];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  gl.viewport(0, 0, width, height);
}

function shift([x = 0, y = 0, z = 0]: number[]): Float32Array {
  return Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, -x, -y, -z, 1);
}

function turnOf({ round, over }: Pose): Float32Array {
  const [a, b, c, d] = [Math.cos(round), Math.sin(round), Math.cos(over), Math.sin(over)];
  return Float32Array.of(a, b * d, -b * c, 0, 0, c, d, 0, b, -a * d, a * c, 0, 0, 0, 0, 1);
}

const ANGLE = 0.7;

/** Steps back far enough that the whole model is seen, however it is turned. */
function lens(aspect: number, reach: number, near: number): Float32Array {
  const focus = 1 / Math.tan(ANGLE / 2);
  const back = (reach * 1.15) / Math.sin(ANGLE / 2) / near / Math.min(1, aspect);
  const [from, to] = [Math.max(back - reach * 2, reach / 100), back + reach * 2];
  const depth = (to + from) / (from - to);
  const screen = Float32Array.of(focus / aspect, 0, 0, 0, 0, focus, 0, 0, 0, 0, depth, -1, 0, 0, (2 * to * from) / (from - to), 0);
  return times(screen, shift([0, 0, back]));
}

/** Hands and keys change the pose; each change is drawn once, with the next frame. */
function handle(canvas: HTMLCanvasElement, draw: Draw): void {
  let pose = BEGIN;
  let due = 0;
  const look = (change: Partial<Pose>): void => {
    const next = { ...pose, ...change };
    pose = { ...next, over: Math.max(-1.5, Math.min(1.5, next.over)), near: Math.max(0.6, Math.min(4, next.near)) };
    due ||= requestAnimationFrame(() => { due = 0; draw(pose); });
  };
  new ResizeObserver(() => look({})).observe(canvas);
  const keys: Record<string, () => Partial<Pose>> = {
    ArrowLeft: () => ({ round: pose.round - 0.15 }), ArrowRight: () => ({ round: pose.round + 0.15 }), ArrowUp: () => ({ over: pose.over + 0.12 }), ArrowDown: () => ({ over: pose.over - 0.12 }),
    '+': () => ({ near: pose.near * 1.2 }), '=': () => ({ near: pose.near * 1.2 }), '-': () => ({ near: pose.near / 1.2 }), '0': () => BEGIN,
  };
  canvas.addEventListener('keydown', (event) => {
    const change = keys[event.key];
    if (!change || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    look(change());
  });
  byHand(canvas, () => pose, look);
}

function byHand(canvas: HTMLCanvasElement, now: () => Pose, look: (change: Partial<Pose>) => void): void {
  const fingers = new Map<number, { x: number; y: number }>();
  const apart = (): number => { const [a, b] = [...fingers.values()]; return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0; };
  canvas.addEventListener('pointerdown', (event) => { canvas.setPointerCapture(event.pointerId); fingers.set(event.pointerId, { x: event.clientX, y: event.clientY }); });
  canvas.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const wide = apart();
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2 && wide > 0) look({ near: (now().near * apart()) / wide });
    else look({ round: now().round + (event.clientX - before.x) * 0.01, over: now().over + (event.clientY - before.y) * 0.01 });
  });
  for (const end of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(end, (event) => fingers.delete(event.pointerId));
}
