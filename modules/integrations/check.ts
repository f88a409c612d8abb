import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountFrom, connectionTo, type ConnectionRow } from './connection.ts';
import { connectors } from './connector.ts';
import { Standing } from './connect.ts';
import { connectionBroke, connectionChanged } from './events.ts';
import { whyNot } from './trouble.ts';

/** Asks the vendor again whether the connection works. */
export const checkConnection = operation({
  name: 'integrations.check',
  route: 'POST /integrations/:vendor/checks',
  says: 'Check an integration',
  needs: 'settings:write',
  input: z.object({ vendor: z.string().max(40) }),
  output: Standing,
  async run(tx, { vendor }) {
    const row = await connectionTo(tx, vendor);
    if (!row || row.state === 'disconnected') throw notFound('The connection');
    return { connectionId: row.id, state: row.state, sentence: '' };
  },
  async afterCommit(ctx, answer, { vendor }) {
    const row = await ctx.read((r) => connectionTo(r, vendor));
    return row && row.state !== 'disconnected' ? look(ctx, row) : answer;
  },
});

async function look(ctx: Context, row: ConnectionRow): Promise<Standing> {
  try {
    const { label } = await connectors.get(row.vendor).verify(await accountFrom(ctx, row));
    await ctx.transaction(async (tx) => {
      await tx.sql`update integration_connections set state = 'connected', label = ${label}, last_verified_at = ${tx.now}, last_error = '', last_error_at = null where id = ${row.id} and state <> 'disconnected'`;
      tx.tell(connectionChanged, { connectionId: row.id, vendor: row.vendor, state: 'connected' });
    });
    return { connectionId: row.id, state: 'connected', sentence: label };
  } catch (error) {
    // Only the vendor's own no breaks a connection; a vendor that is away does not.
    const state = error instanceof Refusal ? 'broken' : row.state;
    await noteTrouble(ctx, row, { state, sentence: whyNot(error) });
    return { connectionId: row.id, state, sentence: whyNot(error) };
  }
}

/** Writes down what went wrong; a connection that breaks is told once. */
export async function noteTrouble(ctx: Context, row: Pick<ConnectionRow, 'id' | 'vendor'>, { state, sentence }: { state: ConnectionRow['state']; sentence: string }): Promise<void> {
  await ctx.transaction(async (tx) => {
    const broke = await tx.sql`update integration_connections set state = ${state} where id = ${row.id} and state = 'connected' and ${state} = 'broken' returning id`;
    await tx.sql`update integration_connections set last_error = ${sentence}, last_error_at = ${tx.now} where id = ${row.id}`;
    if (broke.length > 0) tx.tell(connectionBroke, { connectionId: row.id, vendor: row.vendor, reason: sentence });
  });
}
