import { notice } from '#platform/notices/notice.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { memberJoined } from './events.ts';
import { BUILT_IN_ROLES, isBuiltIn } from './role-rules.ts';

const joined = notice({
  kind: 'member.joined',
  on: memberJoined,
  says: 'New members',
  group: 'Workspace',
  many: '# people joined',
  needs: 'members:read',
  urgency: 'quiet',
  async text(r, { memberId, userId, role }) {
    const [member, inviter] = await Promise.all([memberOf(r, memberId), inviterOf(r, memberId)]);
    return member && { title: `${member.name} joined as ${await roleName(r, role)}`, body: member.email, link: '/people', except: [userId, ...(inviter ? [inviter] : [])] };
  },
});

const accepted = notice({
  kind: 'invitation.accepted',
  on: memberJoined,
  says: 'Your invitations that were accepted',
  group: 'Workspace',
  many: '# of your invitations were accepted',
  async text(r, { memberId, role }) {
    const [member, inviter] = await Promise.all([memberOf(r, memberId), inviterOf(r, memberId)]);
    return member && inviter ? { title: `${member.name} accepted your invitation`, body: `They joined as ${await roleName(r, role)}.`, link: '/people', to: [inviter] } : undefined;
  },
});

async function memberOf(r: Reader, memberId: string): Promise<{ name: string; email: string } | undefined> {
  const [row] = await r.sql<{ name: string; email: string }>`select name, email from members where id = ${memberId}`;
  return row;
}

// An invitation names its sender in words only; the fact that was told then knows who it was.
async function inviterOf(r: Reader, memberId: string): Promise<string | undefined> {
  const [row] = await r.sql<{ id: string }>`
    select o.actor ->> 'id' as id from members m join invitations i on i.email = m.email and i.accepted_at is not null
    join outbox o on o.event = 'member.invited' and o.about = i.id::text and o.actor ->> 'kind' = 'member'
    where m.id = ${memberId} order by i.accepted_at desc limit 1`;
  return row?.id;
}

async function roleName(r: Reader, role: string): Promise<string> {
  if (isBuiltIn(role)) return BUILT_IN_ROLES[role];
  const [row] = await r.sql<{ name: string }>`select name from roles where key = ${role}`;
  return row?.name ?? role;
}

export const memberNotices = [joined, accepted];
