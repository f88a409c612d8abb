import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { MINUTE, later, now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountFrom, connectionTo, lockConnection, type ConnectionRow } from './connection.ts';
import { connectors, type Account } from './connector.ts';
import { Standing } from './connect.ts';
import { connectionBroke, connectionChanged } from './events.ts';
import { whyNot } from './trouble.ts';

/**
 * Takes back at the vendor what we were given, and forgets the keys. A vendor that cannot be reached does not hold it up: the keys
 * are gone from here in any case, and the answer says what is left to do there.
 */
export const disconnect = operation({
  name: 'integrations.disconnect',
  route: 'DELETE /integrations/:vendor',
  says: 'Disconnect an integration',
  needs: 'settings:write',
  input: z.object({ vendor: z.string().max(40) }),
  output: Standing,
  async run(tx, { vendor }) {
    const row = await lockConnection(tx, vendor);
    if (!row || row.state === 'disconnected') throw notFound('The connection');
    // From now on nobody uses it. The keys stay for as long as it takes to give them back.
    await tx.sql`update integration_connections set state = 'disconnected', expires_at = null, refreshing_until = null, last_error = '', last_error_at = null, updated_at = ${tx.now} where id = ${row.id}`;
    tx.changed({ record: 'integration', id: row.id, before: { vendor, label: row.label, state: row.state }, after: { vendor, label: row.label, state: 'disconnected' } });
    tx.tell(connectionChanged, { connectionId: row.id, vendor, state: 'disconnected' });
    return { connectionId: row.id, state: 'disconnected' as const, sentence: '' };
  },
  async afterCommit(ctx, answer, { vendor }) {
    const row = await ctx.read((r) => connectionTo(r, vendor));
    return row && isLeft(row) ? { ...answer, sentence: await giveBack(ctx, row) } : answer;
  },
});

const isLeft = ({ state, secretsSealed }: ConnectionRow) => state === 'disconnected' && secretsSealed !== null;

/** Tells the vendor, then forgets the keys. Answers what is left to do there, or nothing. */
async function giveBack(ctx: Context, row: ConnectionRow): Promise<string> {
  const connector = connectors.all().get(row.vendor);
  const account = await accountFrom(ctx, row);
  const left = (await connector?.disconnect?.(account).then(() => '', whyNot)) ?? '';
  const sentence = left ? `The keys are gone from here. ${connector!.says} could not be told: ${left} Take back the access there as well.` : (connector?.leftToDo?.(account) ?? '');
  // Connected again meanwhile: those keys are others.
  await ctx.write(
    `update integration_connections set secrets_sealed = null, settings = '{}', last_error = $3, last_error_at = case when $3 = '' then null else $4::timestamptz end where id = $1 and state = 'disconnected' and secrets_sealed = $2`,
    [row.id, row.secretsSealed, sentence, now()],
  );
  return sentence;
}

/** The owner of the account took our access back at the vendor: from now on nobody uses it here, and people are told. */
export function accessEnded(ctx: Context, vendor: string, { connectionId, accountId }: Account): Promise<'done' | 'ignored'> {
  return ctx.transaction(async (tx) => {
    const row = await lockConnection(tx, vendor);
    if (!row || row.state === 'disconnected' || row.id !== connectionId || row.accountId !== accountId) return 'ignored';
    const reason = `Our access was taken back at ${connectors.get(vendor).says}, so it is disconnected. Connect it again to go on.`;
    await tx.sql`update integration_connections set state = 'disconnected', secrets_sealed = null, settings = '{}', expires_at = null, refreshing_until = null, last_error = ${reason}, last_error_at = ${tx.now}, updated_at = ${tx.now} where id = ${row.id}`;
    tx.tell(connectionChanged, { connectionId: row.id, vendor, state: 'disconnected' });
    tx.tell(connectionBroke, { connectionId: row.id, vendor, reason });
    return 'done';
  });
}

/** Finishes what a process that died between the two had begun. */
export async function giveBackLeftovers(ctx: Context): Promise<void> {
  const left = await ctx.read((r) => r.sql<{ vendor: string }>`select vendor from integration_connections where state = 'disconnected' and secrets_sealed is not null and updated_at < ${later(now(), -5 * MINUTE)}`);
  for (const { vendor } of left) {
    const row = await ctx.read((r) => connectionTo(r, vendor));
    if (row && isLeft(row)) await giveBack(ctx, row);
  }
}
