import { Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { capabilitiesOf, isBuiltIn, memberCapabilities } from './role-rules.ts';

/** What the caller of an operation may hand on, read inside its own transaction so that a role just lost counts. */
export interface Authority {
  owner: boolean;
  userId: string | null;
  capabilities: ReadonlySet<string>;
}

interface Row {
  role: string | null;
  custom: string[] | null;
  scopes: string[] | null;
}

/** The authority of the caller; somebody who is no longer a member has none. */
export async function authorityOf(r: Reader): Promise<Authority> {
  const { actor } = r;
  if (actor.kind === 'system') return { owner: true, userId: null, capabilities: new Set(memberCapabilities()) };
  if (actor.kind === 'storefront') return { owner: false, userId: null, capabilities: new Set() };
  const [row] = actor.kind === 'member' ? await memberRow(r, actor.userId) : await tokenRow(r, actor.tokenId);
  const held = row?.role ? capabilitiesOf(row.role, row.custom) : row?.scopes ? memberCapabilities() : [];
  const capabilities = new Set(row?.scopes ? held.filter((c) => row.scopes!.includes(c)) : held);
  return { owner: actor.kind === 'member' && row?.role === 'owner', userId: actor.kind === 'member' ? actor.userId : null, capabilities };
}

function memberRow(r: Reader, userId: string): Promise<Row[]> {
  return r.sql<Row>`select m.role, r.capabilities as custom, null as scopes
    from members m left join roles r on r.key = m.role where m.user_id = ${userId}`;
}

function tokenRow(r: Reader, tokenId: string): Promise<Row[]> {
  return r.sql<Row>`select m.role, r.capabilities as custom, t.scopes
    from api_tokens t left join members m on t.kind = 'personal' and m.user_id::text = t.made_by_id left join roles r on r.key = m.role
    where t.id = ${tokenId} and t.revoked_at is null and (t.kind = 'workspace' or m.id is not null)`;
}

/** Nobody hands on more than they have. */
export function refuseMoreThanHeld(authority: Authority, wanted: Iterable<string>): void {
  const missing = [...wanted].filter((c) => !authority.capabilities.has(c));
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
