import * as z from 'zod';
import { actorName } from '#platform/tenancy/actor.ts';
import { operation } from '#platform/operations/operation.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { nextPaperNumber } from './paper-number.ts';
import { lockTransfer, readTransfer, tellTransfer, TransferView, type LockedTransfer } from './transfer.ts';

const Lines = z.array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(1_000_000) })).min(1).max(1_000);
const Note = z.string().trim().max(500);
type Lines = z.infer<typeof Lines>;

/** A plan to bring goods from one location to another. Nothing moves before it is sent. */
export const createTransfer = operation({
  name: 'stock.create-transfer',
  route: 'POST /stock/transfers',
  says: 'Plan a transfer of stock',
  needs: 'stock:write',
  input: z.object({ fromLocationId: z.uuid(), toLocationId: z.uuid(), note: Note.default(''), lines: Lines }),
  output: TransferView,
  async run(tx, { fromLocationId, toLocationId, note, lines }) {
    await refuseWrongPlaces(tx, fromLocationId, toLocationId);
    const number = await nextPaperNumber(tx, 'transfer');
    const [made] = await tx.sql<{ id: string }>`
      insert into stock_transfers (number, from_location_id, to_location_id, note, created_by, created_at)
      values (${number}, ${fromLocationId}, ${toLocationId}, ${note}, ${actorName(tx.actor)}, ${tx.now}) returning id`;
    await writeLines(tx, made!.id, lines);
    tellTransfer(tx, { id: made!.id, number }, 'draft');
    return readTransfer(tx, made!.id);
  },
});

async function refuseWrongPlaces(tx: Tx, from: string, to: string): Promise<void> {
  if (from === to) throw new Refusal('invalid', 'Choose two different locations.', { fields: { toLocationId: 'is the same location' } });
  const known = await tx.sql`select 1 from locations where id = any(${[from, to]}::uuid[])`;
  if (known.length < 2) throw notFound('The location');
}

async function writeLines(tx: Tx, transferId: string, lines: Lines): Promise<void> {
  const ids = lines.map((line) => line.variantId);
  if (new Set(ids).size < ids.length) throw new Refusal('invalid', 'The same variant is listed twice.');
  const counted = await tx.sql`select 1 from variants where id = any(${ids}::uuid[]) and track_inventory`;
  if (counted.length < ids.length) throw new Refusal('not_tracked', 'The stock of one of these variants is not counted.');
  await tx.sql`insert into stock_transfer_lines (transfer_id, variant_id, quantity)
    select ${transferId}::uuid, * from unnest(${ids}::uuid[], ${lines.map((line) => line.quantity)}::int[])`;
}

export const updateTransfer = operation({
  name: 'stock.update-transfer',
  route: 'PUT /stock/transfers/:id',
  says: 'Change a planned transfer',
  needs: 'stock:write',
  input: z.object({ id: z.uuid(), note: Note.optional(), lines: Lines }),
  output: TransferView,
  async run(tx, { id, note, lines }) {
    const transfer = await lockTransfer(tx, id);
    requireState(transfer, 'draft', 'Only a transfer that was not sent yet can be changed.');
    await tx.sql`update stock_transfers set note = coalesce(${note ?? null}, note) where id = ${id}`;
    await tx.sql`delete from stock_transfer_lines where transfer_id = ${id}`;
    await writeLines(tx, id, lines);
    tellTransfer(tx, transfer, 'draft');
    return readTransfer(tx, id);
  },
});

export function requireState(transfer: LockedTransfer, state: LockedTransfer['state'], sentence: string): void {
  if (transfer.state !== state) throw new Refusal('wrong_state', sentence, { state: transfer.state });
}
