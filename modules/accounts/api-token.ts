import { newSecret } from '#platform/ids.ts';
import { openContext, type Context, type Scope } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { scopeOf } from './limits.ts';
import { capabilitiesOf, memberCapabilities, withinLimits } from './role-rules.ts';
import { hashOf } from './internal/secrets.ts';
import { ShortMemory } from '#platform/short-memory.ts';

const START_LENGTH = 10;

export interface NewToken {
  token: string;
  start: string;
  hash: string;
}

/** A fresh API token. Only its start and hash are ever stored. */
export function newApiToken(): NewToken {
  const token = `qdt_${newSecret()}`;
  return { token, start: token.slice(0, START_LENGTH), hash: hashOf(token) };
}

interface FoundToken {
  id: string;
  workspaceId: string;
  name: string;
  tier: string;
  capabilities: string[];
  scope: Scope | undefined;
}

const memory = new ShortMemory<FoundToken | null>({ seconds: 3 });

/** Forgets what this process remembers of tokens: one was revoked, or its maker's role has changed. */
export function forgetTokens(): void {
  memory.forget();
}

/** The workspace and permissions of `Authorization: Bearer qdt_...`, or null when there is no valid token. */
export async function contextForToken(request: Request, requestId?: string, address?: string): Promise<Context | null> {
  const token = /^Bearer (qdt_[\w-]{20,100})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const found = token ? await memory.get(hashOf(token), () => find(hashOf(token))) : null;
  if (!found) return null;
  return openContext({
    workspaceId: found.workspaceId,
    actor: { kind: 'token', tokenId: found.id, name: found.name },
    capabilities: found.capabilities,
    scope: found.scope,
    ...(requestId && { requestId }),
    ...(address && { address }),
  });
}

interface Row extends Omit<FoundToken, 'capabilities' | 'scope'> {
  storefronts: string[] | null;
  locations: string[] | null;
  memberStorefronts: string[] | null;
  memberLocations: string[] | null;
  kind: 'personal' | 'workspace';
  scopes: string[];
  role: string | null;
  custom: string[] | null;
}

// The last use is written at most once a minute, in the statement that looks the token up.
async function find(hash: string): Promise<FoundToken | null> {
  const [row] = await platformRead('sign-in', (q) => q.sql<Row>`
    with used as (
      update api_tokens set last_used_at = now()
      where hash = ${hash} and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute'))
    select t.id, t.workspace_id as "workspaceId", t.name, t.kind, t.scopes, w.tier, m.role, r.capabilities as custom, t.storefronts, t.locations,
      m.storefronts as "memberStorefronts", m.locations as "memberLocations"
    from api_tokens t join workspaces w on w.id = t.workspace_id
    left join members m on t.kind = 'personal' and m.workspace_id = t.workspace_id and m.user_id::text = t.made_by_id and m.suspended_at is null
    left join roles r on r.workspace_id = t.workspace_id and r.key = m.role
    where t.hash = ${hash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
      and w.suspended_at is null and not exists (select 1 from users u where t.kind = 'personal' and u.id::text = t.made_by_id and u.disabled_at is not null)`);
  if (!row || (row.kind === 'personal' && row.role === null)) return null;
  const { kind, scopes, role, custom, storefronts, locations, memberStorefronts, memberLocations, ...found } = row;
  const scope = scopeOf({ storefronts, locations }, { storefronts: memberStorefronts, locations: memberLocations });
  const most = kind === 'personal' ? capabilitiesOf(role!, custom) : memberCapabilities();
  return { ...found, scope, capabilities: withinLimits(most.filter((c) => scopes.includes(c)), scope) };
}
