import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded.ts';

let folder: string;
let dataDir: string;
const stops: (() => Promise<void>)[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quickdash-pg-'));
  chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'my shop', 'postgres');
});

afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a first start makes a database, and a second start finds everything again on the same port', async () => {
  const first = await start();
  await ask(first.url, `create table kept as select 'mug' as name`);
  await first.stop();
  const second = await start();
  expect(second.version).toMatch(/^18\./);
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, 'select name from kept')).toEqual([{ name: 'mug' }]);
});

test('after a power cut the shop starts again by itself, with what was sold', async () => {
  const first = await start('durable');
  await ask(first.url, `create table sold as select 1 as orders`);
  process.kill(postmasterPid(), 'SIGKILL');
  const second = await start();
  expect(await ask(second.url, 'select orders from sold')).toEqual([{ orders: 1 }]);
});

test('a leftover lock whose process number now belongs to another program is seen through', async () => {
  await (await start()).stop();
  writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n 1 2\nready\n`);
  const again = await start();
  expect(await ask(again.url, 'select 1 as here')).toEqual([{ here: 1 }]);
});

test('a second start while one runs joins it, and its end leaves the first alone', async () => {
  const first = await start();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect([first.joined, second.joined]).toEqual([false, true]);
  await second.stop();
  expect(await ask(first.url, 'select 1 as here')).toEqual([{ here: 1 }]);
});

test('two starts at the same moment end with one database', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.url).toBe(other.url);
});

test('when the program is killed, its database does not live on', async () => {
  const program = spawn(process.execPath, ['--input-type=module', '-e', `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(path.join(import.meta.dirname, 'embedded.ts'))});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, fast: true });
    console.log('ready');
    setInterval(() => {}, 1000);
  `], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => program.stdout.once('data', resolve));
  expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(true);
  program.kill('SIGKILL');
  for (let waited = 0; waited < 100 && existsSync(path.join(dataDir, 'postmaster.pid')); waited += 1) await sleep(50);
  expect(existsSync(path.join(dataDir, 'postmaster.pid'))).toBe(false);
});

test('a taken port and a folder that is no database are told in one sentence', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const port = (squatter.address() as { port: number }).port;
  await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(`Port ${port} for the database is already in use.`);
  squatter.close();

  const photos = path.join(folder, 'photos');
  mkdirSync(photos);
  writeFileSync(path.join(photos, 'cat.jpg'), '');
  await expect(startEmbeddedPostgres({ dataDir: photos })).rejects.toThrow('holds something that is no database');
});

test('a database of another PostgreSQL version is left alone and told', async () => {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, 'PG_VERSION'), '16\n');
  await expect(start()).rejects.toThrow('was made by PostgreSQL 16, and Quickdash brings PostgreSQL 18.');
  expect(readFileSync(path.join(dataDir, 'PG_VERSION'), 'utf8')).toBe('16\n');
});

test('only the owner can read the password, and it is not in the log', async () => {
  const { url } = await start();
  const passwordFile = `${dataDir}.password`;
  expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
  expect(url).toContain(readFileSync(passwordFile, 'utf8').trim());
  expect(readFileSync(`${dataDir}.log`, 'utf8')).not.toContain(readFileSync(passwordFile, 'utf8').trim());
});

test.runIf(process.getuid?.() === 0)('root with a checkout nobody else may enter keeps the data where PostgreSQL can go', async () => {
  chmodSync(folder, 0o700);
  const first = await start();
  await ask(first.url, `create table kept as select 1 as n`);
  await first.stop();
  const second = await start();
  expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
  await second.stop();
  const elsewhere = path.dirname(execFileSync('realpath', [dataDir], { encoding: 'utf8' }).trim());
  expect(elsewhere).toMatch(/^\/var\/(lib|tmp)\/quickdash\//);
  rmSync(elsewhere, { recursive: true });
});

async function start(safety: 'fast' | 'durable' = 'fast') {
  const server = await startEmbeddedPostgres({ dataDir, fast: safety === 'fast' });
  stops.push(() => server.stop());
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
