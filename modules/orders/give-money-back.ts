import { Refusal } from '#platform/refusal.ts';
import type { Context } from '#platform/tenancy/context.ts';
import { paymentsFor, refundPayment, voidPayment, type Payment } from '#modules/payments/index.ts';

/**
 * A cancelled order owes everything it took: what was captured is refunded, what was promised is given up. Whatever is under
 * way is left alone; its own news brings us here again. Repeating it does nothing twice.
 */
export async function giveMoneyBack(ctx: Context, orderId: string): Promise<void> {
  const [order] = await ctx.read((r) => r.sql<{ cancelled: boolean; kept: boolean }>`
    select cancelled_at is not null as cancelled, money_kept as kept from orders where id = ${orderId}`);
  if (!order?.cancelled) return;
  for (const payment of await ctx.read((r) => paymentsFor(r, orderId))) await giveBack(ctx, payment, order);
}

// Kept is what the shop has; a promise is given up all the same.
async function giveBack(ctx: Context, payment: Payment, { kept }: { kept: boolean }): Promise<void> {
  try {
    if (payment.state === 'authorized') await voidPayment.call(ctx, { id: payment.id });
    else if (!kept && payment.captured.amount > payment.refunded.amount) await refundPayment.call(ctx, { id: payment.id, reason: 'The order was cancelled.' });
  } catch (error) {
    if (!(error instanceof Refusal) || !BEING_DONE.has(error.code)) throw error;
  }
}

const BEING_DONE = new Set(['nothing_to_refund', 'conflict', 'wrong_state']);
