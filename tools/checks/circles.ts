import type { Finding } from './finding.ts';
import { moduleOf } from './floors.ts';
import { isTest, sourcesOf } from './source.ts';

type Graph = Map<string, Set<string>>;

/** No file may reach itself again through what it imports, and no module either. Types alone make no circle between files. */
export function circles(root: string): Finding[] {
  const files: Graph = new Map();
  const modules: Graph = new Map();
  for (const source of sourcesOf(root).filter((s) => !isTest(s.file))) {
    for (const used of source.imports) {
      if (used.file === undefined) continue;
      if (used.kind === 'value') connect(files, source.file, used.file);
      connectModules(modules, source.file, used.file);
    }
  }
  return [...ringsIn(files), ...ringsIn(modules)].map((ring) => ({
    rule: 'circles',
    where: ring[0]?.includes('.') ? ring[0] : `modules/${ring[0]}/index.ts`,
    says: `goes round in a circle: ${[...ring, ring[0]].join(' -> ')}`,
  }));
}

function connectModules(graph: Graph, from: string, to: string): void {
  const user = moduleOf(from);
  const used = moduleOf(to);
  if (user && used && user !== used) connect(graph, user, used);
}

function connect(graph: Graph, from: string, to: string): void {
  graph.set(from, (graph.get(from) ?? new Set()).add(to));
}

/** Depth-first: a step onto a node that is still on the way closes a ring. One ring is told per closing step. */
function ringsIn(graph: Graph): string[][] {
  const done = new Set<string>();
  const way: string[] = [];
  const rings: string[][] = [];
  const visit = (node: string): void => {
    if (way.includes(node)) rings.push(way.slice(way.indexOf(node)));
    if (way.includes(node) || done.has(node)) return;
    way.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    way.pop();
    done.add(node);
  };
  for (const node of graph.keys()) visit(node);
  return rings;
}
