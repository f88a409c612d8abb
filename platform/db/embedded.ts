// The PostgreSQL that comes with Quickdash, for everybody who has not set DATABASE_URL.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { oneStarterAtATime } from './embedded-lock.ts';
import { createCluster, isFullDisk, mainLine, rememberedPassword, settingsFor } from './embedded-cluster.ts';
import { freePort, isFree, rememberPort, rememberedPort } from './embedded-port.ts';
import { inWords, makeFolders, placeFor } from './embedded-place.ts';
import type { Place } from './embedded-place.ts';
import { livingPostmaster } from './embedded-postmaster.ts';

export interface EmbeddedOptions {
  /** Holds the database itself; the password, the port and the log lie beside it. */
  dataDir: string;
  /** Fixed port on 127.0.0.1. Left out: the port of last time, or any free one. */
  port?: number;
  /** For tests and benchmarks: nothing waits for the disk, and a power cut may lose everything. */
  fast?: boolean;
}

export interface EmbeddedPostgres {
  /** Connects as the superuser `quickdash` to the database `postgres`. */
  url: string;
  /** For example `18.4`. */
  version: string;
  /** Somebody else started it, and it ends with them. */
  joined: boolean;
  /** Ends the server; connections still open are closed. Does nothing when the server was found running. */
  stop(): Promise<void>;
}

/** Starts the database in `dataDir` (created when missing), or joins the one already running there. Throws `StartError`. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const wanted = path.resolve(options.dataDir);
  try {
    makeFolders(path.dirname(wanted));
    return await oneStarterAtATime(`${wanted}.starting`, () => joinOrStart(placeFor(wanted), options));
  } catch (error) {
    throw inWords(wanted, error);
  }
}

async function joinOrStart(place: Place, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const running = await joinRunning(place);
  if (running) return running;
  await createCluster(place);
  return await startOnSomePort(place, options);
}

/** An earlier server may be ending just now, so it gets half a minute to answer or to be gone. */
async function joinRunning(place: Place): Promise<EmbeddedPostgres | undefined> {
  const giveUp = Date.now() + 30_000;
  for (let found = livingPostmaster(place.dataDir); found; found = livingPostmaster(place.dataDir)) {
    const url = urlOf(place, found.port);
    const version = found.status === 'ready' ? await versionOf(url) : undefined;
    if (version) return { url, version, joined: true, stop: async () => {} };
    if (Date.now() > giveUp) {
      throw new StartError(`A PostgreSQL server (process ${found.pid}) already holds ${place.dataDir} and does not answer. End that process and start again.`);
    }
    await sleep(50);
  }
  return undefined;
}

async function startOnSomePort(place: Place, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  if (options.port !== undefined && !(await isFree(options.port))) throw portTaken(options.port);
  for (let attempt = 0; ; attempt += 1) {
    const port = options.port ?? (attempt === 0 ? await rememberedPort(place) : undefined) ?? (await freePort());
    try {
      return await startOn(port, place, options);
    } catch (error) {
      if (!(error instanceof PortLost) || attempt === 4) throw error;
      if (options.port !== undefined) throw portTaken(options.port);
      await sleep(200 * attempt);
    }
  }
}

async function startOn(port: number, place: Place, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const server = spawnServer(port, place, options);
  let ended = false;
  server.once('exit', () => (ended = true));
  server.once('error', () => (ended = true));
  const url = urlOf(place, port);
  const version = await untilReady(place, url, () => ended);
  rememberPort(place, port);
  const leash = leashTo(server, place);
  return { url, version, joined: false, stop: () => stopServer(server, leash) };
}

function spawnServer(port: number, place: Place, options: EmbeddedOptions): ChildProcess {
  if (existsSync(place.log) && statSync(place.log).size > 10_000_000) truncateSync(place.log);
  const log = openSync(place.log, 'a');
  place.logStart = statSync(place.log).size;
  const settings = settingsFor(port, options.fast ? 'fast' : 'durable', socketFolder(place, port)).flatMap((setting) => ['-c', setting]);
  // Its own process group: a Ctrl-C must reach Quickdash first, which ends its work and then the database.
  const server = spawn(path.join(place.binaries, 'bin', 'postgres'), ['-D', place.dataDir, ...settings], {
    ...place.runAs,
    cwd: place.dataDir,
    detached: true,
    stdio: ['ignore', log, log],
    env: { LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  return server;
}

/** Waits for the first answer; a cluster that must recover after a crash may take minutes, so only its end is an end. */
async function untilReady(place: Place, url: string, hasEnded: () => boolean): Promise<string> {
  while (!hasEnded()) {
    const status = livingPostmaster(place.dataDir)?.status;
    const version = status === 'ready' ? await versionOf(url) : undefined;
    if (version) return version;
    await sleep(10);
  }
  throw whyItEnded(place);
}

function whyItEnded(place: Place): Error {
  const said = existsSync(place.log) ? readFileSync(place.log, 'utf8').slice(place.logStart).trim() : '';
  if (/could not bind|Address already in use/.test(said)) return new PortLost('The port was taken by another program.');
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(said)) return new PortLost('The earlier server is still ending.');
  if (isFullDisk(said)) return new StartError(`The disk is full, so the database in ${place.dataDir} cannot start. Free some space and start again.`);
  if (/Permission denied|has wrong ownership|has invalid permissions/.test(said)) {
    return new StartError(`The database may not read or write ${place.dataDir}. Give the folder back to its owner (user ${place.runAs.uid ?? process.getuid?.()}) and start again.`);
  }
  return new StartError(`The database in ${place.dataDir} could not start. It said: ${mainLine(said)} (all of it: ${place.log})`);
}

/**
 * When this process is killed, its database ends too: a shell waits for our end of a pipe to close, then sends
 * the server SIGINT (a clean, quick shutdown). Windows has no such shell; there the next start joins the old server.
 */
function leashTo(server: ChildProcess, place: Place): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const leash = spawn('/bin/sh', ['-c', `read _; kill -INT ${server.pid}`], {
    ...place.runAs,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  server.once('exit', () => leash.kill('SIGKILL'));
  server.unref();
  leash.unref();
  (leash.stdin as unknown as { unref?(): void }).unref?.();
  leash.stdin?.on('error', () => {});
  return leash;
}

async function stopServer(server: ChildProcess, leash: ChildProcess | undefined): Promise<void> {
  leash?.kill('SIGKILL');
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.ref();
  server.kill('SIGINT');
  await gone;
}

async function versionOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version;
  } catch (error) {
    if (isWrongPassword(error)) throw new StartError(`The database refuses the password Quickdash keeps in postgres.password. Put the old file back beside the database folder.`, error);
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01';
}

function urlOf(place: Place, port: number): string {
  const folder = socketFolder(place, port);
  const way = folder === '' ? '' : `?host=${encodeURIComponent(folder)}`;
  return `postgres://quickdash:${rememberedPassword(place)}@127.0.0.1:${port}/postgres${way}`;
}

// A socket file costs a third of a loopback connection's CPU. The system's limit for its path is 107 bytes.
function socketFolder(place: Place, port: number): string {
  const fits = Buffer.byteLength(path.join(place.dataDir, `.s.PGSQL.${port}`)) <= 107 && !place.dataDir.includes(',');
  return process.platform === 'win32' || !fits ? '' : place.dataDir;
}

function portTaken(port: number): StartError {
  return new StartError(`Port ${port} for the database is already in use. Choose another one, or end the program that uses it.`);
}

/** The server could not have its port or its place this time; another attempt may. */
class PortLost extends StartError {}
