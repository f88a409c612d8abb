import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './server.ts';

const root = path.dirname(import.meta.dirname);

/** Seconds from `git clone` to the first shop page with products, of what is committed. `cold` begins with an empty npm cache. */
export async function cloneToFirstPage(cache: 'warm' | 'cold'): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'quickdash-clone-'));
  const port = await freePort();
  const began = performance.now();
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, path.join(folder, 'clone')]);
  const npm = spawn('npm', ['start'], {
    cwd: path.join(folder, 'clone'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), ...(cache === 'cold' && { npm_config_cache: path.join(folder, 'npm') }) },
  });
  const gone = new Promise((resolve) => npm.once('exit', resolve));
  try {
    await untilAPage(`http://127.0.0.1:${port}/`);
    return (performance.now() - began) / 1_000;
  } finally {
    npm.kill('SIGINT');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilAPage(url: string): Promise<void> {
  for (const giveUp = Date.now() + 300_000; Date.now() < giveUp; await sleep(100)) {
    const text = await fetch(url).then((answer) => (answer.ok ? answer.text() : ''), () => '');
    if (text.includes('/products/')) return;
  }
  throw new Error('no page within five minutes');
}
