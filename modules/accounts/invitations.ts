import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { config } from '#platform/config.ts';
import { reaction } from '#platform/events/reaction.ts';
import { newId } from '#platform/ids.ts';
import { requireRoom, usageMeters } from '#modules/tiers/index.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { countAttempt } from './attempts.ts';
import { authorityOf, refuseARoleAbove } from './authority.ts';
import { memberInvited, memberJoined } from './events.ts';
import { limitFields, limitsFrom, refuseALimitedOwner, shownLimits, type Limits } from './limits.ts';
import { invitationLetter } from './internal/letters.ts';
import { hashOf } from './internal/secrets.ts';
import { BUILT_IN_ROLES, isBuiltIn } from './role-rules.ts';
import { invitations } from './tables.ts';

const LASTS = 7 * DAY;

// An open invitation holds its seat, so that nobody is invited and then finds the workspace full.
usageMeters.provide('members', {
  measure: async (r) => (await r.sql<{ n: number }>`
    select ((select count(*) from members) + (select count(*) from invitations where accepted_at is null and expires_at > now()))::int as n`)[0]!.n,
});

/** The signed token of an invitation's link follows from its id, so that its mail can be built again and no table holds it. */
export function invitationToken(workspaceId: string, invitationId: string): string {
  return createHmac('sha256', config().secret).update(`invitation:${workspaceId}:${invitationId}`).digest('base64url');
}

const InvitationView = z.object({ id: z.uuid(), email: z.string(), role: z.string(), expiresAt: z.iso.datetime(), ...shownLimits });
type InvitationView = z.infer<typeof InvitationView>;

/** Invites by mail. Inviting the same address again replaces the earlier invitation and its link. */
export const inviteMember = operation({
  name: 'members.invite',
  route: 'POST /invitations',
  says: 'Invite somebody',
  needs: 'members:write',
  input: z.object({ email: z.string().trim().toLowerCase().max(254).pipe(z.email()), role: z.string().min(1).max(60), ...limitFields }),
  output: InvitationView,
  async run(tx, { email, role, ...given }) {
    await refuseARoleAbove(tx, await authorityOf(tx), role);
    await refuseAMember(tx, email);
    const limits = await limitsFrom(tx, given);
    refuseALimitedOwner(role, limits);
    return writeInvitation(tx, { email, role, ...limits });
  },
});

async function writeInvitation(tx: Tx, { email, role, storefronts, locations }: Limits & { email: string; role: string }): Promise<InvitationView> {
  await countAttempt([{ key: `invitations:${tx.workspaceId}`, times: 200, withinMillis: DAY }]);
  await tx.sql`delete from invitations where email = ${email} and accepted_at is null`;
  await requireRoom(tx, 'members');
  const id = newId();
  const expiresAt = later(tx.now, LASTS);
  await tx.sql`insert into invitations (id, email, role, storefronts, locations, token_hash, invited_by, expires_at)
    values (${id}, ${email}, ${role}, ${storefronts}::uuid[], ${locations}::uuid[], ${hashOf(invitationToken(tx.workspaceId, id))}, ${actorName(tx.actor)}, ${expiresAt})`;
  tx.changed({ record: 'invitation', id, after: { email, role, storefronts, locations } });
  tx.tell(memberInvited, { invitationId: id });
  return { id, email, role, storefronts, locations, expiresAt: expiresAt.toISOString() };
}

/** The same invitation once more, with a new link and seven new days; the old link stops. */
export const resendInvitation = operation({
  name: 'invitations.resend',
  route: 'POST /invitations/:id/sending',
  says: 'Send an invitation again',
  needs: 'members:write',
  input: z.object({ id: z.uuid() }),
  output: InvitationView,
  async run(tx, { id }) {
    const [row] = await tx.sql<Limits & { email: string; role: string }>`
      select email, role, storefronts, locations from invitations where id = ${id} and accepted_at is null for update`;
    if (!row) throw notFound('The invitation');
    await refuseARoleAbove(tx, await authorityOf(tx), row.role);
    return writeInvitation(tx, row);
  },
});

async function refuseAMember(tx: Tx, email: string): Promise<void> {
  const found = await tx.sql`select 1 from members where email = ${email}`;
  if (found.length > 0) throw new Refusal('conflict', `${email} is a member already.`, { fields: { email: 'is a member already' } });
}

export const mailTheInvitation = reaction({
  name: 'accounts.invitation-mail',
  on: memberInvited,
  async run(ctx, { invitationId }) {
    const [row] = await ctx.read((r) => r.sql<{ email: string; role: string; inviter: string; workspace: string; own: string | null }>`
      select i.email, i.role, i.invited_by as inviter, w.name as workspace, r.name as own
      from invitations i cross join workspaces w left join roles r on r.key = i.role where i.id = ${invitationId} and i.accepted_at is null`);
    if (!row) return;
    const role = isBuiltIn(row.role) ? BUILT_IN_ROLES[row.role] : (row.own ?? row.role);
    await invitationLetter({ ...row, role, token: invitationToken(ctx.workspaceId, invitationId) });
  },
});

const Which = z.object({ id: z.uuid() });

export const revokeInvitation = operation({
  name: 'invitations.revoke',
  route: 'DELETE /invitations/:id',
  says: 'Withdraw an invitation',
  needs: 'members:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const [row] = await tx.sql<{ email: string; role: string }>`select email, role from invitations where id = ${id} and accepted_at is null for update`;
    if (!row) throw notFound('The invitation');
    await refuseARoleAbove(tx, await authorityOf(tx), row.role);
    await tx.sql`delete from invitations where id = ${id}`;
    tx.changed({ record: 'invitation', id, before: row });
    return { id };
  },
});

/** Takes the invitation for a person: once, in time, by the address it was sent to. */
export async function takeInvitation(tx: Tx, token: string, person: { userId: string; name: string; email: string }): Promise<string> {
  await requireRoom(tx, 'members', { more: 0 });
  const [row] = await tx.sql<Limits & { role: string }>`update invitations set accepted_at = ${tx.now}
    where token_hash = ${hashOf(token)} and accepted_at is null and expires_at > ${tx.now} and email = ${person.email} returning role, storefronts, locations`;
  if (!row) throw invitationGone();
  const [member] = await tx.sql<{ id: string }>`insert into members (user_id, name, email, role, storefronts, locations)
    values (${person.userId}, ${person.name}, ${person.email}, ${row.role}, ${row.storefronts}::uuid[], ${row.locations}::uuid[]) on conflict (workspace_id, user_id) do nothing returning id`;
  if (!member) throw new Refusal('conflict', 'You are a member of this workspace already.');
  tx.changed({ record: 'member', id: member.id, after: { email: person.email, role: row.role } });
  tx.tell(memberJoined, { memberId: member.id, userId: person.userId, role: row.role });
  return row.role;
}

export function invitationGone(): Refusal {
  return new Refusal('invitation_gone', 'This invitation has been used, withdrawn or is too old. Ask for a new one.');
}

export const invitationList = listView({
  name: 'invitations.list',
  route: 'GET /invitations',
  says: 'Invitations',
  needs: 'members:read',
  from: invitations,
  columns: {
    email: column(invitations.email, { says: 'Email', search: true, sort: true }),
    role: column(invitations.role, { says: 'Role', filter: 'any of' }),
    invitedBy: column(invitations.invitedBy, { says: 'Invited by', search: true }),
    storefronts: column(invitations.storefronts, { says: 'Limited to storefronts', type: 'json' }),
    locations: column(invitations.locations, { says: 'Limited to locations', type: 'json' }),
    createdAt: column(invitations.createdAt, { says: 'Sent', filter: 'dates', sort: 'newest first' }),
    expiresAt: column(invitations.expiresAt, { says: 'Expires', filter: 'dates', sort: true }),
    acceptedAt: column(invitations.acceptedAt, { says: 'Accepted', filter: 'dates', sort: true }),
  },
  changesWith: [memberInvited, memberJoined],
});
