import { config } from '#platform/config.ts';
import { Refusal } from '#platform/refusal.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { Session } from './session.ts';

/** Who looks through a member's eyes, why, and until when. */
export interface BehindTheSession {
  impersonationId: string;
  userId: string;
  name: string;
  reason: string;
  until: string;
}

/** Whether the configuration or another superadmin lets this person look after the installation. An address counts once it is confirmed. */
export function isSuperadmin(user: Session['user']): boolean {
  const named = config().QUICKDASH_SUPERADMINS.split(',').map((email) => email.trim().toLowerCase());
  return user.superadmin || (user.emailVerified && user.email !== '' && named.includes(user.email));
}

interface Row extends BehindTheSession {
  token: string;
  workspaceId: string;
}

/** The session as it is, or, while its superadmin impersonates a member, that member's in the one workspace. */
export async function throughTheirEyes(session: Session | null, load: (token: string) => Promise<Session | null>): Promise<Session | null> {
  if (!session || !isSuperadmin(session.user)) return session;
  const [row] = await platformRead('sign-in', (q) => q.sql<Omit<Row, 'until'> & { until: Date }>`
    select i.id as "impersonationId", i.reason, i.ends_at as until, i.workspace_id as "workspaceId", s.token, i.superadmin_id as "userId", ${session.user.name} as name
    from impersonations i join sessions s on s.id = i.member_session_id
    where i.session_id = ${session.id} and i.ended_at is null and i.ends_at > now() order by i.started_at desc limit 1`);
  const seen = row && (await load(row.token));
  if (!seen) return session;
  const { token: _token, workspaceId, until, ...behind } = row;
  const workspaces = seen.workspaces.filter((w) => w.id === workspaceId);
  return { ...seen, id: session.id, user: { ...seen.user, superadmin: false }, workspaces, activeWorkspaceId: workspaces[0]?.id ?? null, behind: { ...behind, until: until.toISOString() } };
}

/** What only the person themself may do is not done through their eyes: keys to the workspace are one of these. */
export function mayBehind(capability: string): boolean {
  return capability !== 'tokens:write';
}

export function notInPerson(): Refusal {
  return new Refusal('forbidden', 'Only the person themself may do this, not a superadmin who looks through their eyes.');
}

/** Why a workspace is suspended, as its members may read it. */
export async function suspensionOf(workspaceId: string): Promise<string | null> {
  const [row] = await platformRead('sign-in', (q) => q.sql<{ reason: string | null }>`select suspended_reason as reason from workspaces where id = ${workspaceId} and suspended_at is not null`);
  return row?.reason ?? null;
}
