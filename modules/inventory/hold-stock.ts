import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { allocate, shortagesOf, sumLines, type Line, type Shortage } from './allocate.ts';
import { ensureLevels, lockStock, type StockOf } from './levels.ts';
import { defaultLocation } from './locations.ts';
import { moveStock } from './move-stock.ts';

/**
 * Promises stock to `for` (say `order:<id>`) until a time: all lines or none. Two statements, also when refused.
 * Refuses with `out_of_stock` and `lines: [{ variantId, wanted, available }]`. Untracked variants hold nothing.
 * Holding twice for the same `for` is refused with `already_held`: release or commit the first.
 */
export async function holdStock(tx: Tx, wish: { for: string; lines: readonly Line[]; until: Date }): Promise<void> {
  const lines = sumLines(wish.lines);
  refuseStrangeQuantities(lines);
  const stock = await lockStockFor(tx, lines);
  const missing = shortagesOf(lines, stock);
  if (missing.length > 0) throw await outOfStock(tx, missing);
  const moves = allocate(lines, stock).map(({ quantity, ...key }) => ({ ...key, onHand: 0, reserved: quantity }));
  try {
    await moveStock(tx, stock, moves, { reason: 'held', reference: wish.for }, wish.until);
  } catch (error) {
    throw (error as { constraint?: string }).constraint === 'reservations_once' ? alreadyHeld(wish.for) : error;
  }
}

function refuseStrangeQuantities(lines: readonly Line[]): void {
  if (lines.some((l) => !Number.isSafeInteger(l.quantity) || l.quantity < 1 || l.quantity > 1_000_000))
    throw new Refusal('invalid', 'A quantity is a whole number, at least one.');
}

// A variant sold beyond stock may never have been counted; it gets its first counter here (the rare, longer way).
export async function lockStockFor(tx: Tx, lines: readonly Line[]): Promise<StockOf> {
  const ids = lines.map((l) => l.variantId);
  const stock = await lockStock(tx, ids);
  const uncounted = [...stock.values()].filter((s) => s.tracked && s.canOversell && !s.levels.some((l) => l.active));
  if (uncounted.length === 0) return stock;
  const locationId = await defaultLocation(tx);
  await ensureLevels(tx, uncounted.map((s) => ({ variantId: s.variantId, locationId })));
  return lockStock(tx, ids);
}

export async function outOfStock(tx: Tx, lines: Shortage[]): Promise<Refusal> {
  const first = lines[0]!;
  const [named] = await tx.sql<{ title: string }>`
    select p.title || case when v.title = '' then '' else ' (' || v.title || ')' end as title
    from variants v join products p on p.id = v.product_id where v.id = ${first.variantId}`;
  const title = named?.title ?? 'This product';
  const others = lines.length === 1 ? '' : ` ${lines.length - 1} more of your things cannot be had in that quantity.`;
  const left = Math.max(0, first.available);
  const sentence = left === 0 ? `${title} is sold out.` : `Only ${left} of ${title} ${left === 1 ? 'is' : 'are'} left.`;
  return new Refusal('out_of_stock', sentence + others, { lines });
}

function alreadyHeld(what: string): Refusal {
  return new Refusal('already_held', 'Stock is held for this already.', { for: what });
}
