import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { column } from '#platform/operations/columns.ts';
import { listView } from '#platform/operations/list-view.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { DAY, HOUR, later } from '#platform/time.ts';
import { actorId, actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { forgetTokens, newApiToken, type NewToken } from './api-token.ts';
import { authorityOf, refuseMoreThanHeld } from './authority.ts';
import { limitFields, limitsFrom, shownLimits, type Limits } from './limits.ts';
import { memberCapabilities } from './role-rules.ts';
import { apiTokens } from './tables.ts';

const Wish = z.object({
  name: z.string().trim().min(1).max(80),
  kind: z.enum(['personal', 'workspace']).default('workspace').meta({ description: 'a personal token ends with its maker’s membership' }),
  scopes: z.array(z.string()).min(1).meta({ description: 'permissions, at most your own' }),
  expiresInDays: z.int().min(1).max(3_650).optional(),
  ...limitFields,
});

const TokenShown = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['personal', 'workspace']),
  scopes: z.array(z.string()),
  ...shownLimits,
  expiresAt: z.iso.datetime().nullable(),
  token: z.string().meta({ description: 'shown this once; null when this is a repeated request' }).nullable(),
});

// Secrets of answers under way: the stored first answer of an idempotent request must not carry one.
const fresh = new Map<string, string>();

function showOnce<A extends { id: string }>(answer: A): A & { token: string | null } {
  const token = fresh.get(answer.id) ?? null;
  fresh.delete(answer.id);
  return { ...answer, token };
}

export const createToken = operation({
  name: 'tokens.create',
  route: 'POST /tokens',
  says: 'Create an API token',
  needs: 'tokens:write',
  input: Wish,
  output: TokenShown,
  async run(tx, wish) {
    const authority = await authorityOf(tx);
    if (wish.kind === 'personal' && !authority.userId) throw new Refusal('forbidden', 'Only a person can have a personal token.');
    refuseUnknownScopes(wish.scopes);
    refuseMoreThanHeld(authority, wish.scopes);
    return insertToken(tx, { ...wish, ...(await limitsFrom(tx, wish)), expiresAt: wish.expiresInDays ? later(tx.now, wish.expiresInDays * DAY) : null });
  },
  afterCommit: async (_ctx, answer) => showOnce(answer),
});

function refuseUnknownScopes(scopes: string[]): void {
  const known = new Set(memberCapabilities());
  const unknown = scopes.filter((s) => !known.has(s));
  if (unknown.length > 0) throw new Refusal('invalid', `There is no permission "${unknown[0]}".`, { fields: { scopes: `unknown: ${unknown.join(', ')}` } });
}

interface Wanted extends Limits {
  name: string;
  kind: 'personal' | 'workspace';
  scopes: string[];
  expiresAt: Date | null;
  madeBy?: { id: string; name: string };
}

async function insertToken(tx: Tx, wanted: Wanted): Promise<z.infer<typeof TokenShown>> {
  const made: NewToken & { id: string } = { id: newId(), ...newApiToken() };
  const { name, kind, scopes, storefronts, locations, expiresAt, madeBy = { id: actorId(tx.actor), name: actorName(tx.actor) } } = wanted;
  await tx.sql`insert into api_tokens (id, name, kind, start, hash, scopes, storefronts, locations, made_by_id, made_by_name, expires_at)
    values (${made.id}, ${name}, ${kind}, ${made.start}, ${made.hash}, ${scopes}, ${storefronts}::uuid[], ${locations}::uuid[], ${madeBy.id}, ${madeBy.name}, ${expiresAt})`;
  tx.changed({ record: 'API token', id: made.id, after: { name, kind, scopes, storefronts, locations, expiresAt } });
  fresh.set(made.id, made.token);
  if (fresh.size > 1_000) fresh.clear();
  return { id: made.id, name, kind, scopes, storefronts, locations, expiresAt: expiresAt?.toISOString() ?? null, token: null };
}

const Which = z.object({ id: z.uuid() });

interface TokenRow extends Limits {
  id: string;
  name: string;
  kind: 'personal' | 'workspace';
  scopes: string[];
  made_by_id: string;
  made_by_name: string;
  expires_at: Date | null;
}

export const revokeToken = operation({
  name: 'tokens.revoke',
  route: 'DELETE /tokens/:id',
  says: 'Revoke an API token',
  needs: 'tokens:write',
  input: Which,
  output: Which,
  async run(tx, { id }) {
    const { name } = await tokenToChange(tx, id);
    await tx.sql`update api_tokens set revoked_at = ${tx.now} where id = ${id}`;
    tx.changed({ record: 'API token', id, before: { name }, after: { revoked: true } });
    return { id };
  },
  afterCommit: async (_ctx, answer) => (forgetTokens(), answer),
});

/** A new token with the same name and scopes; the old one goes on for the overlap, so that programs can change over. */
export const rotateToken = operation({
  name: 'tokens.rotate',
  route: 'POST /tokens/:id/rotation',
  says: 'Replace an API token',
  needs: 'tokens:write',
  input: Which.extend({ overlapHours: z.number().min(0).max(168).default(24) }),
  output: TokenShown,
  async run(tx, { id, overlapHours }) {
    const old = await tokenToChange(tx, id);
    if (old.kind === 'personal' && old.made_by_id !== actorId(tx.actor) && old.id !== actorId(tx.actor)) throw new Refusal('forbidden', 'A personal token is replaced by the person it belongs to.');
    refuseMoreThanHeld(await authorityOf(tx), old.scopes);
    const end = later(tx.now, overlapHours * HOUR);
    await tx.sql`update api_tokens set expires_at = least(expires_at, ${end}::timestamptz) where id = ${id}`;
    const madeBy = { id: old.made_by_id, name: old.made_by_name };
    const { name, kind, scopes, storefronts, locations, expires_at: expiresAt } = old;
    return insertToken(tx, { name, kind, scopes, storefronts, locations, expiresAt, madeBy });
  },
  afterCommit: async (_ctx, answer) => (forgetTokens(), showOnce(answer)),
});

// Everybody may end their own token; to end somebody else's one must be allowed to steer members.
async function tokenToChange(tx: Tx, id: string): Promise<TokenRow> {
  const [row] = await tx.sql<TokenRow>`select id, name, kind, scopes, storefronts, locations, made_by_id, made_by_name, expires_at
    from api_tokens where id = ${id} and revoked_at is null and (expires_at is null or expires_at > ${tx.now}) for update`;
  if (!row) throw notFound('The API token');
  const own = row.made_by_id === actorId(tx.actor) || row.id === actorId(tx.actor);
  if (!own && !(await authorityOf(tx)).capabilities.has('members:write')) throw new Refusal('forbidden', 'This token belongs to somebody else.');
  return row;
}

export const tokenList = listView({
  name: 'tokens.list',
  route: 'GET /tokens',
  says: 'API tokens',
  needs: 'tokens:read',
  opens: '/tokens?q=:name',
  from: apiTokens,
  columns: {
    name: column(apiTokens.name, { says: 'Name', search: true, sort: true }),
    start: column(apiTokens.start, { says: 'Starts with', search: true }),
    kind: column(apiTokens.kind, { says: 'Kind', filter: 'any of', values: ['personal', 'workspace'] }),
    scopes: column(apiTokens.scopes, { says: 'Scopes', type: 'json' }),
    storefronts: column(apiTokens.storefronts, { says: 'Limited to storefronts', type: 'json' }),
    locations: column(apiTokens.locations, { says: 'Limited to locations', type: 'json' }),
    madeBy: column(apiTokens.madeByName, { says: 'Made by', search: true, sort: true }),
    createdAt: column(apiTokens.createdAt, { says: 'Created', filter: 'dates', sort: 'newest first' }),
    lastUsedAt: column(apiTokens.lastUsedAt, { says: 'Last used', filter: 'dates', sort: true }),
    expiresAt: column(apiTokens.expiresAt, { says: 'Expires', filter: 'dates', sort: true }),
    revokedAt: column(apiTokens.revokedAt, { says: 'Revoked', filter: 'dates', sort: true }),
  },
});
