import type { Finding } from './finding.ts';
import { moduleOf } from './floors.ts';
import { isNode, isTest, sourcesOf, walk } from './source.ts';
import type { Node, Source } from './source.ts';

/** What a module says it uses is what it imports: nothing hidden, nothing left over. */
export function declaredUses(root: string): Finding[] {
  const sources = sourcesOf(root);
  const doors = sources.filter((source) => /^modules\/[^/]+\/index\.ts$/.test(source.file));
  return doors.flatMap((door) => compare(door, declaredIn(door), usedBy(moduleOf(door.file) ?? '', sources)));
}

function compare(door: Source, declared: Set<string>, used: Map<string, string>): Finding[] {
  const hidden = [...used].filter(([name]) => !declared.has(name));
  const idle = [...declared].filter((name) => !used.has(name));
  return [
    ...hidden.map(([name, where]) => ({ rule: 'uses', where, says: `uses the module ${name}, which ${door.file} does not declare in "uses".` })),
    ...idle.map((name) => ({ rule: 'uses', where: door.file, says: `declares that it uses ${name}, and nothing in it does.` })),
  ];
}

function usedBy(name: string, sources: Source[]): Map<string, string> {
  const used = new Map<string, string>();
  for (const source of sources.filter((s) => moduleOf(s.file) === name && !isTest(s.file))) {
    for (const { file, line } of source.imports) {
      const other = file && moduleOf(file);
      if (other && other !== name && !used.has(other)) used.set(other, `${source.file}:${line}`);
    }
  }
  return used;
}

function declaredIn(door: Source): Set<string> {
  const names = new Set<string>();
  walk(door.tree, (node) => {
    if (node.type !== 'Property' || nameOf(node['key']) !== 'uses' || !isNode(node['value'])) return;
    walk(node['value'], (part) => {
      if (part.type === 'Literal' && typeof part['value'] === 'string') names.add(part['value']);
    });
  });
  return names;
}

function nameOf(node: unknown): unknown {
  return isNode(node) ? (node as Node)['name'] : undefined;
}
