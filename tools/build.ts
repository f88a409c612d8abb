// Builds the browser programs whose sources changed: `node tools/build.ts [--all]`. Results lie in .build/<target>/.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildProgram, fingerprint, markBuilt, staleTargets } from './build-stamp.mjs';

const root = path.dirname(import.meta.dirname);

export async function buildStale(): Promise<string[]> {
  const stale = staleTargets(root);
  for (const target of stale) await buildTarget(target);
  return stale;
}

async function buildTarget(target: string): Promise<void> {
  const began = performance.now();
  process.stderr.write(`Building ${target} ...\n`);
  const print = fingerprint(root, target);
  const program = (await import(pathToFileURL(path.join(root, buildProgram(target))).href)) as { build(): Promise<void> };
  await program.build();
  markBuilt(root, target, print);
  process.stderr.write(`Building ${target} ... done after ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

if (import.meta.main) {
  await buildStale().catch((error: unknown) => {
    process.stderr.write(`The pages could not be built.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
  process.exit(0);
}
