import * as z from 'zod';
import { announce } from '#platform/events/announce.ts';
import { event } from '#platform/events/event.ts';
import { schedule } from '#platform/events/reaction.ts';
import { log } from '#platform/log.ts';
import { notice } from '#platform/notices/notice.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import { now, SECOND } from '#platform/time.ts';
import { leaveTrace } from './inside.ts';

export const impersonationEnded = event({
  name: 'impersonation.ended',
  says: 'A superadmin no longer looks through a member’s eyes',
  data: z.object({ impersonationId: z.uuid(), userId: z.uuid(), by: z.string(), reason: z.string(), from: z.iso.datetime(), until: z.iso.datetime() }),
  about: 'impersonationId',
});

/** The member reads it afterwards: who, when and why. */
export const wasImpersonated = notice({
  kind: 'impersonation.ended',
  on: impersonationEnded,
  says: 'When somebody of the installation looked through your eyes',
  group: 'Workspace',
  many: '# times somebody looked through your eyes',
  text: (_r, { userId, by, reason, from, until }) => ({
    title: `${by} looked at this workspace through your eyes`,
    body: `From ${from.slice(11, 16)} to ${until.slice(11, 16)} UTC. Reason: ${reason}. What they did stands in the audit log under both names.`,
    link: '/notifications',
    to: [userId],
  }),
});

type How = 'stopped' | 'time was up';

interface Ended {
  id: string;
  workspaceId: string;
  userId: string;
  memberSessionId: string;
  superadminId: string;
  name: string;
  email: string;
  member: string;
  reason: string;
  from: Date;
}

/** Ends it in every process and on every open socket. Whoever sits in the session may: it is the way out. */
export async function stopImpersonation(sessionId: string, by: { requestId: string }): Promise<{ workspaceId: string } | null> {
  const ended = await end(sessionId, 'stopped', by.requestId);
  return ended[0] ? { workspaceId: ended[0].workspaceId } : null;
}

/** Those of one sign-in, or all that are over: by time, or because the superadmin signed out. */
async function end(sessionId: string | null, how: How, requestId: string): Promise<Ended[]> {
  const ended = await platformTransaction('superadmin', async (q) => {
    const rows = await q.sql<Ended>`
      update impersonations i set ended_at = ${now()} from users u, users m
      where u.id = i.superadmin_id and m.id = i.user_id and i.ended_at is null and (i.session_id = ${sessionId}
        or (${sessionId}::uuid is null and (i.ends_at <= ${now()} or not exists (select 1 from sessions s where s.id = i.session_id))))
      returning i.id, i.workspace_id as "workspaceId", i.user_id as "userId", i.member_session_id as "memberSessionId", i.superadmin_id as "superadminId", u.name, u.email, m.email as member, i.reason, i.started_at as "from"`;
    for (const row of rows) {
      await q.sql`delete from sessions where id = ${row.memberSessionId}`;
      await q.sql`insert into superadmin_entries (operation, by_id, by_name, about, workspace_id, user_id, request_id)
        values ('super.stop-impersonation', ${row.superadminId}, ${row.name}, ${`${row.member}: ${how}`}, ${row.workspaceId}, ${row.userId}, ${requestId})`;
    }
    return rows;
  });
  if (ended.length > 0) announce('sessions.changed');
  for (const row of ended) {
    announce('impersonation.ended', { superadminId: row.superadminId });
    await tellTheWorkspace(row, how, requestId);
  }
  return ended;
}

async function tellTheWorkspace({ id, workspaceId, userId, superadminId, name, email, member, reason, from }: Ended, how: How, requestId: string): Promise<void> {
  const until = now().toISOString();
  await leaveTrace({ userId: superadminId, name, email, requestId } as Superadmin, {
    name: 'impersonation.stop',
    workspaceId,
    says: 'Look no longer through the eyes of a member',
    input: { userId, how },
    record: { record: 'impersonation', id: userId, after: { member, until } },
    event: { event: impersonationEnded, data: { impersonationId: id, userId, by: name, reason, from: from.toISOString(), until } },
  });
}

/** The process that began it ends it on time; should it be gone by then, the schedule does within a minute. */
export function endWhenItsTimeIsUp(millis: number): void {
  const work = () => void end(null, 'time was up', 'impersonation-clock').catch((error: unknown) => log.error('An impersonation could not be ended on time.', { error }));
  setTimeout(work, millis + SECOND).unref();
}

export const endImpersonations = schedule({
  name: 'superadmin.end-impersonations',
  everySeconds: 60,
  runForAll: async () => void (await end(null, 'time was up', 'impersonation-clock')),
});
