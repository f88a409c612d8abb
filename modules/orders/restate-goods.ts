import type { Tx } from '#platform/tenancy/context.ts';
import { linesOf } from './lines.ts';
import { fulfilmentMoves, fulfilmentStateOf, returnMoves, returnStateOf, type FulfilmentState, type ReturnState } from './order-state.ts';
import { OPEN_STAGES } from './returns/return-stage.ts';

interface States {
  fulfilmentState: FulfilmentState;
  returnState: ReturnState;
}

/** Brings fulfilment and return state in line with the units; the caller has locked the order. Answers the new states. */
export async function restateGoods(tx: Tx, orderId: string): Promise<States> {
  const lines = await linesOf(tx, orderId);
  const [before] = await tx.sql<States & { open: boolean }>`
    select fulfilment_state as "fulfilmentState", return_state as "returnState",
      exists (select 1 from order_returns r where r.order_id = orders.id and r.stage = any(${[...OPEN_STAGES]})) as open
    from orders where id = ${orderId}`;
  const after: States = { fulfilmentState: fulfilmentStateOf(lines), returnState: returnStateOf(lines, before!) };
  requireMove(fulfilmentMoves, before!.fulfilmentState, after.fulfilmentState);
  requireMove(returnMoves, before!.returnState, after.returnState);
  await tx.sql`update orders set fulfilment_state = ${after.fulfilmentState}, return_state = ${after.returnState}, updated_at = ${tx.now} where id = ${orderId}`;
  if (after.fulfilmentState !== before!.fulfilmentState || after.returnState !== before!.returnState)
    tx.changed({ record: 'order', id: orderId, before: { fulfilmentState: before!.fulfilmentState, returnState: before!.returnState }, after });
  return after;
}

// A move outside the map would mean that the units contradict each other: a bug, not a business matter.
function requireMove<S extends string>(moves: Record<S, readonly S[]>, from: S, to: S): void {
  if (from !== to && !moves[from].includes(to)) throw new Error(`an order cannot go from ${from} to ${to}`);
}
