import * as z from 'zod';
import { allocate, formatMoney, money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { refundIntoStoreCredit } from '#modules/gift-cards/index.ts';
import { askForRefund, carryOutStep, refundRoomOf, stepsBy, type RefundRoom } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from './admin-order.ts';
import { creditOf, taxIn, worthOf, writeCredit, type WorthLine } from './credit.ts';
import { linesOf, type Line } from './lines.ts';
import { lockOrder, type LockedOrder } from './lock-order.ts';
import { restatePayment } from './settle-payment.ts';
import type { CreditLine } from './shapes.ts';
import { moneySumsOf } from './storefront-order.ts';
import { takeBack } from './take-back.ts';
import { dueOf } from './totals.ts';
import { writeTimeline } from './timeline.ts';

const RefundState = z.enum(['waiting', 'done', 'refused', 'unknown']);
export const Refund = z.object({
  id: z.uuid(),
  paymentId: z.uuid(),
  amount: z.int(),
  state: RefundState,
  sentence: z.string().meta({ description: 'why the provider refused' }),
});
export type Refund = z.infer<typeof Refund>;

const amount = z.int().min(1).meta({ description: 'Minor units' });
const Input = z.object({
  id: z.uuid(),
  lines: z
    .array(z.object({ lineId: z.uuid(), quantity: z.int().min(1).max(100_000), restock: z.boolean().default(false).meta({ description: 'take the units back: unsent ones are not sent any more, sent ones lie in the stock again' }) }))
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once')
    .default([]),
  shipping: amount.optional().meta({ description: 'of what shipping cost, tax in it' }),
  amount: amount.optional().meta({ description: 'what lines and shipping come to unless given; without either, everything that is left' }),
  reason: z.string().trim().max(200).default(''),
  to: z.enum(['origin', 'store_credit']).default('origin').meta({ description: 'back by the way it was paid, or as store credit of the customer' }),
});
type Input = z.output<typeof Input>;

/** Gives money of an order back: for units of its lines, for shipping, or just an amount. Never more than came in. */
export const refundOrder = operation({
  name: 'orders.refund',
  route: 'POST /orders/:id/refunds',
  says: 'Refund an order',
  needs: 'payments:write',
  input: Input,
  output: z.object({ order: AdminOrder, refunds: z.array(Refund) }),
  async run(tx, request) {
    const rooms = await refundRoomOf(tx, request.id);
    const order = await lockOrder(tx, request.id);
    const lines = await linesOf(tx, order.id);
    const credit = await creditFor(tx, order, lines, request);
    const wanted = request.amount ?? (credit.amount || roomOf(rooms) || 1);
    const toCredit = request.to === 'store_credit';
    const asked = toCredit ? [] : await askForRefund(tx, rooms, { amount: wanted, reason: request.reason });
    await recordCredit(tx, order, { ...credit, amount: wanted, reason: request.reason });
    await takeBack(tx, order, lines, request.lines.filter((line) => line.restock));
    await writeTimeline(tx, { orderId: order.id, kind: 'refund.asked', says: saysOf(order, wanted, credit.lines, request.reason) });
    const credited = toCredit ? await refundIntoStoreCredit(tx, rooms, { ...order, orderId: order.id, amount: wanted, reason: request.reason }) : [];
    await restatePayment(tx, order.id, 'refund');
    return { order: await readAdminOrder(tx, order.id), refunds: [...asked, ...credited].map((each) => ({ ...each, state: 'waiting' as const, sentence: '' })) };
  },
  afterCommit: async (ctx, { refunds }, { id }) => ({ refunds: await carryOut(ctx, refunds), order: await ctx.read((r) => readAdminOrder(r, id)) }),
});

/** Asks the provider for stored refunds, and says how each stands then. Repeating it asks for nothing twice. */
export async function carryOut(ctx: Context, refunds: readonly Refund[]): Promise<Refund[]> {
  for (const { id } of refunds) await carryOutStep(ctx, id);
  const standing = new Map((await ctx.read((r) => stepsBy(r, refunds.map(({ id }) => id)))).map((step) => [step.id, step]));
  return refunds.map((refund) => ({ ...refund, state: standing.get(refund.id)?.state ?? refund.state, sentence: standing.get(refund.id)?.sentence ?? '' }));
}

function roomOf(rooms: readonly RefundRoom[]): number {
  return rooms.reduce((sum, { left }) => sum + left, 0);
}

interface Credit {
  lines: CreditLine[];
  shipping: number;
  amount: number;
  tax: number;
}

async function creditFor(tx: Tx, order: LockedOrder, lines: readonly Line[], request: Input): Promise<Credit> {
  const worth = worthOf(order, lines);
  const credits = request.lines.map(({ lineId, quantity }) => {
    const i = lines.findIndex((line) => line.id === lineId);
    if (i < 0) throw new Refusal('invalid', 'That line is not part of this order.', { lineId });
    return creditOf(lines[i] as WorthLine, worth.lines[i]!, quantity);
  });
  const shipping = request.shipping ?? 0;
  if (shipping > 0) await refuseTooMuchShipping(tx, order, worth.shipping, shipping);
  const tax = credits.reduce((sum, credit) => sum + credit.tax, 0) + taxIn(shipping, worth.shipping, worth.shippingTax);
  return lessIfAsked({ lines: credits, shipping, tax, amount: credits.reduce((sum, credit) => sum + credit.amount, 0) + shipping }, request.amount);
}

async function refuseTooMuchShipping(tx: Tx, order: LockedOrder, worth: number, wanted: number): Promise<void> {
  const [given] = await tx.sql<{ sum: number }>`select coalesce(sum(shipping), 0)::bigint as sum from order_credits where order_id = ${order.id}`;
  const left = Math.max(0, worth - given!.sum);
  if (wanted > left) throw new Refusal('too_many', left === 0 ? 'Shipping was refunded already.' : `At most ${formatMoney(money(left, order.currency))} of the shipping can still be refunded.`, { left });
}

// A restocking fee, say: less money for the same units, spread over them.
function lessIfAsked(credit: Credit, asked: number | undefined): Credit {
  if (asked === undefined || credit.amount === 0 || asked === credit.amount) return credit;
  if (asked > credit.amount) throw new Refusal('refund_too_large', 'That is more than these units and the shipping cost.', { most: credit.amount });
  const parts = allocate(asked, [...credit.lines.map((line) => line.amount), credit.shipping]);
  const lines = credit.lines.map((line, i) => ({ ...line, amount: parts[i]!, tax: taxIn(parts[i]!, line.amount, line.tax) }));
  return { lines, shipping: parts.at(-1)!, amount: asked, tax: taxIn(asked, credit.amount, credit.tax) };
}

// What is due already (an edit, a return) is only paid out; anything beyond it is given up of the total. Units always are.
async function recordCredit(tx: Tx, order: LockedOrder, credit: Credit & { reason: string }): Promise<void> {
  const byHand = credit.lines.length === 0 && credit.shipping === 0;
  const amount = byHand ? Math.max(0, credit.amount - dueOf(moneySumsOf(order))) : credit.amount;
  if (amount > order.total - order.creditedTotal && !order.cancelledAt) throw new Refusal('refund_too_large', 'More than that of this order was given up already; refund what is due as an amount.', { most: order.total - order.creditedTotal });
  if (amount > 0 && !order.cancelledAt) await writeCredit(tx, { ...credit, amount, orderId: order.id, kind: 'refund' });
}

function saysOf(order: LockedOrder, wanted: number, lines: readonly CreditLine[], reason: string): string {
  const units = lines.map((line) => `${line.quantity} × ${line.title}`).join(', ');
  const sum = formatMoney(money(wanted, order.currency));
  return [`A refund of ${sum} was asked for${units ? `: ${units}` : ''}.`, reason].filter(Boolean).join(' ');
}
