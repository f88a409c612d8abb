import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { newSecret } from '../ids.ts';
import { StartError } from '../start-error.ts';
import type { Place } from './embedded-place.ts';

const major = '18';

/** Makes the database files when there are none. A broken-off creation leaves nothing that could be taken for a database. */
export async function createCluster(place: Place): Promise<void> {
  const versionFile = path.join(place.dataDir, 'PG_VERSION');
  if (existsSync(versionFile)) return refuseAnotherVersion(place, readFileSync(versionFile, 'utf8').trim());
  if (existsSync(place.dataDir) && readdirSync(place.dataDir).length > 0) {
    throw new StartError(`${place.dataDir} holds something that is no database. Move it away, or choose another folder.`);
  }
  const unfinished = `${place.dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, place);
  await initdb(place, unfinished);
  renameSync(unfinished, place.dataDir);
}

function refuseAnotherVersion(place: Place, found: string): void {
  if (found === major) return;
  throw new StartError(`The database in ${place.dataDir} was made by PostgreSQL ${found}, and Quickdash brings PostgreSQL ${major}. Move it over with pg_dump, or set DATABASE_URL to a server of its own.`);
}

async function initdb(place: Place, folder: string): Promise<void> {
  const passwordFile = path.join(folder, '..', '.postgres-password-for-initdb');
  writeFileSync(passwordFile, newPassword(place), { mode: 0o600 });
  giveTo(passwordFile, place);
  const given = ['-D', folder, '-U', 'quickdash', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  try {
    await promisify(execFile)(path.join(place.binaries, 'bin', 'initdb'), [...given, ...locale, '--no-sync', '--no-instructions'], {
      ...place.runAs,
      cwd: path.dirname(folder),
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (error) {
    throw whyNotCreated(place, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function whyNotCreated(place: Place, error: unknown): StartError {
  const said = error instanceof Error ? `${'stderr' in error ? String(error.stderr) : ''}${error.message}` : String(error);
  if (isFullDisk(said)) return new StartError(`The disk is full, so no database can be made in ${place.dataDir}. Free some space and start again.`, error);
  if (/EPERM/.test(said)) return new StartError('PostgreSQL refuses to run as root, and this machine does not let Quickdash change to another user. Start Quickdash as an ordinary user, or set DATABASE_URL.', error);
  if (/Permission denied|EACCES/.test(said)) return new StartError(`Quickdash may not write in ${path.dirname(place.dataDir)}. Give this user the right to, or set DATABASE_URL.`, error);
  if (/ENOENT|cannot execute|shared libraries/.test(said)) return new StartError(`The PostgreSQL that comes with Quickdash does not run on this machine (${mainLine(said)}). Set DATABASE_URL to a PostgreSQL 16 or newer.`, error);
  return new StartError(`The database in ${place.dataDir} could not be made: ${mainLine(said)}`, error);
}

export function isFullDisk(said: string): boolean {
  return /No space left|ENOSPC|Check free disk space|wrote only \d+ of/.test(said);
}

/** The one line of PostgreSQL's talk that names the trouble. */
export function mainLine(said: string): string {
  const lines = said.trim().split('\n');
  return lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? (lines.at(-1) || 'nothing');
}

/** The superuser's password, known only to who may read the folder beside the database. */
export function rememberedPassword(place: Place): string {
  if (!existsSync(place.passwordFile)) {
    throw new StartError(`The file ${place.passwordFile} with the database password is gone. Put it back from a backup.`);
  }
  return readFileSync(place.passwordFile, 'utf8').trim();
}

function newPassword(place: Place): string {
  const password = newSecret(24);
  writeFileSync(place.passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(place.passwordFile, 0o600);
  return password;
}

function giveTo(file: string, { runAs }: Place): void {
  if (runAs.uid !== undefined) chownSync(file, runAs.uid, runAs.gid ?? runAs.uid);
}

/** Made for two cores and a few GiB; everything else is PostgreSQL's own default. */
/** `socketFolder` is where connections of this machine may come in by file instead of by network; '' for none. */
export function settingsFor(port: number, safety: 'durable' | 'fast', socketFolder: string): string[] {
  const always = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${socketFolder}`,
    'max_connections=200',
    'shared_buffers=128MB',
    'work_mem=16MB',
    'maintenance_work_mem=128MB',
    'effective_cache_size=1GB',
    'random_page_cost=1.1',
    'max_wal_size=1GB',
    'jit=off',
    // A new shop's tables grow from nothing within minutes; their statistics should follow.
    'autovacuum_naptime=15s',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_line_prefix=%m [%p] ',
  ];
  const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'];
  return safety === 'fast' ? [...always, ...careless] : always;
}
