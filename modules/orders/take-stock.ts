import { Refusal } from '#platform/refusal.ts';
import { later, MINUTE } from '#platform/time.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { holdName } from '#modules/carts/index.ts';
import { commitHold, holdStock, releaseHold } from '#modules/inventory/index.ts';
import { orderKey } from './checkout/checkout.ts';
import { wishesOf, type QuotedLine } from './quote.ts';

type Taken = { variantId: string; quantity: number }[];

/** Turns the checkout's hold into the order's promise. One statement; when the hold is gone or too small, the stock is taken anew or refused. */
export async function takeStock(tx: Tx, cartId: string, orderId: string, lines: readonly QuotedLine[]): Promise<void> {
  const taken = await commitHeld(tx, cartId, orderId);
  if (covers(taken, lines)) return;
  await releaseHold(tx, { for: holdName(cartId), reason: 'taken anew' });
  await releaseHold(tx, { for: orderKey(orderId), reason: 'taken anew' });
  await takeFreshStock(tx, orderId, lines);
}

/** Promises stock to an order without a hold before it. */
export async function takeFreshStock(tx: Tx, orderId: string, lines: readonly QuotedLine[]): Promise<void> {
  await holdStock(tx, { for: orderKey(orderId), lines: wishesOf(lines), until: later(tx.now, MINUTE) });
  await commitHold(tx, { from: orderKey(orderId), to: orderKey(orderId) });
}

async function commitHeld(tx: Tx, cartId: string, orderId: string): Promise<Taken> {
  try {
    return await commitHold(tx, { from: holdName(cartId), to: orderKey(orderId) });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'hold_expired') return [];
    throw error;
  }
}

// An empty answer may mean that nothing is counted, or that the hold was given back meanwhile; only the lines can tell.
function covers(taken: Taken, lines: readonly QuotedLine[]): boolean {
  const [have, want] = [sumsOf(taken), sumsOf(wishesOf(lines.map(counted).filter((line) => line.variant.trackInventory)))];
  return [...want].every(([variantId, quantity]) => have.get(variantId) === quantity);
}

// Of a bundle only the components that are counted.
function counted(line: QuotedLine): QuotedLine {
  const components = line.variant.components?.filter((part) => part.tracked) ?? null;
  return { ...line, variant: { ...line.variant, components } };
}

function sumsOf(pieces: Taken): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of pieces) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return sums;
}
