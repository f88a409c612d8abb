// Things only a named few files may touch: the environment, the database driver, the door past the tenants' walls.
import type { Finding } from './finding.ts';
import { isNode, isTest, sourcesOf, walk } from './source.ts';
import type { Node, Source } from './source.ts';

/** Settings come from platform/config.ts, so that every one is validated and written down once. */
export function environment(root: string): Finding[] {
  const free = (file: string) => isTest(file) || /^(platform\/config\.ts|tools\/|bench\/)|\.config\.ts$|^apps\/[^/]+\/build\.ts$|^platform\/testing\//.test(file);
  return sourcesOf(root)
    .filter((source) => !free(source.file))
    .flatMap((source) => readsOfEnvironment(source).map((line) => ({ rule: 'environment', where: `${source.file}:${line}`, says: 'reads the environment; only platform/config.ts may.' })));
}

function readsOfEnvironment(source: Source): number[] {
  const lines: number[] = [];
  walk(source.tree, (node) => {
    const member = node.type === 'MemberExpression' && nameOf(node['object']) === 'process' && memberName(node) === 'env';
    const named = node.type === 'ImportSpecifier' && nameOf(node['imported']) === 'env';
    if (member || named) lines.push(source.lineOf(node.start));
  });
  return lines;
}

/** Business code reaches the database by ctx.read and ctx.transaction only; the driver stays in the platform. */
export function databaseDriver(root: string): Finding[] {
  const free = (file: string) => isTest(file) || /^(platform|tools|bench)\/|^worlds\/(everything|empty-database)\.ts$/.test(file);
  return sourcesOf(root)
    .filter((source) => !free(source.file))
    .flatMap((source) =>
      source.imports
        .filter((used) => used.kind === 'value' && /^(pg|drizzle-orm\/node-postgres)$/.test(used.from))
        .map((used) => ({ rule: 'driver', where: `${source.file}:${used.line}`, says: `opens the database by itself (${used.from}); use ctx.read or ctx.transaction.` })),
    );
}

/** Who may work across workspaces. A new line here is a decision to be looked at. */
export const acrossWorkspaces = [
  /^platform\//,
  /^apps\/server\//,
  /^worlds\//,
  /^bench\//,
  /^modules\/tiers\//,
  /^modules\/superadmin\//,
  /^modules\/accounts\//,
  /^modules\/storefronts\//,
  /^modules\/webhooks\/sender\.ts$/,
  /^modules\/payments\/platform-fee\.ts$/,
  /^modules\/billing\/(follow-pages|hear-outside|hear-provider|let-go|look-again|price-book|refresh-products|renew|set-tier)\.ts$/,
  /^modules\/integrations\/(find-connection|app-keys)\.ts$/,
];

export function platformDoor(root: string): Finding[] {
  return sourcesOf(root)
    .filter((source) => !isTest(source.file) && !acrossWorkspaces.some((allowed) => allowed.test(source.file)))
    .flatMap((source) =>
      source.imports
        .filter((used) => used.file === 'platform/tenancy/platform-door.ts')
        .map((used) => ({ rule: 'platform-door', where: `${source.file}:${used.line}`, says: 'works across workspaces; it is not on the list in tools/checks/reach.ts.' })),
    );
}

function nameOf(node: unknown): unknown {
  return isNode(node) ? (node as Node)['name'] : undefined;
}

function memberName(node: Node): unknown {
  const property = node['property'];
  if (!isNode(property)) return undefined;
  return property['name'] ?? property['value'];
}
