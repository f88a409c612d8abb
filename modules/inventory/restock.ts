import type { Tx } from '#platform/tenancy/context.ts';
import { sumLines, type Line } from './allocate.ts';
import { ensureLevels, lockStock } from './levels.ts';
import { defaultLocation } from './locations.ts';
import { moveStock } from './move-stock.ts';

/** Goods come back (a return) and can be sold again, all lines or none; at the default location unless told. Untracked variants are passed over. */
export async function restock(tx: Tx, back: { for: string; lines: readonly Line[]; locationId?: string; note?: string }): Promise<void> {
  const lines = sumLines(back.lines);
  const locationId = back.locationId ?? (await defaultLocation(tx));
  await ensureLevels(tx, lines.map(({ variantId }) => ({ variantId, locationId })));
  const stock = await lockStock(tx, lines.map((l) => l.variantId));
  const moves = lines
    .filter(({ variantId }) => stock.get(variantId)?.tracked)
    .map(({ variantId, quantity }) => ({ variantId, locationId, onHand: quantity, reserved: 0 }));
  await moveStock(tx, stock, moves, { reason: 'returned', reference: back.for, note: back.note ?? '' });
}
