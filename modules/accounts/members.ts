import * as z from 'zod';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { forgetTokens } from './api-token.ts';
import { authorityOf, refuseARoleAbove } from './authority.ts';
import { memberChanged, memberJoined, memberRemoved, memberRestored, memberSuspended } from './events.ts';
import { limitFields, limitsFrom, refuseALimitedOwner, shownLimits, type Limits } from './limits.ts';
import { forgetSessions } from './session.ts';
import { members } from './tables.ts';

export interface Member extends Limits {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: string;
  suspendedAt: Date | null;
}

/** What has to be true everywhere at once after somebody's role changed. */
export function rolesChanged(): void {
  forgetSessions();
  forgetTokens();
}

/**
 * The member, with every owner's row held in one order: whoever takes an owner away does it one after the other and sees
 * what the one before has left.
 */
export async function lockedMember(tx: Tx, by: { id: string } | { userId: string }): Promise<Member> {
  await tx.sql`select id from members where role = 'owner' order by id for update`;
  const [column, value] = 'id' in by ? ['id', by.id] : ['user_id', by.userId];
  const [row] = await tx.query<Member>(`select id, user_id as "userId", name, email, role, storefronts, locations,
    suspended_at as "suspendedAt" from members where ${column} = $1 for update`, [value]);
  if (!row) throw notFound('The member');
  return row;
}

/** Call before an owner goes or gets another role. */
export async function refuseTheLastOwner(tx: Tx, member: Member): Promise<void> {
  if (member.role !== 'owner') return;
  const owners = await tx.sql`select 1 from members where role = 'owner' and (suspended_at is null or id = ${member.id}) limit 2`;
  if (owners.length < 2) throw new Refusal('last_owner', 'A workspace needs an owner. Make somebody else an owner first.');
}

const Which = z.object({ id: z.uuid() });
const MemberView = Which.extend({ name: z.string(), email: z.string(), role: z.string(), ...shownLimits });

export const changeRole = operation({
  name: 'members.change-role',
  route: 'PATCH /members/:id',
  says: 'Change a member’s role and limits',
  needs: 'members:write',
  input: Which.extend({ role: z.string().min(1).max(60), ...limitFields }),
  output: MemberView,
  async run(tx, { id, role, ...given }) {
    const member = await lockedMember(tx, { id });
    const authority = await authorityOf(tx);
    await refuseARoleAbove(tx, authority, member.role);
    await refuseARoleAbove(tx, authority, role);
    if (role !== 'owner') await refuseTheLastOwner(tx, member);
    const limits = await limitsFrom(tx, given, role === 'owner' ? undefined : member);
    refuseALimitedOwner(role, limits);
    await setRole(tx, member, role, limits);
    return { id, name: member.name, email: member.email, role, ...limits };
  },
  afterCommit: async (_ctx, answer) => (rolesChanged(), answer),
});

export async function setRole(tx: Tx, member: Member, role: string, limits: Limits = { storefronts: null, locations: null }): Promise<void> {
  const { storefronts, locations } = limits;
  await tx.sql`update members set role = ${role}, storefronts = ${storefronts}::uuid[], locations = ${locations}::uuid[] where id = ${member.id}`;
  const before = { role: member.role, storefronts: member.storefronts, locations: member.locations };
  tx.changed({ record: 'member', id: member.id, before, after: { role, storefronts, locations } });
  tx.tell(memberChanged, { memberId: member.id, userId: member.userId, role });
}

/** The member cannot come in any more, at once and until restored; nothing of theirs is lost. */
export const suspendMember = operation({
  name: 'members.suspend',
  route: 'POST /members/:id/suspension',
  says: 'Suspend a member',
  needs: 'members:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const member = await lockedMember(tx, { id });
    const authority = await authorityOf(tx);
    if (member.userId === authority.userId) throw new Refusal('invalid', 'You cannot suspend yourself.');
    await refuseARoleAbove(tx, authority, member.role);
    await refuseTheLastOwner(tx, member);
    if (!member.suspendedAt) await suspend(tx, member);
    return { id };
  },
  afterCommit: async (_ctx, answer) => (rolesChanged(), answer),
});

async function suspend(tx: Tx, { id, userId, role }: Member): Promise<void> {
  await tx.sql`update members set suspended_at = ${tx.now} where id = ${id}`;
  tx.changed({ record: 'member', id, before: { suspended: false }, after: { suspended: true } });
  tx.tell(memberSuspended, { memberId: id, userId, role });
}

export const restoreMember = operation({
  name: 'members.restore',
  route: 'DELETE /members/:id/suspension',
  says: 'Let a suspended member in again',
  needs: 'members:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const { userId, role, suspendedAt } = await lockedMember(tx, { id });
    await refuseARoleAbove(tx, await authorityOf(tx), role);
    if (!suspendedAt) return { id };
    await tx.sql`update members set suspended_at = null where id = ${id}`;
    tx.changed({ record: 'member', id, before: { suspended: true }, after: { suspended: false } });
    tx.tell(memberRestored, { memberId: id, userId, role });
    return { id };
  },
  afterCommit: async (_ctx, answer) => (rolesChanged(), answer),
});

export const removeMember = operation({
  name: 'members.remove',
  route: 'DELETE /members/:id',
  says: 'Remove a member',
  needs: 'members:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const member = await lockedMember(tx, { id });
    await refuseARoleAbove(tx, await authorityOf(tx), member.role);
    await takeOut(tx, member);
    return { id };
  },
  afterCommit: async (_ctx, answer) => (rolesChanged(), answer),
});

/** Ends a membership and everything that hangs on it. */
export async function takeOut(tx: Tx, member: Member): Promise<void> {
  await refuseTheLastOwner(tx, member);
  await tx.sql`delete from members where id = ${member.id}`;
  await tx.sql`update api_tokens set revoked_at = ${tx.now} where kind = 'personal' and made_by_id = ${member.userId} and revoked_at is null`;
  tx.changed({ record: 'member', id: member.id, before: { email: member.email, role: member.role } });
  tx.tell(memberRemoved, { memberId: member.id, userId: member.userId, role: member.role });
}

export const memberList = listView({
  name: 'members.list',
  route: 'GET /members',
  says: 'Members',
  needs: 'members:read',
  opens: '/people?q=:email',
  from: members,
  columns: {
    name: column(members.name, { says: 'Name', search: true, sort: 'a to z' }),
    email: column(members.email, { says: 'Email', search: true, sort: true }),
    role: column(members.role, { says: 'Role', filter: 'any of', sort: true }),
    joinedAt: column(members.joinedAt, { says: 'Joined', filter: 'dates', sort: true }),
    lastSeenAt: column(members.lastSeenAt, { says: 'Last seen', filter: 'dates', sort: true }),
    suspendedAt: column(members.suspendedAt, { says: 'Suspended', filter: 'dates', sort: true }),
    storefronts: column(members.storefronts, { says: 'Limited to storefronts', type: 'json' }),
    locations: column(members.locations, { says: 'Limited to locations', type: 'json' }),
    userId: column(members.userId, { says: 'User' }),
  },
  changesWith: [memberJoined, memberChanged, memberRemoved, memberSuspended, memberRestored],
});
