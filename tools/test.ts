// Runs Vitest and ends with one line that a person and a machine can read: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-test-'));
const report = path.join(folder, 'report.json');

const vitest = spawn(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => vitest.kill(signal));
vitest.on('exit', (code, signal) => {
  const { passed, failed } = count(code ?? 1);
  rmSync(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(signal ? 130 : failed > 0 ? (code || 1) : (code ?? 0));
});

/** A file that could not even be loaded has no tests in it and still counts as one failure. */
function count(code: number): { passed: number; failed: number } {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const unloaded = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    const failed = read.numFailedTests + unloaded;
    return { passed: read.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}
