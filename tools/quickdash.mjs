// The one door: `node tools/quickdash.mjs <start|dev|test|verify|bench|demo|migration> [...]`.
// Runs on any Node >= 20 with nothing installed: installs the locked packages, then continues on Node 24.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { staleTargets } from './build-stamp.mjs';
import { installedAsLocked, markInstalled, withInstallLock } from './installed.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

// Loading the program makes much garbage at once; without a bound V8 keeps a nursery of that size for good (about 100 MiB).
const MEMORY = ['--max-semi-space-size=16'];

const commands = {
  start: async (args) => (await buildWhatChanged()) || run('apps/server/main.ts', ['start', ...args]),
  dev: (args) => run('tools/dev.ts', args),
  test: async (args) => (await buildWhatChanged()) || run('tools/test.ts', args),
  verify: (args) => run('tools/verify.ts', args),
  bench: async (args) => (await buildWhatChanged()) || run('bench/main.ts', args),
  demo: (args) => run('worlds/main.ts', args),
  migration: (args) => run('tools/migration.ts', args),
  client: (args) => run('tools/client.ts', args),
  relevance: (args) => run('bench/relevance/main.ts', args),
  recommendations: (args) => run('bench/recommendations/main.ts', args),
  lighthouse: async (args) => (await buildWhatChanged()) || run('tools/lighthouse/main.ts', args),
};

const [name = 'start', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) {
  stop(`Quickdash does not know "${name}". It knows: ${Object.keys(commands).join(', ')}.`, 2);
}
/** @type {import('node:child_process').ChildProcess | undefined} */
let child;
let stopping = 0;
passSignalsOn();
stopWithNpm();
await install();
process.exit(await commands[name](args));

async function install() {
  if (installedAsLocked(root)) return;
  await withInstallLock(root, sayDim, async () => {
    if (installedAsLocked(root)) return;
    const done = progress('Installing packages');
    const { code, output } = await npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error']);
    done(code === 0);
    if (stopping) process.exit(130);
    if (code !== 0) stop(`${whyInstallFailed(output)}\n\n${output.trim().split('\n').slice(-12).join('\n')}`, 1);
    markInstalled(root);
  });
}

function npm(npmArgs) {
  // `npm start` tells where its own npm lies; otherwise the one on the PATH is used.
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  return collect(command, [...first, ...npmArgs], process.platform === 'win32' && command === 'npm');
}

function collect(command, commandArgs, shell) {
  return new Promise((resolve) => {
    let output = '';
    child = spawn(command, commandArgs, { cwd: root, shell, detached: ownGroup(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function whyInstallFailed(output) {
  if (/ENOSPC/.test(output)) return `The disk is full, so the packages could not be installed in ${root}.`;
  if (/EACCES|EPERM|EROFS/.test(output)) return `Quickdash may not write in ${root}. Give this user the right to, or copy the folder elsewhere.`;
  if (/spawn npm ENOENT/.test(output)) return 'Quickdash needs npm to install its packages, and none was found on the PATH.';
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/.test(output)) return 'The packages could not be fetched: the npm registry did not answer. Check the network and start again.';
  return 'The packages could not be installed. What npm said last:';
}

function node24() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  const packaged = path.join(root, 'node_modules', `node-${os}-${process.arch}`, 'bin', os === 'win' ? 'node.exe' : 'node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return stop(`Quickdash needs Node 24 on ${process.platform}-${process.arch}, and this is Node ${process.versions.node}. Install Node 24 or newer and start again.`, 1);
}

async function buildWhatChanged() {
  if (staleTargets(root).length === 0) return 0;
  return run('tools/build.ts', []);
}

function run(script, scriptArgs) {
  if (!existsSync(path.join(root, script))) stop(`"${name}" is not part of this version of Quickdash yet (${script} is missing).`, 1);
  const leash = pathToFileURL(path.join(root, 'tools', 'leash.mjs')).href;
  return new Promise((resolve) => {
    child = spawn(node24(), [...MEMORY, '--import', leash, path.join(root, script), ...scriptArgs], {
      cwd: root,
      stdio: 'inherit',
      detached: ownGroup(),
      env: { ...process.env, QUICKDASH_LAUNCHER: String(process.pid), ...quickLoading() },
    });
    child.on('error', (error) => stop(`Node could not be started (${error.message}).`, 1));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** For all that is started below us, too: compiled code is kept between starts, and files are found without a search. */
function quickLoading() {
  const hooks = pathToFileURL(path.join(root, 'tools', 'short-ways.mjs')).href;
  return {
    NODE_OPTIONS: [process.env.NODE_OPTIONS, `--import=${hooks}`].filter(Boolean).join(' '),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(root, 'node_modules', '.cache', 'compiled'),
  };
}

// The child has its own process group, so a Ctrl-C reaches it exactly once: through us.
// npm and the terminal may both send one; what comes within half a second counts as the same press.
function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(signal === 'SIGHUP' ? 'SIGTERM' : signal));
}

// What stops `npm start` by its number may reach npm and the shell alone (package.json says `exec`, so there mostly is none).
function stopWithNpm() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stopping === 0 && passOn('SIGTERM'), 500).unref();
}

function passOn(signal) {
  const now = Date.now();
  if (now - stopping < 500) return;
  const again = stopping > 0;
  stopping = now;
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) process.exit(130);
  if (again) sayDim('Stopping at once.');
  sendTo(child, again ? 'SIGKILL' : signal, again);
}

function sendTo(target, signal, wholeGroup) {
  try {
    if (wholeGroup && ownGroup()) process.kill(-target.pid, signal);
    else target.kill(signal);
  } catch {
    // It ended between the question and the signal.
  }
}

function ownGroup() {
  return process.platform !== 'win32';
}

function progress(what) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const live = process.stderr.isTTY;
  process.stderr.write(live ? `${what} ...` : `${what} ...\n`);
  const timer = setInterval(() => process.stderr.write(live ? `\r${what} ... ${seconds()}` : `${what} ... ${seconds()}\n`), live ? 1000 : 10_000);
  return (worked) => {
    clearInterval(timer);
    process.stderr.write(`${live ? '\r' : ''}${what} ... ${worked ? 'done' : 'failed'} after ${seconds()}\n`);
  };
}

function sayDim(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function stop(sentence, code) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(code);
}
