import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildProgram, fingerprint, markBuilt, staleTargets } from './build-stamp.mjs';

const repository = path.dirname(import.meta.dirname);
let copy: string;

beforeEach(() => {
  copy = path.join(mkdtempSync(path.join(tmpdir(), 'quickdash-copy-')), 'my shop');
  mkdirSync(path.join(copy, 'tools'), { recursive: true });
  for (const file of ['quickdash.mjs', 'installed.mjs', 'build-stamp.mjs', 'leash.mjs', 'short-ways.mjs']) cpSync(path.join(import.meta.dirname, file), path.join(copy, 'tools', file));
  write('package.json', '{ "name": "copy", "version": "1.0.0", "type": "module" }');
  write('package-lock.json', '{ "name": "copy", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "copy", "version": "1.0.0" } } }');
});

afterEach(() => rmSync(path.dirname(copy), { recursive: true }));

test('a fresh copy installs by itself, goes on with Node 24, and does not install twice', async () => {
  write('worlds/main.ts', `const node: string = process.versions.node; console.log('node', node.split('.')[0], process.argv.slice(2).join(' '));`);
  const first = await launch(['demo', 'corner-shop']);
  expect(first).toMatchObject({ code: 0, output: 'node 24 corner-shop\n' });
  expect(first.errors).toContain('Installing packages');

  alreadyInstalled();
  const second = await launch(['demo']);
  expect(second.errors).toBe('');
});

test('a folder installed by hand is taken as it is when it fits the lock file', async () => {
  alreadyInstalled();
  rmSync(path.join(copy, 'node_modules', '.quickdash-installed'), { force: true });
  write('worlds/main.ts', `console.log('here');`);
  expect(await launch(['demo'])).toMatchObject({ code: 0, output: 'here\n', errors: '' });
});

test('the exit code of what ran is the exit code of the launcher', async () => {
  alreadyInstalled();
  write('tools/verify.ts', 'process.exit(7);');
  expect((await launch(['verify'])).code).toBe(7);
});

test('an unknown word and a missing part are told in one sentence', async () => {
  alreadyInstalled();
  const unknown = await launch(['fly']);
  expect(unknown.code).toBe(2);
  expect(unknown.errors).toContain('Quickdash does not know "fly". It knows: start, dev,');
  expect((await launch(['bench'])).errors).toContain('"bench" is not part of this version of Quickdash yet');
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the program once, and the launcher waits for its goodbye', async (signal) => {
  alreadyInstalled();
  write('apps/server/main.ts', `let times = 0; process.on('${signal}', () => { times += 1; setTimeout(() => { console.log('goodbye', times); process.exit(0); }, 300); }); console.log('up'); setInterval(() => {}, 1000);`);
  const run = launch(['start'], (child) => {
    child.kill(signal);
    child.kill(signal); // npm and the terminal may both pass it on
  });
  expect(await run).toMatchObject({ code: 0, output: 'up\ngoodbye 1\n' });
});

test.each(['SIGINT', 'SIGTERM'] as const)('npm start, stopped by its number with %s, waits for the goodbye of the program', async (signal) => {
  alreadyInstalled();
  const { scripts } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  write('package.json', JSON.stringify({ name: 'copy', version: '1.0.0', type: 'module', scripts }));
  cpSync(path.join(repository, 'exec.cmd'), path.join(copy, 'exec.cmd'));
  write('apps/server/main.ts', `import { writeFileSync } from 'node:fs'; process.on('${signal}', () => setTimeout(() => { writeFileSync('stopped', ''); process.exit(0); }, 300)); console.log('up'); setInterval(() => {}, 1000);`);
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const npm = spawn('npm', ['start', '--silent'], { cwd: copy, stdio: ['ignore', 'pipe', 'inherit'] });
  npm.on('exit', () => resolve());
  npm.stdout.once('data', () => npm.kill(signal));
  await gone;
  expect(existsSync(path.join(copy, 'stopped'))).toBe(true);
});

test('when the launcher is killed, the program it started stops too', async () => {
  alreadyInstalled();
  write('apps/server/main.ts', `import { writeFileSync } from 'node:fs'; process.on('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(0); }); console.log('up'); setInterval(() => {}, 1000);`);
  await launch(['start'], (child) => child.kill('SIGKILL'));
  for (let waited = 0; waited < 60 && !existsSync(path.join(copy, 'stopped')); waited += 1) await sleep(50);
  expect(existsSync(path.join(copy, 'stopped'))).toBe(true);
});

test('a failed install says why', async () => {
  write('package.json', '{ "name": "copy", "version": "1.0.0", "dependencies": { "not-in-the-lock": "1.0.0" } }');
  const run = await launch(['demo']);
  expect(run.code).toBe(1);
  expect(run.errors).toContain('The packages could not be installed.');
});

test('pages are built again when their sources change, and only then', () => {
  write(buildProgram('admin'), 'export {};');
  write('ui/table.tsx', 'one');
  expect(staleTargets(copy)).toEqual(['admin']);
  mkdirSync(path.join(copy, '.build/admin'), { recursive: true });
  markBuilt(copy, 'admin', fingerprint(copy, 'admin'));
  expect(staleTargets(copy)).toEqual([]);
  write('modules/orders/ui/page.tsx', 'new');
  expect(staleTargets(copy)).toEqual(['admin']);
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
  writeFileSync(path.join(copy, file), text);
}

/** As after `npm ci`, with the repository's own Node 24 borrowed. */
function alreadyInstalled(): void {
  const modules = path.join(copy, 'node_modules');
  mkdirSync(modules, { recursive: true });
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const packaged = path.join(repository, 'node_modules', name);
  if (existsSync(packaged) && !existsSync(path.join(modules, name))) symlinkSync(packaged, path.join(modules, name));
  writeFileSync(path.join(modules, '.package-lock.json'), readFileSync(path.join(copy, 'package-lock.json')));
}

/** Starts the launcher from a strange folder; `once` acts when the first line has come. */
function launch(args: string[], once?: (child: ReturnType<typeof spawn>) => void): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [path.join(copy, 'tools/quickdash.mjs'), ...args], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (errors += String(text)));
  if (once) child.stdout.once('data', () => once(child));
  return new Promise((resolve) => child.on('exit', (code) => setTimeout(() => resolve({ code, output, errors }), 50)));
}
