import { actorName } from '#platform/tenancy/actor.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { stockBack, stockChanged, stockLow, stockOut, stockRecovered } from './events.ts';
import { availableOf, type StockOf, type VariantStock } from './levels.ts';

export type Reason =
  | 'held' | 'released' | 'expired' | 'shipped' | 'unshipped' | 'returned'
  | 'transfer_out' | 'transfer_in' | 'transfer_back' | 'transfer_lost'
  | 'adjusted' | 'counted' | 'received' | 'damaged' | 'lost' | 'found' | 'opening';

/** One change of one counter row. Several of the same key must be summed before. */
export interface Move {
  variantId: string;
  locationId: string;
  onHand: number;
  reserved: number;
  /** On its way to this location. */
  incoming?: number;
}

interface Because {
  reason: Reason;
  reference: string;
  note?: string;
}

// The guard and the ledger are one statement: a counter changes only with its ledger row, and never below what was promised.
// `may_oversell` is the variant's policy; a row that is below zero already may always be made better.
const COUNT = `
with moves as (
  select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::boolean[]) as m(variant_id, location_id, on_hand, reserved, may_oversell)
), counted as (
  update stock_levels s
  set on_hand = s.on_hand + m.on_hand, reserved = s.reserved + m.reserved, updated_at = $10::timestamptz,
      allow_oversell = m.may_oversell or (s.allow_oversell and s.on_hand - s.reserved + m.on_hand - m.reserved < 0)
  from moves m
  where s.variant_id = m.variant_id and s.location_id = m.location_id and s.reserved + m.reserved >= 0
    and (m.may_oversell or m.on_hand >= m.reserved or s.on_hand - s.reserved + m.on_hand - m.reserved >= 0)
  returning s.variant_id, s.location_id, m.on_hand as on_hand_change, m.reserved as reserved_change
), written as (
  insert into stock_movements (variant_id, location_id, on_hand_change, reserved_change, reason, reference, note, actor, at)
  select variant_id, location_id, on_hand_change, reserved_change, $6, $7, $8, $9, $10::timestamptz from counted
)`;
const MOVE = `${COUNT} select variant_id from counted`;
const MOVE_AND_HOLD = `${COUNT}, promised as (
  insert into reservations (held_for, variant_id, location_id, quantity, open, expires_at)
  select $7, variant_id, location_id, reserved_change, reserved_change, $11::timestamptz from counted
) select variant_id from counted`;

// Transfers also move what is on its way: the same guard and ledger with one counter more.
const MOVE_ON_THE_WAY = `
with moves as (
  select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::boolean[], $11::int[]) as m(variant_id, location_id, on_hand, reserved, may_oversell, incoming)
), counted as (
  update stock_levels s
  set on_hand = s.on_hand + m.on_hand, reserved = s.reserved + m.reserved, incoming = s.incoming + m.incoming, updated_at = $10::timestamptz,
      allow_oversell = m.may_oversell or (s.allow_oversell and s.on_hand - s.reserved + m.on_hand - m.reserved < 0)
  from moves m
  where s.variant_id = m.variant_id and s.location_id = m.location_id and s.reserved + m.reserved >= 0 and s.incoming + m.incoming >= 0
    and (m.may_oversell or m.on_hand >= m.reserved or s.on_hand - s.reserved + m.on_hand - m.reserved >= 0)
  returning s.variant_id, s.location_id, m.on_hand as on_hand_change, m.reserved as reserved_change, m.incoming as incoming_change
), written as (
  insert into stock_movements (variant_id, location_id, on_hand_change, reserved_change, incoming_change, reason, reference, note, actor, at)
  select variant_id, location_id, on_hand_change, reserved_change, incoming_change, $6, $7, $8, $9, $10::timestamptz from counted
) select variant_id from counted`;

/**
 * The only writer of counters and ledger. Takes stock that `lockStock` locked in this transaction, applies all moves in one
 * guarded statement (`holdUntil` also writes the reservations), brings `stock` up to date and tells what changed.
 */
export async function moveStock(tx: Tx, stock: StockOf, moves: Move[], because: Because, holdUntil?: Date): Promise<void> {
  if (moves.length === 0) return;
  const values = [...columnsOf(moves, stock), because.reason, because.reference, because.note ?? '', actorName(tx.actor), tx.now];
  const counted = await run(tx, moves, values, holdUntil);
  // The callers refuse first, in words; a guard that says no here means the caller's arithmetic is wrong.
  if (counted.length !== moves.length) throw new Error(`${moves.length - counted.length} of ${moves.length} stock moves (${because.reason}) were not possible`);
  for (const [variantId, own] of Map.groupBy(moves, (m) => m.variantId)) tellChange(tx, stock.get(variantId)!, own, because.reason);
}

function run(tx: Tx, moves: Move[], values: unknown[], holdUntil: Date | undefined): Promise<unknown[]> {
  if (holdUntil) return tx.query(MOVE_AND_HOLD, [...values, holdUntil]);
  if (moves.some((m) => m.incoming)) return tx.query(MOVE_ON_THE_WAY, [...values, moves.map((m) => m.incoming ?? 0)]);
  return tx.query(MOVE, values);
}

function columnsOf(moves: Move[], stock: StockOf): unknown[] {
  return [
    moves.map((m) => m.variantId),
    moves.map((m) => m.locationId),
    moves.map((m) => m.onHand),
    moves.map((m) => m.reserved),
    moves.map((m) => stock.get(m.variantId)!.canOversell),
  ];
}

function tellChange(tx: Tx, stock: VariantStock, moves: Move[], reason: Reason): void {
  const before = availableOf(stock);
  for (const move of moves) apply(stock, move);
  const available = availableOf(stock);
  const about = { variantId: stock.variantId, productId: stock.productId, sku: stock.sku, available };
  const live = stock.levels.filter((l) => l.active);
  const sum = (of: 'onHand' | 'reserved') => live.reduce((total, l) => total + l[of], 0);
  tx.tell(stockChanged, { ...about, onHand: sum('onHand'), reserved: sum('reserved') });
  const lowAt = Math.max(0, ...live.map((l) => l.lowAt));
  if (before > 0 && available <= 0) tx.tell(stockOut, about);
  else if (before > lowAt && available <= lowAt) tx.tell(stockLow, { ...about, lowAt });
  if (before <= 0 && available > 0 && reason !== 'opening') tx.tell(stockBack, about);
  if (lowAt > 0 && before <= lowAt && available > lowAt && reason !== 'opening') tx.tell(stockRecovered, { ...about, lowAt });
}

function apply(stock: VariantStock, move: Move): void {
  const level = stock.levels.find((l) => l.locationId === move.locationId)!;
  level.onHand += move.onHand;
  level.reserved += move.reserved;
}
