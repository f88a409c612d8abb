import { Refusal } from '#platform/refusal.ts';
import { MINUTE, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountFrom, connectionTo } from './connection.ts';
import { connectors, type Account } from './connector.ts';
import { refresh } from './refresh.ts';

/** The workspace's account at a vendor, for use; undefined while it is not connected. A token that has ended meanwhile is renewed first. */
export async function accountAt(ctx: Context, vendor: string): Promise<Account | undefined> {
  const row = await ctx.read((r) => connectionTo(r, vendor));
  if (!row || row.state === 'disconnected') return undefined;
  if (row.expiresAt === null || row.expiresAt > later(now(), MINUTE)) return accountFrom(ctx, row);
  await refresh(ctx, vendor);
  const renewed = await ctx.read((r) => connectionTo(r, vendor));
  return renewed && renewed.state !== 'disconnected' ? accountFrom(ctx, renewed) : undefined;
}

/** The same, refused in words when there is none. */
export async function requireAccount(ctx: Context, vendor: string): Promise<Account> {
  const account = await accountAt(ctx, vendor);
  if (!account) throw new Refusal('not_connected', `${connectors.get(vendor).says} is not connected to this workspace.`);
  return account;
}
