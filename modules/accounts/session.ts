import { createHmac } from 'node:crypto';
import type { Person } from '#platform/operations/account-operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { openContext, type Context } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { cookieSecret, hashOf, sameText } from './internal/secrets.ts';
import { capabilitiesOf } from './role-rules.ts';
import { ShortMemory } from './short-memory.ts';

/** A workspace as one of its members sees it. */
export interface Membership {
  id: string;
  name: string;
  slug: string;
  role: string;
  tier: string;
  suspended: boolean;
  capabilities: string[];
}

/** A signed-in person. */
export interface Session {
  id: string;
  user: { id: string; name: string; email: string; emailVerified: boolean; image: string | null; superadmin: boolean };
  workspaces: Membership[];
  /** From X-Workspace-Id when the request has it, else where the person was last, else their first; null when it is not theirs. */
  activeWorkspaceId: string | null;
}

export const SESSION_COOKIE = 'quickdash.session_token';
const memory = new ShortMemory<Session | null>({ seconds: 3 });

/**
 * Who sends this request, or null. One statement, remembered for three seconds in this process: a revoked session or a
 * changed role is noticed at once where it was changed and within that time by the other processes.
 */
export async function sessionOf(request: Request): Promise<Session | null> {
  const token = sessionToken(request.headers.get('cookie'));
  if (!token) return null;
  const session = await memory.get(hashOf(token), () => load(token));
  const asked = request.headers.get('x-workspace-id');
  if (!session || !asked) return session;
  return { ...session, activeWorkspaceId: session.workspaces.some((w) => w.id === asked) ? asked : null };
}

/** Forgets what this process remembers of sessions: somebody signed out, or what a member may do has changed. */
export function forgetSessions(): void {
  memory.forget();
}

/** The caller of account operations. */
export function personOf(session: Session, requestId: string, address?: string): Person {
  const { id, name, email } = session.user;
  return { userId: id, name, email, requestId, ...(address && { address }) };
}

/** Opens a workspace for a signed-in member, or refuses with `not_found`: whether it exists is nobody else's business. */
export function contextForMember(session: Session, workspaceId: string, requestId?: string, address?: string): Context {
  const membership = session.workspaces.find((w) => w.id === workspaceId);
  if (!membership) throw new Refusal('not_found', 'You are not a member of such a workspace.');
  if (membership.suspended) throw new Refusal('forbidden', `The workspace "${membership.name}" is suspended.`);
  const { id, name, email } = session.user;
  return openContext({
    workspaceId,
    actor: { kind: 'member', userId: id, name, email },
    capabilities: membership.capabilities,
    ...(requestId && { requestId }),
    ...(address && { address }),
  });
}

// better-auth signs its cookie as `token.base64(HMAC-SHA-256)`, URL-encoded.
function sessionToken(cookies: string | null): string | null {
  const raw = cookies?.split(/;\s*/).find((c) => c.startsWith(`${SESSION_COOKIE}=`));
  if (!raw) return null;
  const value = decoded(raw.slice(SESSION_COOKIE.length + 1));
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, Math.max(dot, 0));
  const signature = createHmac('sha256', cookieSecret()).update(token).digest('base64');
  return token && sameText(value.slice(dot + 1), signature) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

interface Row {
  id: string;
  user_id: string;
  name: string;
  email: string;
  email_verified: boolean;
  image: string | null;
  superadmin: boolean;
  active_workspace_id: string | null;
  workspaces: (Omit<Membership, 'capabilities'> & { custom: string[] | null })[];
}

async function load(token: string): Promise<Session | null> {
  const [row] = await platformRead('sign-in', (q) => q.sql<Row>`
    select s.id, u.id as user_id, u.name, u.email, u.email_verified, u.image, u.superadmin, p.active_workspace_id,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'slug', w.slug, 'tier', w.tier, 'role', m.role,
          'suspended', w.suspended_at is not null, 'custom', r.capabilities) order by m.joined_at, w.id)
        from members m join workspaces w on w.id = m.workspace_id
        left join roles r on r.workspace_id = m.workspace_id and r.key = m.role
        where m.user_id = u.id), '[]') as workspaces
    from sessions s join users u on u.id = s.user_id left join user_preferences p on p.user_id = u.id
    where s.token = ${token} and s.expires_at > now()`);
  return row ? sessionFrom(row) : null;
}

function sessionFrom(row: Row): Session {
  const workspaces = row.workspaces.map(({ custom, ...w }) => ({ ...w, capabilities: capabilitiesOf(w.role, custom) }));
  const last = workspaces.find((w) => w.id === row.active_workspace_id);
  return {
    id: row.id,
    user: { id: row.user_id, name: row.name, email: row.email, emailVerified: row.email_verified, image: row.image, superadmin: row.superadmin },
    workspaces,
    activeWorkspaceId: last?.id ?? workspaces[0]?.id ?? null,
  };
}
