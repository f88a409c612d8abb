import { newId } from '#platform/ids.ts';
import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { EntryDetails } from './shapes.ts';

interface Entry {
  orderId: string;
  kind: string;
  says: string;
  /** The buyer may read it too. */
  open?: boolean;
  details?: EntryDetails;
}

/** Adds a line to an order's timeline. One statement. */
export async function writeTimeline(tx: Tx, { orderId, kind, says, open = false, details }: Entry): Promise<void> {
  await tx.sql`
    insert into order_timeline (id, order_id, kind, says, by_name, open, details, at)
    values (${newId()}, ${orderId}, ${kind}, ${says}, ${actorName(tx.actor)}, ${open}, ${details ? JSON.stringify(details) : null}::jsonb, ${tx.now})`;
}
