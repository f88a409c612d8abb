// Says which of the two browser programs must be built again. Plain JS, so the launcher can ask before it starts Node 24.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const targets = {
  admin: { build: 'apps/admin/build.ts', sources: ['apps/admin', 'ui'], inModules: 'ui' },
  storefront: { build: 'apps/storefront/build.ts', sources: ['apps/storefront'], inModules: 'storefront' },
};
const ignored = new Set(['node_modules', '.react-router', '.build', 'build', 'dist']);

/** Names of the targets whose sources changed since they were last built; a target not yet in the tree is left out. */
export function staleTargets(root) {
  return Object.keys(targets).filter((name) => existsSync(path.join(root, targets[name].build)) && !isFresh(root, name));
}

/** Where a target's build program lies, from the root. */
export function buildProgram(name) {
  return targets[name].build;
}

/** Folders whose change makes a target stale. */
export function sourceFolders(root, name) {
  const { sources, inModules } = targets[name];
  const modules = list(path.join(root, 'modules')).map((entry) => path.join('modules', entry.name, inModules));
  return [...sources, ...modules].filter((folder) => existsSync(path.join(root, folder)));
}

/** The state of a target's sources, to be taken before building and stored after. */
export function fingerprint(root, name) {
  const hash = createHash('sha256');
  hash.update(readFileSync(path.join(root, 'package-lock.json')));
  for (const folder of sourceFolders(root, name)) for (const file of filesBelow(root, folder)) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

export function markBuilt(root, name, print) {
  mkdirSync(path.join(root, '.build'), { recursive: true });
  writeFileSync(stamp(root, name), print);
}

function isFresh(root, name) {
  const file = stamp(root, name);
  return existsSync(file) && existsSync(path.join(root, '.build', name)) && readFileSync(file, 'utf8') === fingerprint(root, name);
}

function stamp(root, name) {
  return path.join(root, '.build', `${name}.stamp`);
}

function filesBelow(root, folder) {
  return list(path.join(root, folder)).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (ignored.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(root, file) : [file];
  });
}

function list(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
