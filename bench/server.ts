import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BENCH_DATA, BENCH_SECRET } from './database.ts';

const root = path.dirname(import.meta.dirname);
/** As the launcher starts the server (tools/quickdash.mjs). */
const NODE_FLAGS = ['--max-semi-space-size=16'];

/** A program that answers on a port. */
export interface Running {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

interface Wanted {
  databaseUrl: string;
  processes?: number;
  /** Where a processor profile is written at the end. */
  profileFolder?: string;
  /** Settings of this run alone. */
  env?: Record<string, string>;
}

/** The real server as `npm start` runs it, over the bench's database. */
export async function startServer({ databaseUrl, processes = 1, profileFolder, env: own = {} }: Wanted): Promise<Running> {
  const profiling = profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [];
  const many = processes > 1 ? ['--processes', String(processes)] : [];
  const port = await freePort();
  const env = { PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', DATABASE_URL: databaseUrl, QUICKDASH_DATA: BENCH_DATA, QUICKDASH_SECRET: BENCH_SECRET, QUICKDASH_DEMO: 'none', ...own };
  return launch([...NODE_FLAGS, ...profiling, path.join(root, 'apps/server/main.ts'), 'start', ...many], { port, env, ready: '/readyz' });
}

export async function startBaseline(which: 'hello' | 'select', databaseUrl: string): Promise<Running> {
  const port = await freePort();
  return launch([path.join(root, 'bench/baselines.ts'), which, String(port), databaseUrl], { port, env: {}, ready: which === 'hello' ? '/' : '/product-1' });
}

async function launch(args: string[], { port, env, ready }: { port: number; env: Record<string, string>; ready: string }): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilReady(child, `http://127.0.0.1:${port}${ready}`);
  return { port, pid: child.pid!, stop: () => end(child) };
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (const giveUp = Date.now() + 60_000; Date.now() < giveUp; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} before it was ready`);
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`no answer from ${url} within a minute`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(tooLong);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
