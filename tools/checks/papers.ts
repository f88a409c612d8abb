import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** The papers speak of files that exist. */
export function papers(root: string): Finding[] {
  return [...features(root), ...map(root)];
}

// docs/features.json may nest as it likes: whatever in it ends in .test.ts is a promise that this test exists.
function features(root: string): Finding[] {
  const file = path.join(root, 'docs/features.json');
  if (!existsSync(file)) return [];
  const tests = textsIn(JSON.parse(readFileSync(file, 'utf8'))).filter((text) => /^[\w./-]+\.test\.tsx?$/.test(text));
  return missing(root, 'docs/features.json', tests);
}

function map(root: string): Finding[] {
  const file = path.join(root, 'MAP.md');
  if (!existsSync(file)) return [];
  const named = [...readFileSync(file, 'utf8').matchAll(/`((?:[\w.-]+\/)+[\w.-]*|[\w-]+\.(?:ts|mjs|md|json))`/g)].map(([, name]) => name ?? '');
  const ours = named.filter((name) => !name.startsWith('.build/') && !name.startsWith('.data/') && !name.startsWith('node_modules/'));
  return missing(root, 'MAP.md', ours);
}

function missing(root: string, paper: string, files: string[]): Finding[] {
  return [...new Set(files)]
    .filter((file) => !existsSync(path.join(root, file)))
    .map((file) => ({ rule: 'papers', where: paper, says: `speaks of ${file}, which does not exist.` }));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
