// Who may import whom. One sentence a rule; the plan of the house is in MAP.md.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';
import { isTest, sourcesOf } from './source.ts';
import type { Import, Source } from './source.ts';

const below: Record<string, string[]> = {
  platform: [],
  ui: [],
  modules: ['platform'],
  connectors: ['modules', 'platform'],
  apps: ['connectors', 'modules', 'platform', 'ui', 'clients'],
  worlds: ['apps', 'connectors', 'modules', 'platform'],
  bench: ['worlds', 'apps', 'connectors', 'modules', 'platform', 'tools'],
  tools: ['bench', 'worlds', 'apps', 'connectors', 'modules', 'platform', 'ui'],
};

/** A room uses only rooms below it. Tests may look at the whole house. */
export function floors(root: string): Finding[] {
  return eachImport(root, (source, used, file) => {
    const from = houseOf(source.file);
    const to = houseOf(file);
    if (isTest(source.file) || from === to || !(from in below)) return undefined;
    if (below[from]?.includes(to) || isException(source.file, used, file)) return undefined;
    return finding('floors', source, used, `${from}/ may not use ${to}/ (${used.from}). A need that runs upward is an event.`);
  });
}

function isException(from: string, used: Import, file: string): boolean {
  if (isScreen(from)) return file.startsWith('ui/');
  // The kit runs in browsers, where the platform does not; its types and its server halves may be shared.
  if (from.startsWith('ui/')) return file.startsWith('platform/') && (used.kind === 'type' || from.includes('.server.'));
  // An empty installation is filled with the demo world at its first start.
  if (from.startsWith('apps/server/')) return file.startsWith('worlds/');
  return /^(modules\/modules|connectors\/house|connectors\/connectors)\.ts$/.test(file) && isAssembly(from);
}

/** A module is entered only by its index.ts; its screens only by the dashboard, its testing.ts only by tests. */
export function doors(root: string): Finding[] {
  return eachImport(root, (source, used, file) => {
    const [house, name, ...inside] = file.split('/');
    if (house !== 'modules' || inside.length === 0 || moduleOf(source.file) === name) return undefined;
    const rest = inside.join('/');
    if (rest === 'index.ts') return undefined;
    if (rest.startsWith('ui/') && source.file.startsWith('apps/admin/')) return undefined;
    if (rest === 'testing.ts' && (isTest(source.file) || /^(modules\/[^/]+\/testing\.ts|worlds\/|bench\/)/.test(source.file))) return undefined;
    return finding('doors', source, used, `modules/${name} is entered by its index.ts only, not by ${rest}.`);
  });
}

/** The business never needs a screen to run. */
export function screensApart(root: string): Finding[] {
  return eachImport(root, (source, used, file) => {
    const screen = houseOf(file) === 'modules' && isScreen(file);
    if (!screen || houseOf(source.file) !== 'modules' || isScreen(source.file)) return undefined;
    return finding('screens', source, used, 'business code may not use its own screens (ui/).');
  });
}

/** Connectors do not know each other. */
export function strangers(root: string): Finding[] {
  return eachImport(root, (source, used, file) => {
    if (houseOf(source.file) !== 'connectors' || houseOf(file) !== 'connectors') return undefined;
    if (source.file.split('/')[1] === file.split('/')[1] || file === 'connectors/connectors.ts' || source.file === 'connectors/connectors.ts') return undefined;
    return finding('connectors', source, used, `a connector may not know another one (${used.from}).`);
  });
}

/** Every file was read, every imported file exists, and every module folder is on the list in modules/modules.ts. */
export function nothingOverlooked(root: string): Finding[] {
  const sources = sourcesOf(root);
  const unread = sources.flatMap((s) => s.errors.map((error) => ({ rule: 'overlooked', where: s.file, says: `could not be read: ${error}` })));
  const missing = eachImport(root, (source, used, file) =>
    existsSync(path.join(root, file)) || isMadeByABuild(file) ? undefined : finding('overlooked', source, used, `imports ${used.from}, which does not exist.`),
  );
  return [...unread, ...missing, ...unlistedModules(root, sources)];
}

// React Router writes its page types, and Vite its bundles, only when they are asked to.
function isMadeByABuild(file: string): boolean {
  return file.startsWith('.build') || file.includes('/+types/');
}

function unlistedModules(root: string, sources: Source[]): Finding[] {
  const listed = new Set(sources.find((s) => s.file === 'modules/modules.ts')?.imports.map((used) => used.file));
  return moduleFolders(root)
    .filter((name) => !listed.has(`modules/${name}/index.ts`))
    .map((name) => ({ rule: 'overlooked', where: `modules/${name}/index.ts`, says: 'is missing from the list in modules/modules.ts.' }));
}

function moduleFolders(root: string): string[] {
  const folder = path.join(root, 'modules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'index.ts')));
}

/** Every import of one of our own files, looked at with the file it means. */
export function eachImport(root: string, look: (source: Source, used: Import, file: string) => Finding | undefined): Finding[] {
  return sourcesOf(root).flatMap((source) =>
    source.imports.flatMap((used) => (used.file === undefined ? [] : (look(source, used, used.file) ?? []))),
  );
}

export function moduleOf(file: string): string | undefined {
  const [house, name, inside] = file.split('/');
  return house === 'modules' && inside !== undefined ? name : undefined;
}

function houseOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isScreen(file: string): boolean {
  return /^modules\/[^/]+\/ui\//.test(file);
}

// The migration program and the test database must see every table, so they alone may read the list of modules.
function isAssembly(file: string): boolean {
  return file.startsWith('platform/testing/') || file.startsWith('platform/db/migrat');
}

function finding(rule: string, source: Source, used: Import, says: string): Finding {
  return { rule, where: `${source.file}:${used.line}`, says };
}
