import { schedule } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import { DAY, MINUTE, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { noteTrouble } from './check.ts';
import { accountFrom, connectionTo, lockConnection, sealSecrets } from './connection.ts';
import { connectors } from './connector.ts';
import { whyNot } from './trouble.ts';

/** Tokens are renewed this long before they end. */
const AHEAD = 20 * MINUTE;

/** Renews what ends soon. Many may call it at once: one asks the vendor, the others find it done. */
export async function refreshSoonEnding(ctx: Context): Promise<void> {
  const due = await ctx.read((r) => r.sql<{ vendor: string }>`select vendor from integration_connections where expires_at < ${later(now(), AHEAD)} and state <> 'disconnected' limit 50`);
  for (const { vendor } of due) await refresh(ctx, vendor);
}

async function refresh(ctx: Context, vendor: string): Promise<void> {
  const renewed = connectors.all().get(vendor)?.oauth?.refresh;
  if (!renewed) return;
  try {
    await ctx.transaction(async (tx) => {
      const row = await lockConnection(tx, vendor);
      // Whoever held the lock before has renewed it.
      if (!row?.expiresAt || row.state === 'disconnected' || row.expiresAt > later(tx.now, AHEAD)) return;
      const account = await accountFrom(tx, row);
      const known = await renewed(account);
      const ends = known.expiresInSeconds === undefined ? null : later(tx.now, known.expiresInSeconds * 1_000);
      await tx.sql`update integration_connections set secrets_sealed = ${await sealSecrets(tx, { ...account.secrets, ...known.secrets })}, expires_at = ${ends}, state = 'connected', last_verified_at = ${tx.now}, updated_at = ${tx.now},
        last_error = '', last_error_at = null where id = ${row.id}`;
    });
  } catch (error) {
    const row = await ctx.read((r) => connectionTo(r, vendor));
    if (row) await noteTrouble(ctx, row, { state: error instanceof Refusal ? 'broken' : row.state, sentence: whyNot(error) });
  }
}

export const refreshTokens = schedule({ name: 'integrations.refresh', everySeconds: 300, run: refreshSoonEnding });

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
