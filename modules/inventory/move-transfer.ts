import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { openLevels, refuseBrokenPromises } from './count-stock.ts';
import { moveStock, type Move, type Reason } from './move-stock.ts';
import { lockTransfer, readTransfer, tellTransfer, TransferView, type LockedTransfer } from './transfer.ts';
import { requireState } from './write-transfer.ts';

/** The goods leave: they are no longer on hand at one location, and incoming at the other. */
export const sendTransfer = operation({
  name: 'stock.send-transfer',
  route: 'POST /stock/transfers/:id/sending',
  says: 'Send a transfer of stock',
  needs: 'stock:write',
  input: z.object({ id: z.uuid() }),
  output: TransferView,
  async run(tx, { id }) {
    const transfer = await lockTransfer(tx, id);
    requireState(transfer, 'draft', 'This transfer was sent or cancelled already.');
    await move(tx, transfer, 'transfer_out', transfer.lines.flatMap(({ variantId, quantity }) => [
      { variantId, locationId: transfer.from, onHand: -quantity, reserved: 0 },
      { variantId, locationId: transfer.to, onHand: 0, reserved: 0, incoming: quantity },
    ]));
    await tx.sql`update stock_transfers set state = 'sent', sent_at = ${tx.now} where id = ${id}`;
    tellTransfer(tx, transfer, 'sent');
    return readTransfer(tx, id);
  },
});

async function move(tx: Tx, transfer: LockedTransfer, reason: Reason, moves: Move[]): Promise<void> {
  if (moves.length === 0) return;
  const stock = await openLevels(tx, moves);
  refuseBrokenPromises(stock, moves);
  await moveStock(tx, stock, moves, { reason, reference: `transfer:${transfer.number}` });
}

/** Goods arrive, all that are still on their way unless told which. What does not come is written off with `rest: 'missing'`. */
export const receiveTransfer = operation({
  name: 'stock.receive-transfer',
  route: 'POST /stock/transfers/:id/receipts',
  says: 'Receive a transfer of stock',
  needs: 'stock:write',
  input: z.object({
    id: z.uuid(),
    lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int().min(0) })).optional().meta({ description: 'what came; everything unless given' }),
    rest: z.enum(['expected', 'missing']).default('expected').meta({ description: 'whether the rest still comes or is lost' }),
  }),
  output: TransferView,
  async run(tx, { id, lines, rest }) {
    const transfer = await lockTransfer(tx, id);
    requireState(transfer, 'sent', 'This transfer is not on its way.');
    const arrived = arrivedOf(transfer, lines);
    const at = { locationId: transfer.to, reserved: 0 };
    await move(tx, transfer, 'transfer_in', arrived.map(({ variantId, quantity }) => ({ ...at, variantId, onHand: quantity, incoming: -quantity })));
    const left = transfer.lines.map((line) => ({ variantId: line.variantId, quantity: onTheWay(line) - (arrived.find((each) => each.variantId === line.variantId)?.quantity ?? 0) })).filter((line) => line.quantity > 0);
    const lost = rest === 'missing' ? left : [];
    await move(tx, transfer, 'transfer_lost', lost.map(({ variantId, quantity }) => ({ ...at, variantId, onHand: 0, incoming: -quantity })));
    await writeDown(tx, id, arrived, lost);
    if (left.length === lost.length) await tx.sql`update stock_transfers set state = 'received', received_at = ${tx.now} where id = ${id}`;
    tellTransfer(tx, transfer, left.length === lost.length ? 'received' : 'sent');
    return readTransfer(tx, id);
  },
});

interface Part {
  variantId: string;
  quantity: number;
}

function onTheWay(line: LockedTransfer['lines'][number]): number {
  return line.quantity - line.received - line.missing;
}

function arrivedOf(transfer: LockedTransfer, asked: Part[] | undefined): Part[] {
  const parts = asked ?? transfer.lines.map((line) => ({ variantId: line.variantId, quantity: onTheWay(line) }));
  if (new Set(parts.map((part) => part.variantId)).size < parts.length) throw new Refusal('invalid', 'The same variant is listed twice.');
  for (const { variantId, quantity } of parts) {
    const line = transfer.lines.find((each) => each.variantId === variantId);
    if (!line) throw notFound('The variant in this transfer');
    if (quantity > onTheWay(line)) throw new Refusal('too_many', `Only ${onTheWay(line)} of these are still on their way.`, { variantId, left: onTheWay(line) });
  }
  return parts.filter((part) => part.quantity > 0);
}

async function writeDown(tx: Tx, id: string, arrived: Part[], lost: Part[]): Promise<void> {
  const add = (parts: Part[]) => [parts.map((part) => part.variantId), parts.map((part) => part.quantity)] as const;
  const [came, gone] = [add(arrived), add(lost)];
  await tx.sql`update stock_transfer_lines l set received = l.received + a.quantity
    from unnest(${came[0]}::uuid[], ${came[1]}::int[]) as a(variant_id, quantity) where l.transfer_id = ${id} and l.variant_id = a.variant_id`;
  await tx.sql`update stock_transfer_lines l set missing = l.missing + a.quantity
    from unnest(${gone[0]}::uuid[], ${gone[1]}::int[]) as a(variant_id, quantity) where l.transfer_id = ${id} and l.variant_id = a.variant_id`;
}

/** A plan is given up, or goods on their way of which nothing arrived yet turn back to where they came from. */
export const cancelTransfer = operation({
  name: 'stock.cancel-transfer',
  route: 'POST /stock/transfers/:id/cancellation',
  says: 'Cancel a transfer of stock',
  needs: 'stock:write',
  input: z.object({ id: z.uuid() }),
  output: TransferView,
  async run(tx, { id }) {
    const transfer = await lockTransfer(tx, id);
    if (transfer.state === 'sent') await turnBack(tx, transfer);
    else requireState(transfer, 'draft', 'This transfer is over already.');
    await tx.sql`update stock_transfers set state = 'cancelled' where id = ${id}`;
    tellTransfer(tx, transfer, 'cancelled');
    return readTransfer(tx, id);
  },
});

async function turnBack(tx: Tx, transfer: LockedTransfer): Promise<void> {
  if (transfer.lines.some((line) => line.received + line.missing > 0))
    throw new Refusal('wrong_state', 'A part of this transfer has arrived. Receive the rest, or close it with what is missing.');
  await move(tx, transfer, 'transfer_back', transfer.lines.flatMap(({ variantId, quantity }) => [
    { variantId, locationId: transfer.from, onHand: quantity, reserved: 0 },
    { variantId, locationId: transfer.to, onHand: 0, reserved: 0, incoming: -quantity },
  ]));
}
