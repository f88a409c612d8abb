import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { Refusal, notFound } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { ensureLevels, lockStock, type Level, type StockOf } from './levels.ts';
import { defaultLocation } from './locations.ts';
import { moveStock, type Move, type Reason } from './move-stock.ts';

/** So many were counted there. */
export interface Count {
  variantId: string;
  locationId?: string | undefined;
  onHand: number;
}

const MOST = 1_000_000_000;

/**
 * Sets on hand to what was counted, all or none, for any number of variants; the ledger gets the differences. Refuses with
 * `stock_promised` when fewer are counted than are promised to orders.
 */
export async function countStock(tx: Tx, counts: readonly Count[], because: { reason: Reason; reference?: string; note?: string }): Promise<void> {
  const fallback = counts.some((c) => !c.locationId) ? await defaultLocation(tx) : '';
  const goals = counts.map((c) => ({ variantId: c.variantId, locationId: c.locationId ?? fallback, onHand: c.onHand }));
  const stock = await openLevels(tx, goals);
  const moves = goals.map(({ onHand, ...key }) => ({ ...key, onHand: onHand - levelOf(stock, key).onHand, reserved: 0 }));
  refuseBrokenPromises(stock, moves);
  await moveStock(tx, stock, moves.filter((m) => m.onHand !== 0), { reference: '', ...because });
}

interface Key {
  variantId: string;
  locationId: string;
}

/** Locks these counters, making those that do not exist; refuses unknown variants and places, and a key given twice. */
export async function openLevels(tx: Tx, keys: readonly Key[]): Promise<StockOf> {
  if (new Set(keys.map((k) => `${k.variantId} ${k.locationId}`)).size < keys.length) throw new Refusal('invalid', 'The same variant and location is listed twice.');
  const ids = keys.map((k) => k.variantId);
  const stock = await lockStock(tx, ids);
  if (keys.some((k) => !stock.has(k.variantId))) throw notFound('The variant');
  const missing = keys.filter((k) => !stock.get(k.variantId)!.levels.some((l) => l.locationId === k.locationId));
  if (missing.length === 0) return stock;
  await refuseUnknownLocations(tx, missing);
  await ensureLevels(tx, missing);
  return lockStock(tx, ids);
}

async function refuseUnknownLocations(tx: Tx, keys: Key[]): Promise<void> {
  const ids = [...new Set(keys.map((k) => k.locationId))];
  const known = await tx.sql`select 1 from locations where id = any(${ids}::uuid[])`;
  if (known.length < ids.length) throw notFound('The location');
}

export function levelOf(stock: StockOf, key: Key): Level {
  return stock.get(key.variantId)!.levels.find((l) => l.locationId === key.locationId)!;
}

export function refuseBrokenPromises(stock: StockOf, moves: readonly Move[]): void {
  for (const move of moves) {
    const level = levelOf(stock, move);
    const onHand = level.onHand + move.onHand;
    if (onHand > MOST) throw new Refusal('invalid', 'That is more than can be counted here.');
    const broken = !stock.get(move.variantId)!.canOversell && move.onHand < 0 && onHand < level.reserved;
    if (broken || (onHand < 0 && move.onHand < 0)) throw promised(level, move.variantId, onHand);
  }
}

function promised(level: Level, variantId: string, onHand: number): Refusal {
  const details = { variantId, onHand: level.onHand, reserved: level.reserved };
  if (onHand < 0 && level.reserved === 0) return new Refusal('stock_negative', `There are only ${level.onHand} on hand; fewer than none is not possible.`, details);
  return new Refusal('stock_promised', `${level.reserved} of these are promised to orders; on hand cannot go below that.`, details);
}

export const setManyStocks = operation({
  name: 'stock.set-many',
  route: 'PUT /stock',
  says: 'Set the stock of many variants',
  needs: 'stock:write',
  input: z.object({
    reason: z.enum(['counted', 'opening']).default('counted'),
    note: z.string().max(500).default(''),
    lines: z.array(z.object({ variantId: z.uuid(), locationId: z.uuid().optional(), onHand: z.int().min(0).max(MOST) })).min(1).max(5_000),
  }),
  output: z.object({ set: z.int() }),
  async run(tx, { lines, reason, note }) {
    await countStock(tx, lines, { reason, note });
    return { set: lines.length };
  },
});
