import { ShortMemory } from '#modules/accounts/index.ts';
import { newSecret } from '#platform/ids.ts';
import { DAY, later } from '#platform/time.ts';
import { openContext, type Tx } from '#platform/tenancy/context.ts';
import { hashOf } from './internal/link-token.ts';

/** A signed-in shopper. */
export interface SignedInCustomer {
  id: string;
  email: string;
  name: string;
}

const LASTS = 30 * DAY;
const memory = new ShortMemory<SignedInCustomer | null>({ seconds: 3, most: 20_000 });

/** Forgets what this process remembers of shoppers' sessions. */
export function forgetCustomers(): void {
  memory.forget();
}

/** Begins a session and gives its token; only the token's hash is kept. */
export async function beginSession(tx: Tx, customerId: string): Promise<string> {
  const token = `qcs_${newSecret()}`;
  await tx.sql`insert into customer_sessions (customer_id, token_hash, expires_at, created_at)
    values (${customerId}, ${hashOf(token)}, ${later(tx.now, LASTS)}, ${tx.now})`;
  return token;
}

/** The shopper of a token, in that workspace only, or null. A session in use goes on: it ends 30 days after the last day of use. */
export async function customerOfToken(workspaceId: string, token: string): Promise<SignedInCustomer | null> {
  if (!/^qcs_[\w-]{20,100}$/.test(token)) return null;
  return memory.get(`${workspaceId}:${hashOf(token)}`, () => find(workspaceId, hashOf(token)));
}

async function find(workspaceId: string, hash: string): Promise<SignedInCustomer | null> {
  const ctx = openContext({ workspaceId, actor: { kind: 'system', name: 'customer sign-in' }, capabilities: [] });
  const [row] = await ctx.read((r) => r.sql<SignedInCustomer>`
    with used as (
      update customer_sessions set expires_at = now() + interval '30 days'
      where token_hash = ${hash} and expires_at > now() and expires_at < now() + interval '29 days')
    select c.id, c.email, c.name from customer_sessions s join customers c on c.id = s.customer_id
    where s.token_hash = ${hash} and s.expires_at > now() and (c.sessions_from is null or s.created_at > c.sessions_from)`);
  return row ?? null;
}
