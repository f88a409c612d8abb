import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../db/embedded.ts';
import { migrate, migrations } from '../db/migrate.ts';
import { TEST_SECRET } from './secret.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
    template: string;
  }
}

/** One PostgreSQL for the whole run and one migrated template; each test file copies the template in tens of milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  process.env.QUICKDASH_SECRET = TEST_SECRET;
  process.env.NODE_ENV = 'test';
  const folder = path.join(os.tmpdir(), `quickdash-test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const logFile = path.join(folder, 'suite.log');
  process.env.QUICKDASH_TEST_LOG = logFile;
  const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), fast: true });
  const template = await makeTemplate(server.url);
  project.provide('postgres', server.url);
  project.provide('template', template);
  return async () => {
    await server.stop();
    refuseSecretsIn(logFile);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Things that must never be logged, as they look in this suite. */
const SECRETS = [/qsk_[\w-]{16}/, /qdt_[\w-]{16}/, /\b4242424242424242\b|\b40000000000\d{5}\b/, /a long enough password/, new RegExp(TEST_SECRET)];

function refuseSecretsIn(logFile: string): void {
  if (!existsSync(logFile)) return;
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const leaks = lines.filter((line) => SECRETS.some((secret) => secret.test(line)));
  if (leaks.length === 0) return;
  process.exitCode = 1;
  throw new Error(`the log of the suite holds secrets, ${leaks.length} lines, first: ${leaks[0]!.slice(0, 400)}`);
}

async function makeTemplate(url: string): Promise<string> {
  const hash = createHash('sha256').update(migrations().map((m) => m.hash).join()).digest('hex').slice(0, 12);
  const name = `template_${hash}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  await migrate(withDatabase(url, name));
  return name;
}

export function withDatabase(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}
