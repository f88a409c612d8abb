import type { Module } from '#platform/module.ts';
import { registry } from '#platform/registry.ts';
import type { Scope } from '#platform/tenancy/context.ts';

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

/** What concerns a person alone (their notifications, their devices): everybody has it by being a member, whatever the role. */
export function isOwn(capability: string): boolean {
  return capability.startsWith('own:');
}

// Nouns that steer the company rather than its daily work: operations people read them and change nothing.
const STEERING = new Set(['workspace', 'settings', 'members', 'storefronts', 'payments', 'audit', 'webhooks', 'statements', 'billing']);

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
  if (!isBuiltIn(role)) return all.filter((c) => isOwn(c) || custom?.includes(c));
  return all.filter((capability) => allows(role, capability));
}

// What reaches over the whole workspace: nothing for somebody who is limited to a part of it.
const OVER_ALL = new Set(['workspace:manage', 'settings:write', 'members:write', 'tokens:read', 'tokens:write', 'audit:read', 'jobs:read', 'jobs:write', 'webhooks:read', 'webhooks:write', 'gift-cards:read', 'gift-cards:write', 'statements:read', 'statements:write', 'fraud:write', 'billing:read', 'billing:write']);

/** What is left of a list of capabilities for somebody limited to some storefronts or locations. */
export function withinLimits(capabilities: readonly string[], scope: Scope | undefined): string[] {
  return scope ? capabilities.filter((c) => !OVER_ALL.has(c)) : [...capabilities];
}

function allows(role: BuiltInRole, capability: string): boolean {
  const [noun, verb] = capability.split(':');
  if (isOwn(capability) || role === 'owner' || role === 'admin') return true;
  if (role === 'viewer') return verb === 'read' && noun !== 'audit';
  return verb === 'read' || !STEERING.has(noun!);
}
