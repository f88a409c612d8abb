import * as z from 'zod';
import { declareFlag, requireFlag } from '#modules/tiers/index.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { registry } from '#platform/registry.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { authorityOf, refuseMoreThanHeld } from './authority.ts';
import { rolesChanged } from './members.ts';
import { BUILT_IN_ROLES, capabilitiesOf, isBuiltIn, isOwn, memberCapabilities, type BuiltInRole } from './role-rules.ts';
import { slugOf, slugsToTry } from './slug.ts';

const Capabilities = z
  .array(z.string())
  .refine((given) => given.every((c) => memberCapabilities().includes(c)), 'should only name existing permissions')
  .transform((given) => [...new Set(given)].toSorted());

const RoleView = z.object({
  id: z.uuid().nullable().meta({ description: 'null for the four built-in roles' }),
  key: z.string(),
  name: z.string(),
  builtIn: z.boolean(),
  capabilities: z.array(z.string()),
  members: z.int(),
});
type RoleView = z.infer<typeof RoleView>;

interface Row {
  id: string;
  key: string;
  name: string;
  capabilities: string[];
}

const ownRoles = declareFlag({ name: 'own-roles', says: 'Roles of a workspace’s own making', default: true });

export const createRole = operation({
  name: 'roles.create',
  route: 'POST /roles',
  says: 'Create a role',
  needs: 'members:write',
  input: z.object({ name: z.string().trim().min(1).max(60), capabilities: Capabilities }),
  output: RoleView,
  async run(tx, { name, capabilities }) {
    await requireFlag(tx, ownRoles);
    refuseMoreThanHeld(await authorityOf(tx), capabilities);
    const row = await insertRole(tx, name, capabilities);
    tx.changed({ record: 'role', id: row.id, after: { name, capabilities } });
    return { ...row, builtIn: false, members: 0 };
  },
});

async function insertRole(tx: Tx, name: string, capabilities: string[]): Promise<Row> {
  for (const key of slugsToTry(slugOf(name, 'role'))) {
    if (isBuiltIn(key)) continue;
    const [row] = await tx.sql<Row>`insert into roles (key, name, capabilities) values (${key}, ${name}, ${capabilities})
      on conflict (workspace_id, key) do nothing returning id, key, name, capabilities`;
    if (row) return row;
  }
  throw new Error('unreachable: keys to try never end');
}

const Which = z.object({ id: z.uuid() });

/** Everybody who has the role has the new list at once. */
export const updateRole = operation({
  name: 'roles.update',
  route: 'PATCH /roles/:id',
  says: 'Change a role',
  needs: 'members:write',
  input: Which.extend({ name: z.string().trim().min(1).max(60).optional(), capabilities: Capabilities.optional() }),
  output: RoleView,
  async run(tx, { id, name, capabilities }) {
    const before = await lockedRole(tx, id);
    const after = { ...before, name: name ?? before.name, capabilities: capabilities ?? before.capabilities };
    refuseMoreThanHeld(await authorityOf(tx), [...capabilitiesOf(before.key, before.capabilities), ...after.capabilities]);
    await tx.sql`update roles set name = ${after.name}, capabilities = ${after.capabilities} where id = ${id}`;
    tx.changed({ record: 'role', id, before, after });
    return { ...after, builtIn: false, members: await countMembers(tx, before.key) };
  },
  afterCommit: async (_ctx, answer) => (rolesChanged(), answer),
});

export const deleteRole = operation({
  name: 'roles.delete',
  route: 'DELETE /roles/:id',
  says: 'Delete a role',
  needs: 'members:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const role = await lockedRole(tx, id);
    refuseMoreThanHeld(await authorityOf(tx), capabilitiesOf(role.key, role.capabilities));
    const [held] = await tx.sql<{ count: number }>`select (select count(*) from members where role = ${role.key})
      + (select count(*) from invitations where role = ${role.key} and accepted_at is null) as count`;
    if (held!.count > 0) throw new Refusal('conflict', `"${role.name}" is in use by ${held!.count} people or invitations. Give them another role first.`);
    await tx.sql`delete from roles where id = ${id}`;
    tx.changed({ record: 'role', id, before: role });
    return { id };
  },
});

async function lockedRole(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.sql<Row>`select id, key, name, capabilities from roles where id = ${id} for update`;
  if (!row) throw notFound('The role');
  return row;
}

async function countMembers(tx: Tx, key: string): Promise<number> {
  const [row] = await tx.sql<{ count: number }>`select count(*) as count from members where role = ${key}`;
  return row!.count;
}

export const roleList = view({
  name: 'roles.list',
  route: 'GET /roles',
  says: 'Roles and what they allow',
  needs: 'members:read',
  input: z.object({}),
  output: z.object({ data: z.array(RoleView), capabilities: z.array(z.object({ name: z.string(), says: z.string() })) }),
  async read(r) {
    const [own, held] = await Promise.all([
      r.sql<Row>`select id, key, name, capabilities from roles order by name, id`,
      r.sql<{ role: string; count: number }>`select role, count(*) as count from members group by role`,
    ]);
    const members = new Map(held.map((h) => [h.role, h.count]));
    const builtIn = Object.entries(BUILT_IN_ROLES).map(([key, name]): Omit<RoleView, 'members'> => ({ id: null, key, name, builtIn: true, capabilities: capabilitiesOf(key as BuiltInRole) }));
    const custom = own.map((row) => ({ ...row, builtIn: false, capabilities: capabilitiesOf(row.key, row.capabilities) }));
    const says = registry.capabilities();
    return {
      data: [...builtIn, ...custom].map((role) => ({ ...role, members: members.get(role.key) ?? 0 })),
      capabilities: memberCapabilities().filter((name) => !isOwn(name)).map((name) => ({ name, says: says[name]! })),
    };
  },
});
