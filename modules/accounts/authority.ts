import { Refusal } from '#platform/refusal.ts';
import type { Actor } from '#platform/tenancy/actor.ts';
import { openContext, type Context, type Reader, type Scope, type Tx } from '#platform/tenancy/context.ts';
import { scopeOf, type Limits } from './limits.ts';
import { capabilitiesOf, isBuiltIn, isOwn, memberCapabilities, withinLimits } from './role-rules.ts';

/** What the caller of an operation may hand on, read inside its own transaction so that a role just lost counts. */
export interface Authority {
  owner: boolean;
  userId: string | null;
  capabilities: ReadonlySet<string>;
  scope: Scope | undefined;
}

interface Row extends Limits {
  role: string | null;
  custom: string[] | null;
  scopes: string[] | null;
  /** Of the person behind a personal token. */
  of: Limits | null;
}

/** The authority of the caller; somebody who is no longer a member has none. */
export async function authorityOf(r: Reader): Promise<Authority> {
  const { actor } = r;
  if (actor.kind === 'system') return { owner: true, userId: null, capabilities: new Set(memberCapabilities()), scope: undefined };
  if (actor.kind === 'storefront') return { owner: false, userId: null, capabilities: new Set(), scope: undefined };
  const [row] = actor.kind === 'member' ? await memberRow(r, actor.userId) : await tokenRow(r, actor.tokenId);
  const held = row?.role ? capabilitiesOf(row.role, row.custom) : row?.scopes ? memberCapabilities() : [];
  const given = row?.scopes ? held.filter((c) => row.scopes!.includes(c)) : held;
  const scope = row && scopeOf(row, ...(row.of ? [row.of] : []));
  const capabilities = new Set(withinLimits(given, scope));
  const isMember = actor.kind === 'member';
  return { owner: isMember && row?.role === 'owner', userId: isMember ? actor.userId : null, capabilities, scope };
}

function memberRow(r: Reader, userId: string): Promise<Row[]> {
  return r.sql<Row>`select m.role, r.capabilities as custom, null as scopes, m.storefronts, m.locations, null as of
    from members m left join roles r on r.key = m.role where m.user_id = ${userId} and m.suspended_at is null`;
}

function tokenRow(r: Reader, tokenId: string): Promise<Row[]> {
  return r.sql<Row>`select m.role, r.capabilities as custom, t.scopes, t.storefronts, t.locations,
      jsonb_build_object('storefronts', m.storefronts, 'locations', m.locations) as of
    from api_tokens t left join members m on t.kind = 'personal' and m.user_id::text = t.made_by_id and m.suspended_at is null left join roles r on r.key = m.role
    where t.id = ${tokenId} and t.revoked_at is null and (t.kind = 'workspace' or m.id is not null)`;
}

/** A context with what this actor may do now: for work that goes on after the request that asked for it. */
export async function contextForActor(workspaceId: string, actor: Actor): Promise<Context> {
  const { capabilities, scope } = await openContext({ workspaceId, actor, capabilities: [] }).read(authorityOf);
  return openContext({ workspaceId, actor, capabilities, scope });
}

/** Nobody hands on more than they have. */
export function refuseMoreThanHeld(authority: Authority, wanted: Iterable<string>): void {
  const missing = [...wanted].filter((c) => !isOwn(c) && !authority.capabilities.has(c));
  if (missing.length > 0) throw new Refusal('forbidden', 'You cannot hand on permissions that you do not have yourself.', { missing });
}

/** Refuses to give, take or change a role that stands above the caller. Owners are the affair of owners. */
export async function refuseARoleAbove(r: Tx, authority: Authority, role: string): Promise<void> {
  if (role === 'owner' && !authority.owner) throw new Refusal('forbidden', 'Only an owner can decide about owners.');
  refuseMoreThanHeld(authority, await capabilitiesOfRole(r, role));
}

/** What the role allows in this workspace, or a refusal when there is no such role. A role of its own stays while the transaction lasts. */
export async function capabilitiesOfRole(r: Tx, role: string): Promise<string[]> {
  if (isBuiltIn(role)) return capabilitiesOf(role);
  const [row] = await r.sql<{ capabilities: string[] }>`select capabilities from roles where key = ${role} for share`;
  if (!row) throw new Refusal('invalid', `There is no role "${role}" in this workspace.`, { fields: { role: 'is not a role of this workspace' } });
  return capabilitiesOf(role, row.capabilities);
}
