import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound } from '#platform/refusal.ts';
import { bulkEnded } from './events.ts';
import { actorId, type Actor } from '#platform/tenancy/actor.ts';
import { sumUp } from './take-turn.ts';

/** Stops a run: what is done stays done, the rest is skipped. Cancelling an ended run changes nothing. */
export const cancelRun = operation({
  name: 'bulk.cancel',
  route: 'POST /bulk-runs/:id/cancellation',
  says: 'Stop changing many records',
  needs: 'bulk:write',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), state: z.string() }),
  async run(tx, { id }) {
    const [found] = await tx.sql<{ state: string; actor: Actor }>`select state, actor from bulk_runs where id = ${id} for update`;
    if (!found) throw notFound('The bulk change');
    if (found.state === 'done' || found.state === 'cancelled') return { id, state: found.state };
    await tx.sql`update bulk_runs set state = 'cancelled' where id = ${id}`;
    await tx.sql`update bulk_rows set state = 'skipped', sentence = 'Stopped before its turn came.' where run_id = ${id} and state = 'waiting'`;
    const { says, ...sums } = await sumUp(tx, id);
    tx.changed({ record: 'bulk change', id, before: { state: found.state }, after: { state: 'cancelled' } });
    tx.tell(bulkEnded, { runId: id, ...sums, says, actorId: actorId(found.actor) });
    return { id, state: 'cancelled' };
  },
});
