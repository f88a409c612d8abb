import * as z from 'zod';
import { reaction } from '#platform/events/reaction.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { now } from '#platform/time.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { accountFrom, connectionById } from './connection.ts';
import { connectors } from './connector.ts';
import { inboundReceived, inboundRecovered } from './events.ts';
import { HEARS } from './failed-task.ts';
import { whyNot } from './trouble.ts';

interface Row {
  connectionId: string;
  vendor: string;
  messageId: string;
  event: string;
  body: string;
  attempts: number;
}

/** Does what a message asks for. A failure is written down and tried again with growing pauses, then parked. */
export async function hearInbound(ctx: Context, inboundId: string): Promise<void> {
  const [row] = await ctx.write<Row>(`update inbound_messages set attempts = attempts + 1 where id = $1 and state in ('waiting', 'failed') returning connection_id as "connectionId", vendor, message_id as "messageId", event, body, attempts`, [inboundId]);
  if (!row) return;
  const connection = await ctx.read((r) => connectionById(r, row.connectionId));
  const hooks = connectors.all().get(row.vendor)?.webhooks;
  try {
    const fate = hooks && connection && connection.state !== 'disconnected' ? await hooks.hear(ctx, await accountFrom(ctx, connection), { id: row.messageId, event: row.event, body: row.body }) : 'ignored';
    await close(ctx, inboundId, { ...row, fate });
  } catch (error) {
    await ctx.write(`update inbound_messages set state = 'failed', last_error = $2 where id = $1`, [inboundId, whyNot(error).slice(0, 500)]);
    throw error;
  }
}

// Only what failed before is news to anybody.
async function close(ctx: Context, inboundId: string, { fate, attempts, connectionId, vendor }: Row & { fate: string }): Promise<void> {
  const done = `update inbound_messages set state = $2, last_error = '', done_at = $3 where id = $1`;
  if (attempts === 1) return void (await ctx.write(done, [inboundId, fate, now()]));
  await ctx.transaction(async (tx) => {
    await tx.query(done, [inboundId, fate, tx.now]);
    tx.tell(inboundRecovered, { connectionId, inboundId, vendor });
  });
}

export const hearMessages = reaction({ name: HEARS, on: inboundReceived, run: (ctx, { inboundId }) => hearInbound(ctx, inboundId) });

/** Does once more what a message asks for, as if it had just come in. Everything a message does may be done again. */
export const replayInbound = operation({
  name: 'integrations.replay',
  route: 'POST /integrations/messages/:id/replays',
  says: 'Replay a message of an integration',
  needs: 'webhooks:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    const [row] = await tx.sql<{ vendor: string; event: string }>`update inbound_messages set state = 'waiting', done_at = null where id = ${id} returning vendor, event`;
    if (!row) throw notFound('The message');
    tx.tell(inboundReceived, { inboundId: id, vendor: row.vendor, message: row.event });
    return { id };
  },
});

/** All that failed, once more. */
export const replayFailed = operation({
  name: 'integrations.replay-failed',
  route: 'POST /integrations/:vendor/replays',
  says: 'Replay all failed messages of an integration',
  needs: 'webhooks:write',
  input: z.object({ vendor: z.string().max(40) }),
  output: z.object({ count: z.int() }),
  async run(tx, { vendor }) {
    const rows = await tx.sql<{ id: string; event: string }>`update inbound_messages set state = 'waiting' where id in (select id from inbound_messages where vendor = ${vendor} and state = 'failed' order by received_at limit 1000) returning id, event`;
    for (const row of rows) tx.tell(inboundReceived, { inboundId: row.id, vendor, message: row.event });
    return { count: rows.length };
  },
});
