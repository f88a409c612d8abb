import type { Module } from '#platform/module.ts';
import { registry } from '#platform/registry.ts';

/** The roles every workspace has. What they may do follows the capabilities of the installed modules. */
export const BUILT_IN_ROLES = {
  owner: 'Owner',
  admin: 'Administrator',
  ops: 'Operations',
  viewer: 'Viewer',
} as const;
export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

export function isBuiltIn(role: string): role is BuiltInRole {
  return Object.hasOwn(BUILT_IN_ROLES, role);
}

// Nouns that steer the company rather than its daily work: operations people read them and change nothing.
const STEERING = new Set(['settings', 'members', 'storefronts', 'payments', 'audit']);

let known: { modules: readonly Module[]; all: string[] } | undefined;

/** Everything a person or program may be allowed to do; what storefronts may do is theirs alone. */
export function memberCapabilities(): string[] {
  const modules = registry.modules();
  if (known?.modules !== modules) {
    known = { modules, all: Object.keys(registry.capabilities()).filter((c) => !c.startsWith('storefront:')) };
  }
  return known.all;
}

/** What a role allows. `custom` is the list of a workspace's own role; an unknown role allows nothing. */
export function capabilitiesOf(role: string, custom?: readonly string[] | null): string[] {
  const all = memberCapabilities();
  if (!isBuiltIn(role)) return all.filter((c) => custom?.includes(c));
  return all.filter((capability) => allows(role, capability));
}

function allows(role: BuiltInRole, capability: string): boolean {
  const [noun, verb] = capability.split(':');
  if (role === 'owner' || role === 'admin') return true;
  if (role === 'viewer') return verb === 'read' && noun !== 'audit';
  return verb === 'read' || !STEERING.has(noun!);
}
