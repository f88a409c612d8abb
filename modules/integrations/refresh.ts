import { schedule } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, HOUR, MINUTE, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { noteTrouble } from './check.ts';
import { accountFrom, connectionTo, sealSecrets, type ConnectionRow } from './connection.ts';
import { connectors, type Account, type Known } from './connector.ts';
import { giveBackLeftovers } from './disconnect.ts';
import { whyNot } from './trouble.ts';

/** Tokens are renewed this long before they end. */
const AHEAD = 20 * MINUTE;
/** Longer than a vendor is waited for: whoever died while renewing is replaced after it. */
const LEASE = MINUTE;

/** Renews what ends soon. Many may call it at once: one asks the vendor, and no transaction is open meanwhile. */
export async function refreshSoonEnding(ctx: Context): Promise<void> {
  const due = await ctx.read((r) => r.sql<{ vendor: string }>`select vendor from integration_connections where expires_at < ${later(now(), AHEAD)} and state <> 'disconnected' limit 50`);
  for (const { vendor } of due) await refresh(ctx, vendor);
}

/** Renews a connection's token if it ends soon and nobody else is at it. */
export async function refresh(ctx: Context, vendor: string): Promise<void> {
  const renew = connectors.all().get(vendor)?.oauth?.refresh;
  const row = renew && (await claim(ctx, vendor));
  if (!row) return;
  const account = await accountFrom(ctx, row);
  try {
    await keepRenewed(ctx, row, account, await renew(account));
  } catch (error) {
    const no = error instanceof Refusal;
    await noteTrouble(ctx, row, { state: no ? 'broken' : row.state, sentence: whyNot(error) });
    // A no is not asked for again at once; somebody who was away may be back in the next round.
    await ctx.write('update integration_connections set refreshing_until = $2 where id = $1 and secrets_sealed = $3', [row.id, no ? later(now(), HOUR) : null, row.secretsSealed]);
  }
}

async function claim(ctx: Context, vendor: string): Promise<ConnectionRow | undefined> {
  const mine = await ctx.write(
    `update integration_connections set refreshing_until = $2 where vendor = $1 and state <> 'disconnected' and expires_at < $3 and (refreshing_until is null or refreshing_until < $4) returning id`,
    [vendor, later(now(), LEASE), later(now(), AHEAD), now()],
  );
  return mine.length === 0 ? undefined : ctx.read((r) => connectionTo(r, vendor));
}

async function keepRenewed(ctx: Context, row: ConnectionRow, account: Account, known: Known): Promise<void> {
  const secrets = { ...account.secrets, ...known.secrets };
  const ends = known.expiresInSeconds === undefined ? null : later(now(), known.expiresInSeconds * 1_000);
  const kept = await ctx.write(
    `update integration_connections set secrets_sealed = $3, expires_at = $4, refreshing_until = null, state = 'connected', last_verified_at = $5, updated_at = $5, last_error = '', last_error_at = null
      where id = $1 and secrets_sealed = $2 and state <> 'disconnected' returning id`,
    [row.id, row.secretsSealed, await sealSecrets(ctx, secrets), ends, now()],
  );
  // Disconnected while the vendor was asked: what it gave us just now is given back as well.
  if (kept.length === 0) await connectors.all().get(row.vendor)?.disconnect?.({ ...account, secrets });
}

export const refreshTokens = schedule({
  name: 'integrations.refresh',
  everySeconds: 300,
  async run(ctx) {
    await refreshSoonEnding(ctx);
    await giveBackLeftovers(ctx);
  },
});

/** Once an hour: sign-ins nobody finished, and messages older than 90 days, go. */
export const tidyIntegrations = schedule({
  name: 'integrations.tidy-up',
  everySeconds: 3_600,
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      await tx.sql`delete from integration_handshakes where expires_at < ${later(tx.now, -DAY)}`;
      await tx.sql`delete from inbound_messages where received_at < ${later(tx.now, -90 * DAY)} and state <> 'waiting'`;
    }),
});
