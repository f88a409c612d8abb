import { Refusal } from '#platform/refusal.ts';
import { beyondScope, type Tx } from '#platform/tenancy/context.ts';

/**
 * Before a promise is shipped, committed or given back by somebody limited to locations: all of it must lie where they work,
 * or the part they cannot see would stay behind unnoticed. Costs nothing for everybody else.
 */
export async function requireWithinReach(tx: Tx, heldFor: string): Promise<void> {
  if (!tx.scope?.locations) return;
  const open = async () => (await tx.sql`select 1 from reservations where held_for = ${heldFor} and open > 0`).length;
  if ((await open()) !== (await beyondScope(tx, open)))
    throw new Refusal('forbidden', 'A part of this stock lies at a location you do not work with.', { scope: tx.scope });
}
