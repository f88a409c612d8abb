import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  overrides?: Record<string, string>;
}

interface Entry extends Manifest {
  resolved?: string;
  link?: boolean;
}

interface Lock {
  packages: Record<string, Entry>;
}

const mostPackages = 400;

/** What is installed is exactly what was tried: exact versions, no addresses of anybody's mirror, few packages. */
export function lockedPackages(root: string): Finding[] {
  const manifest = read<Manifest>(root, 'package.json');
  const lock = read<Lock>(root, 'package-lock.json');
  if (!manifest || !lock) return [{ rule: 'packages', where: 'package-lock.json', says: 'is missing.' }];
  return [...loose(manifest), ...outOfStep(manifest, lock), ...addresses(lock), ...tooMany(root)];
}

function loose(manifest: Manifest): Finding[] {
  return wanted(manifest)
    .filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({ rule: 'packages', where: 'package.json', says: `${name} is not pinned exactly (${version}).` }));
}

function outOfStep(manifest: Manifest, lock: Lock): Finding[] {
  const top = lock.packages[''] ?? {};
  const locked = new Map(wanted(top));
  return wanted(manifest)
    .filter(([name, version]) => locked.get(name) !== version && manifest.overrides?.[name] === undefined)
    .map(([name, version]) => ({ rule: 'packages', where: 'package-lock.json', says: `does not have ${name} ${version} as package.json asks.` }));
}

function addresses(lock: Lock): Finding[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved !== undefined && !entry.link)
    .map(([name]) => ({ rule: 'packages', where: 'package-lock.json', says: `${name} carries the address it was fetched from; installing with the project's .npmrc leaves it out.` }));
}

// npm's own record of what it put on this machine; other machines' variants are not in it.
function tooMany(root: string): Finding[] {
  const installed = Object.keys(read<Lock>(root, 'node_modules/.package-lock.json')?.packages ?? {}).length;
  return installed <= mostPackages ? [] : [{ rule: 'packages', where: 'package-lock.json', says: `installs ${installed} packages; ${mostPackages} is the most.` }];
}

function wanted(manifest: Manifest): [string, string][] {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
}

function read<T>(root: string, file: string): T | undefined {
  const full = path.join(root, file);
  return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as T) : undefined;
}
