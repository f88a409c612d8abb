import { createHmac } from 'node:crypto';
import { config } from '../config.ts';
import type { Queries } from '../db/query.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';

/** One caller's Idempotency-Key for one operation, and what they asked under it. */
export interface Claim {
  id: string;
  scope: string;
  hash: string;
}

/** `scope` names caller and operation; the same key of somebody else, or for something else, is another claim. */
export function claimOf(scope: string, key: string, request: unknown): Claim {
  if (key.length > 255) throw new Refusal('invalid', 'An Idempotency-Key has at most 255 characters.');
  // Keyed: a request may hold a password, which a plain hash would let somebody with the table guess at.
  const hash = createHmac('sha256', config().secret).update(JSON.stringify(request)).digest('base64url');
  return { id: newId(), scope: `${scope}:${key}`, hash };
}

// Keys of a workspace's callers, and of people before any workspace is entered.
const TABLES = {
  workspace: { insert: insertInto('idempotency_keys', 'workspace_id, scope'), find: findIn('idempotency_keys') },
  account: { insert: insertInto('account_keys', 'scope'), find: findIn('account_keys') },
};

/** Takes the key, or gives the first answer to the same request. A twin that is still running is waited for, so equal requests do the work once. */
export async function claimKey(q: Queries, of: keyof typeof TABLES, claim: Claim): Promise<{ answer: unknown } | undefined> {
  const mine = await q.query(TABLES[of].insert, [claim.id, claim.scope, claim.hash]);
  if (mine.length > 0) return undefined;
  const [first] = await q.query<{ request_hash: string; answer: unknown }>(TABLES[of].find, [claim.scope]);
  if (!first) throw new Refusal('idempotency_in_use', 'The same request is still being worked on. Try again in a moment.');
  if (first.request_hash !== claim.hash)
    throw new Refusal('idempotency_mismatch', 'This Idempotency-Key was already used for a different request.');
  return { answer: first.answer };
}

/** Whether somebody has done this work in the workspace already. Takes nothing. */
export async function isClaimed(q: Queries, { scope }: Claim): Promise<boolean> {
  return (await q.query(TABLES.workspace.find, [scope])).length > 0;
}

function insertInto(table: string, key: string): string {
  return `insert into ${table} (id, scope, request_hash) values ($1, $2, $3) on conflict (${key}) do nothing returning id`;
}

function findIn(table: string): string {
  return `select request_hash, answer from ${table} where scope = $1`;
}
