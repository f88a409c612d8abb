import { createHmac } from 'node:crypto';
import type { Person } from '#platform/operations/account-operation.ts';
import { Refusal } from '#platform/refusal.ts';
import { openContext, type Context, type Scope } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { cookieSecret, hashOf, sameText } from './internal/secrets.ts';
import { mayBehind, notInPerson, throughTheirEyes, type BehindTheSession } from './impersonation.ts';
import { scopeOf, type Limits } from './limits.ts';
import { capabilitiesOf, withinLimits } from './role-rules.ts';
import { ShortMemory } from '#platform/short-memory.ts';
import { now } from '#platform/time.ts';

/** A workspace as one of its members sees it. */
export interface Membership {
  id: string;
  name: string;
  slug: string;
  role: string;
  tier: string;
  suspended: boolean;
  /** The workspace asks everybody for a second factor and this person has none: the door stays shut. */
  lacksSecondFactor: boolean;
  /** When the workspace will be deleted, if somebody asked for that. */
  deleteAfter: string | null;
  iconUrl: string | null;
  capabilities: string[];
  scope: Scope | undefined;
}

/** A signed-in person. */
export interface Session {
  id: string;
  user: { id: string; name: string; email: string; emailVerified: boolean; image: string | null; superadmin: boolean; secondFactor: boolean };
  workspaces: Membership[];
  /** From X-Workspace-Id when the request has it, else where the person was last, else their first; null when it is not theirs. */
  activeWorkspaceId: string | null;
  /** When a code or a passkey was last shown in this sign-in. */
  secondFactorAt: string | null;
  /** Present while a superadmin looks through this person's eyes. */
  behind?: BehindTheSession;
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
  const session = await memory.get(hashOf(token), async () => throughTheirEyes(await load(token), load));
  const asked = request.headers.get('x-workspace-id');
  if (!session || !asked) return session;
  return { ...session, activeWorkspaceId: session.workspaces.some((w) => w.id === asked) ? asked : null };
}

/** Forgets what this process remembers of sessions: somebody signed out, or what a member may do has changed. */
export function forgetSessions(): void {
  memory.forget();
}

/** Whether somebody is still signed in there: not signed out, revoked or expired. */
export async function sessionIsOpen(id: string): Promise<boolean> {
  const rows = await platformRead('sign-in', (q) => q.sql`select 1 from sessions where id = ${id} and expires_at > ${now()}`);
  return rows.length > 0;
}

/** The caller of account operations. */
export function personOf(session: Session, requestId: string, address?: string): Person {
  if (session.behind) throw notInPerson();
  const { id, name, email } = session.user;
  return { userId: id, name, email, requestId, ...(address && { address }) };
}

/** Opens a workspace for a signed-in member, or refuses with `not_found`: whether it exists is nobody else's business. */
export function contextForMember(session: Session, workspaceId: string, requestId?: string, address?: string): Context {
  const membership = session.workspaces.find((w) => w.id === workspaceId);
  if (!membership) throw new Refusal('not_found', 'You are not a member of such a workspace.');
  if (membership.suspended) throw new Refusal('forbidden', `The workspace "${membership.name}" is suspended.`);
  if (membership.lacksSecondFactor) throw new Refusal('second_factor', `"${membership.name}" asks everybody for a second factor. Set one up under your account.`);
  const { id, name, email } = session.user;
  return openContext({
    workspaceId,
    actor: { kind: 'member', userId: id, name, email, sessionId: session.id, ...(session.behind && { behind: { userId: session.behind.userId, name: session.behind.name } }) },
    capabilities: session.behind ? membership.capabilities.filter(mayBehind) : membership.capabilities,
    scope: membership.scope,
    ...(requestId && { requestId }),
    ...(address && { address }),
  });
}

// better-auth signs its cookie as `token.base64(HMAC-SHA-256)`, URL-encoded.
export function sessionToken(cookies: string | null): string | null {
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
  second_factor: boolean;
  second_factor_at: Date | null;
  active_workspace_id: string | null;
  workspaces: (Omit<Membership, 'capabilities' | 'scope'> & Limits & { custom: string[] | null })[];
}

async function load(token: string): Promise<Session | null> {
  const [row] = await platformRead('sign-in', (q) => q.sql<Row>`
    with mine as (
      select id, user_id, second_factor_at from sessions where token = ${token} and expires_at > now()
    ), seen as (
      update sessions set last_seen_at = now() where token = ${token} and (last_seen_at is null or last_seen_at < now() - interval '1 minute')
    ), here as (
      update members m set last_seen_at = now() from mine join user_preferences p on p.user_id = mine.user_id
      where m.user_id = mine.user_id and m.workspace_id = p.active_workspace_id and (m.last_seen_at is null or m.last_seen_at < now() - interval '1 minute')
    )
    select s.id, u.id as user_id, u.name, u.email, u.email_verified, u.image, u.superadmin, u.two_factor_enabled as second_factor, s.second_factor_at, p.active_workspace_id,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'name', w.name, 'slug', w.slug, 'tier', w.tier, 'role', m.role,
          'suspended', w.suspended_at is not null, 'custom', r.capabilities, 'storefronts', m.storefronts, 'locations', m.locations,
          'lacksSecondFactor', coalesce(c.require_second_factor, false) and not u.two_factor_enabled, 'deleteAfter', w.delete_after,
          'iconUrl', c.brand ->> 'iconUrl') order by m.joined_at, w.id)
        from members m join workspaces w on w.id = m.workspace_id
        left join roles r on r.workspace_id = m.workspace_id and r.key = m.role
        left join workspace_settings c on c.workspace_id = m.workspace_id
        where m.user_id = u.id and m.suspended_at is null), '[]') as workspaces
    from mine s join users u on u.id = s.user_id left join user_preferences p on p.user_id = u.id
    where u.disabled_at is null`);
  return row ? sessionFrom(row) : null;
}

function sessionFrom(row: Row): Session {
  const workspaces = row.workspaces.map(membershipFrom);
  const last = workspaces.find((w) => w.id === row.active_workspace_id);
  return {
    id: row.id,
    user: { id: row.user_id, name: row.name, email: row.email, emailVerified: row.email_verified, image: row.image, superadmin: row.superadmin, secondFactor: row.second_factor },
    workspaces,
    activeWorkspaceId: last?.id ?? workspaces[0]?.id ?? null,
    secondFactorAt: row.second_factor_at?.toISOString() ?? null,
  };
}

function membershipFrom({ custom, storefronts, locations, ...w }: Row['workspaces'][number]): Membership {
  const scope = scopeOf({ storefronts, locations });
  return { ...w, capabilities: withinLimits(capabilitiesOf(w.role, custom), scope), scope };
}
