// Runs Vitest and ends with one line that a person and a machine can read: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-figures-'));
const figures = path.join(folder, 'figures.json');

const vitest = spawn(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=./tools/test-reporter.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, QUICKDASH_TEST_FIGURES: figures } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (code, signal) => {
  const { passed, failed, second } = closing(code ?? 1);
  rmSync(folder, { recursive: true, force: true });
  for (const name of second) console.log(`needed a second try: ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(signal ? 130 : code || Math.min(failed, 1));
});

interface Closing {
  passed: number;
  failed: number;
  second: string[];
}

/** Vitest may also end badly with every test green (nothing found, a teardown that broke): that is a failure too. */
function closing(code: number): Closing {
  try {
    const { failed, ...rest } = JSON.parse(readFileSync(figures, 'utf8')) as Closing;
    return { ...rest, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1, second: [] };
  }
}
