// Reads the program's own source once per run, so that every rule can look at the same syntax trees.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseSync, visitorKeys } from 'oxc-parser';

export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export interface Import {
  /** As written: `#platform/money.ts`, `./place-order.ts`, `zod`. */
  from: string;
  /** The file it means, from the root; undefined for packages. */
  file: string | undefined;
  line: number;
  kind: 'value' | 'type';
}

export interface Source {
  /** From the root, with forward slashes. */
  file: string;
  lines: number;
  text: string;
  tree: Node;
  imports: Import[];
  errors: string[];
  lineOf(offset: number): number;
}

const houses = ['tools', 'platform', 'modules', 'connectors', 'apps', 'ui', 'worlds', 'bench'];
const read = new Map<string, Source[]>();

/** Every .ts and .tsx file of the program below `root`, declarations left out. */
export function sourcesOf(root: string): Source[] {
  const known = read.get(root);
  if (known) return known;
  const sources = [...topFiles(root), ...houses.flatMap((house) => filesBelow(root, house))].map((file) => parse(root, file));
  read.set(root, sources);
  return sources;
}

export function isTest(file: string): boolean {
  // A *-child.ts is the other process of a crash or race test; apps/*/testing/ is what the tests of an app share.
  return /\.test\.tsx?$|-child\.ts$|^apps\/[^/]+\/testing\//.test(file);
}

/** Walks a tree from the top; `visit` gets the chain of nodes above, nearest last. */
export function walk(node: Node, visit: (node: Node, above: Node[]) => void, above: Node[] = []): void {
  visit(node, above);
  above.push(node);
  for (const key of visitorKeys[node.type] ?? []) {
    const below = node[key];
    for (const child of Array.isArray(below) ? below : [below]) if (isNode(child)) walk(child, visit, above);
  }
  above.pop();
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function topFiles(root: string): string[] {
  return readdirSync(root).filter((name) => isSource(name));
}

function filesBelow(root: string, folder: string): string[] {
  return list(path.join(root, folder)).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name.startsWith('.') || entry.name === 'node_modules' ? [] : filesBelow(root, file);
    return isSource(file) ? [file] : [];
  });
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // a house that is not built yet
  }
}

function isSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
}

function parse(root: string, file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  const parsed = parseSync(file, text);
  const tree = parsed.program as unknown as Node;
  const lineOf = lineFinder(text);
  return {
    file,
    text,
    tree,
    lineOf,
    lines: text.split('\n').length,
    imports: importsOf(file, tree, lineOf),
    errors: parsed.errors.map((error) => error.message),
  };
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
}

function importsOf(file: string, tree: Node, lineOf: (offset: number) => number): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    if (!/^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type)) return;
    const from = isNode(node['source']) ? node['source']['value'] : undefined;
    if (typeof from !== 'string') return;
    const typeOnly = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType';
    found.push({ from, file: resolve(file, from), line: lineOf(node.start), kind: typeOnly ? 'type' : 'value' });
  });
  return found;
}

function resolve(file: string, from: string): string | undefined {
  if (from.startsWith('#')) return from.slice(1);
  if (from.startsWith('.')) return path.posix.join(path.posix.dirname(file), from);
  return undefined;
}
