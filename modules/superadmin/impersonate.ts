import * as z from 'zod';
import { isSuperadmin } from '#modules/accounts/index.ts';
import { announce } from '#platform/events/announce.ts';
import { newId, newSecret } from '#platform/ids.ts';
import { superOperation } from '#platform/operations/super-operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { later, MINUTE, now } from '#platform/time.ts';
import { endWhenItsTimeIsUp } from './end-impersonation.ts';
import { leaveTrace } from './inside.ts';
import { sessionIdOf } from './who.ts';

const LASTS = 30 * MINUTE;

interface Member {
  name: string;
  email: string;
  emailVerified: boolean;
  superadmin: boolean;
  slug: string;
  workspace: string;
  suspended: boolean;
}

/** Opens a workspace through a member's eyes for half an hour. The member's owner reads it in the workspace's audit log. */
export const startImpersonation = superOperation({
  name: 'super.impersonate',
  says: 'Look through the eyes of a member',
  input: z.object({ workspaceId: z.uuid(), userId: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ slug: z.string(), until: z.string(), email: z.string() }),
  async run(q, { workspaceId, userId, reason }, who) {
    const [member] = await q.sql<Member>`
      select u.name, u.email, u.email_verified as "emailVerified", u.superadmin, w.slug, w.name as workspace, w.suspended_at is not null as suspended
      from members m join users u on u.id = m.user_id join workspaces w on w.id = m.workspace_id where m.workspace_id = ${workspaceId} and m.user_id = ${userId} and m.suspended_at is null and u.disabled_at is null`;
    if (!member) throw notFound('The member');
    if (isSuperadmin({ ...member, id: userId, image: null } as never)) throw new Refusal('forbidden', 'Nobody looks through the eyes of a superadmin.');
    if (member.suspended) throw new Refusal('conflict', `"${member.workspace}" is suspended. Restore it first.`);
    const [id, memberSessionId, until] = [newId(), newId(), later(now(), LASTS)];
    await q.sql`insert into sessions (id, user_id, token, expires_at, user_agent) values (${memberSessionId}, ${userId}, ${newSecret()}, ${until}, ${`Superadmin ${who.name}`})`;
    await q.sql`insert into impersonations (id, session_id, superadmin_id, member_session_id, user_id, workspace_id, reason, ends_at)
      values (${id}, ${sessionIdOf(who)}, ${who.userId}, ${memberSessionId}, ${userId}, ${workspaceId}, ${reason}, ${until})`;
    return { answer: { slug: member.slug, until: until.toISOString(), email: member.email }, note: { workspaceId, userId, about: `${member.email} in ${member.workspace}`, after: { impersonation: id, until } } };
  },
  async afterCommit(who, { email, until }, { workspaceId, userId, reason }) {
    announce('sessions.changed');
    endWhenItsTimeIsUp(LASTS);
    await leaveTrace(who, { name: 'impersonation.start', workspaceId, says: 'Look through the eyes of a member', input: { userId, reason }, record: { record: 'impersonation', id: userId, after: { member: email, reason, until } } });
  },
});
