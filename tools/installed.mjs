// Says whether node_modules is what package-lock.json asks for. Plain JS: it runs before anything is installed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const stampFile = (root) => path.join(root, 'node_modules', '.quickdash-installed');

/** True when the stamp of the last install fits the lock file, or npm's own record of node_modules does. */
export function installedAsLocked(root) {
  const wanted = fingerprint(root);
  if (read(stampFile(root)) === wanted) return true;
  if (!sameAsLock(root)) return false;
  markInstalled(root);
  return true;
}

export function markInstalled(root) {
  try {
    writeFileSync(stampFile(root), fingerprint(root));
  } catch {
    // A read-only folder is looked through again at the next start; that costs milliseconds.
  }
}

function fingerprint(root) {
  const lock = read(path.join(root, 'package-lock.json')) ?? '';
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

// npm writes node_modules/.package-lock.json last, so a broken-off install never passes here.
function sameAsLock(root) {
  const locked = packages(path.join(root, 'package-lock.json'));
  const there = packages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !there) return false;
  const strangers = Object.keys(there).some((name) => locked[name]?.version !== there[name].version);
  const missing = Object.keys(locked).some((name) => name !== '' && !locked[name].optional && !there[name]);
  return !strangers && !missing;
}

function packages(file) {
  const text = read(file);
  try {
    return text === undefined ? undefined : JSON.parse(text).packages;
  } catch {
    return undefined;
  }
}

/** Only one launcher installs at a time; a lock left by a killed one is taken over. */
export async function withInstallLock(root, say, install) {
  const lock = path.join(root, '.data', 'installing.pid');
  let told = false;
  while (!take(lock)) {
    if (!told) say('Another start is installing the packages; waiting for it.');
    told = true;
    await sleep(300);
  }
  // A process number may be somebody else's after a restart, so the holder also keeps its lock fresh.
  const stillHere = setInterval(() => touch(lock), 5000);
  try {
    await install();
  } finally {
    clearInterval(stillHere);
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(path.dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') return true; // cannot lock here (read-only folder): npm will say why it cannot install
    if (!isAlive(Number(read(lock))) || age(lock) > 30_000) rmSync(lock, { force: true });
    return false;
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // It was removed by hand; the install goes on.
  }
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
