import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const dataDir = () => mkdtempSync(path.join(os.tmpdir(), 'quickdash-config-'));

test('a wrong value ends the start with the name of the variable and how to get it right', () => {
  expect(() => readConfig({ PORT: 'eighty' })).toThrow(/PORT.*TCP port/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL.*PostgreSQL 16/);
  expect(() => readConfig({ QUICKDASH_SECRET: 'short' })).toThrow(/QUICKDASH_SECRET.*openssl rand/);
  expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow(/LOG_LEVEL/);
});

test('a data folder that cannot be used is named', () => {
  const file = path.join(dataDir(), 'a-file');
  writeFileSync(file, '');
  expect(() => readConfig({ QUICKDASH_DATA: path.join(file, 'below') })).toThrow(/data folder .*a-file.* cannot be used \(ENOTDIR\)/);
});

test('an empty variable counts as not given', () => {
  expect(readConfig({ PORT: '', QUICKDASH_DATA: dataDir() }).PORT).toBeUndefined();
});

test('a single machine makes its own secret once and keeps it to itself', () => {
  const folder = dataDir();
  const first = readConfig({ QUICKDASH_DATA: folder }).secret;
  expect(readConfig({ QUICKDASH_DATA: folder }).secret).toBe(first);
  expect(readFileSync(path.join(folder, 'secret'), 'utf8')).toBe(first);
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
});
