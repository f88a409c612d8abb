// Development: the server restarts when its code changes, and pages are built again when theirs do.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import path from 'node:path';
import { sourceFolders } from './build-stamp.mjs';

const root = path.dirname(import.meta.dirname);

await buildPages();
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', path.join(root, 'apps/server/main.ts'), 'start', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));

let waiting: NodeJS.Timeout | undefined;
let building = Promise.resolve();
for (const folder of new Set(['admin', 'storefront'].flatMap((target) => sourceFolders(root, target)))) {
  watch(path.join(root, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (building = building.then(buildPages)), 150);
  });
}

/** A fresh process each time, because a Vite config once imported would stay as it was. */
function buildPages(): Promise<void> {
  return new Promise((resolve) => {
    const build = spawn(process.execPath, [path.join(root, 'tools/build.ts')], { cwd: root, stdio: 'inherit' });
    build.on('exit', () => resolve());
  });
}
