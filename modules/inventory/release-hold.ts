import type { Tx } from '#platform/tenancy/context.ts';
import { lockStock, type StockOf } from './levels.ts';
import { moveStock, type Move, type Reason } from './move-stock.ts';
import { requireWithinReach } from './within-reach.ts';

interface OpenRow {
  id: string;
  held_for: string;
  variant_id: string;
  location_id: string;
  open: number;
}

/** Gives back everything still promised to `for`, held or committed. Does nothing when nothing is. `reason` goes to the ledger's note. */
export async function releaseHold(tx: Tx, hold: { for: string; reason: string }): Promise<void> {
  await requireWithinReach(tx, hold.for);
  const open = await tx.sql<OpenRow>`
    select id, held_for, variant_id, location_id, open from reservations
    where held_for = ${hold.for} and open > 0 order by variant_id, location_id, id for update`;
  if (open.length === 0) return;
  const stock = await lockStock(tx, open.map((row) => row.variant_id));
  await release(tx, stock, open, { reason: 'released', note: hold.reason });
}

/**
 * Gives back holds whose time is over, `most` of them at once; answers for whom. A commit of the same hold and this meet on the
 * row locks: whoever comes second finds the rows changed and leaves them alone.
 */
export async function releaseExpired(tx: Tx, most = 100): Promise<string[]> {
  const due = await tx.sql<OpenRow>`
    select id, held_for, variant_id, location_id, open from reservations
    where state = 'held' and held_for in (
      select held_for from reservations where state = 'held' and expires_at <= ${tx.now} group by held_for order by min(expires_at) limit ${most})
      and expires_at <= ${tx.now}
    order by variant_id, location_id, id for update`;
  if (due.length === 0) return [];
  const stock = await lockStock(tx, due.map((row) => row.variant_id));
  const byHold = Map.groupBy(due, (row) => row.held_for);
  for (const rows of byHold.values()) await release(tx, stock, rows, { reason: 'expired', note: '' });
  return [...byHold.keys()];
}

async function release(tx: Tx, stock: StockOf, rows: OpenRow[], why: { reason: Reason; note: string }): Promise<void> {
  const ended = why.note || why.reason;
  await tx.sql`update reservations set open = 0, state = 'released', ended = ${ended}, expires_at = null where id = any(${rows.map((r) => r.id)}::uuid[])`;
  await moveStock(tx, stock, rows.map(given), { ...why, reference: rows[0]!.held_for });
}

function given(row: OpenRow): Move {
  return { variantId: row.variant_id, locationId: row.location_id, onHand: 0, reserved: -row.open };
}
