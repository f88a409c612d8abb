import * as z from 'zod';
import { formatMoney, money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { piecesOf } from '#modules/catalog/index.ts';
import { changePromise, releaseHold, restock } from '#modules/inventory/index.ts';
import { askForRefund, refundRoomOf, type AskedRefund, type RefundRoom } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { orderKey } from '../checkout/checkout.ts';
import { creditOf, worthOf, writeCredit } from '../credit.ts';
import { addExchange } from '../edits/add-exchange.ts';
import { returnReceived } from '../events.ts';
import { lineBy, linesOf, type Line } from '../lines.ts';
import { lockOrder, type LockedOrder } from '../lock-order.ts';
import { carryOut, Refund } from '../refund-order.ts';
import { restateGoods } from '../restate-goods.ts';
import { restatePayment } from '../settle-payment.ts';
import type { CreditLine } from '../shapes.ts';
import { moneySumsOf } from '../storefront-order.ts';
import { dueOf } from '../totals.ts';
import { writeTimeline } from '../timeline.ts';
import { holdReturn } from './decide-return.ts';
import { exchangeKey, piecesOfExchange } from './open-return.ts';
import { moveReturn, returnBy, type ReturnRecord } from './return-record.ts';

const units = z.int().min(0).max(100_000).default(0);
const Input = z.object({
  returnId: z.uuid(),
  lines: z
    .array(z.object({ lineId: z.uuid(), restock: units.meta({ description: 'units that can be sold again' }), damaged: units.meta({ description: 'units that cannot' }) }))
    .min(1)
    .max(200)
    .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once'),
  locationId: z.uuid().optional().meta({ description: 'where the goods lie now; the default location unless given' }),
  credit: z.int().min(0).optional().meta({ description: 'minor units the customer gets for it; what the units cost unless given' }),
  refund: z.boolean().default(true).meta({ description: 'give back at once what is due then' }),
  note: z.string().trim().max(2_000).default(''),
});
type Input = z.output<typeof Input>;

/**
 * Goods of a return have arrived and were looked at, unit by unit. Their price is credited, the goods of an exchange join the
 * order, and what is due after both goes back to the customer.
 */
export const receiveReturn = operation({
  name: 'orders.receive-return',
  route: 'POST /order-returns/:returnId/receipt',
  says: 'Receive a return',
  needs: 'orders:write',
  input: Input,
  output: z.object({ order: AdminOrder, refunds: z.array(Refund) }),
  async run(tx, request) {
    const rooms = await refundRoomOf(tx, (await returnBy(tx, request.returnId)).orderId);
    const { order, back, name } = await holdReturn(tx, request.returnId);
    await moveReturn(tx, back, 'received', request.note);
    const credit = creditFor(order, await linesOf(tx, order.id), back, request);
    await storeUnits(tx, order, back, request);
    await writeCredit(tx, { orderId: order.id, kind: 'return', lines: credit, shipping: 0, amount: sumOf(credit), tax: credit.reduce((sum, line) => sum + line.tax, 0), reason: name });
    await tx.sql`update order_returns set credited = ${sumOf(credit)} where id = ${back.id}`;
    await joinExchange(tx, order, back);
    await restateGoods(tx, order.id);
    await writeTimeline(tx, { orderId: order.id, kind: 'return', says: saysOf(order, name, request, sumOf(credit)), open: true });
    const refunds = request.refund ? await refundWhatIsDue(tx, order.id, rooms, name) : [];
    await restatePayment(tx, order.id, 'return');
    tx.tell(returnReceived, { orderId: order.id, number: order.number, returnId: back.id, name, credited: money(sumOf(credit), order.currency) });
    return { order: await readAdminOrder(tx, order.id), refunds: refunds.map((each) => ({ ...each, state: 'waiting' as const, sentence: '' })) };
  },
  async afterCommit(ctx, { order, refunds }) {
    const carried = await carryOut(ctx, refunds);
    return { refunds: carried, order: await ctx.read((r) => readAdminOrder(r, order.id)) };
  },
});

function sumOf(credit: readonly CreditLine[]): number {
  return credit.reduce((sum, line) => sum + line.amount, 0);
}

// Units may have been refunded while they were on their way; those are worth nothing any more.
function creditFor(order: LockedOrder, lines: readonly Line[], back: ReturnRecord, request: Input): CreditLine[] {
  const worth = worthOf(order, lines);
  const full = request.lines.flatMap((arrived) => {
    const count = arrived.restock + arrived.damaged;
    refuseTooMany(lines, back, arrived.lineId, count);
    const i = lines.findIndex((line) => line.id === arrived.lineId);
    const paid = Math.min(count, lines[i]!.quantity - lines[i]!.credited);
    return paid > 0 ? [creditOf(lines[i]!, worth.lines[i]!, paid)] : [];
  });
  // After a refund out of goodwill there may be less left to give up than the goods cost.
  const most = Math.min(sumOf(full), order.total - order.creditedTotal);
  if (request.credit !== undefined && request.credit > most) throw new Refusal('credit_too_large', 'That is more than these units cost.', { most });
  return lowerTo(full, request.credit ?? most);
}

function refuseTooMany(lines: readonly Line[], back: ReturnRecord, lineId: string, count: number): void {
  const expected = back.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
  if (count > expected) throw new Refusal('too_many', `Only ${expected} of ${lineBy(lines, lineId).title} belong to this return.`, { lineId, left: expected });
}

// Less for goods that were used, say; from the last line backwards, so that the sum is exact.
function lowerTo(full: CreditLine[], sum: number): CreditLine[] {
  let less = sumOf(full) - sum;
  return full.toReversed().map((line) => {
    const off = Math.min(less, line.amount);
    less -= off;
    const amount = line.amount - off;
    return { ...line, amount, tax: line.amount === 0 ? 0 : Math.round((line.tax * amount) / line.amount) };
  }).toReversed();
}

async function storeUnits(tx: Tx, order: LockedOrder, back: ReturnRecord, request: Input): Promise<void> {
  const arrived = request.lines.filter((line) => line.restock + line.damaged > 0);
  if (arrived.length === 0) throw new Refusal('nothing_arrived', 'Say how many units arrived, or call the return off.');
  const lines = await linesOf(tx, order.id);
  const again = piecesOf(arrived.filter((line) => line.restock > 0).map((line) => ({ ...lineBy(lines, line.lineId), quantity: line.restock })));
  if (again.length > 0) await restock(tx, { for: orderKey(order.id), lines: again, ...(request.locationId && { locationId: request.locationId }), note: 'return' });
  await tx.sql`
    with arrived as (select * from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb) as a("lineId" uuid, restock int, damaged int)), inspected as (
      update order_return_lines l set restocked = a.restock, damaged = a.damaged from arrived a where l.return_id = ${back.id} and l.line_id = a."lineId"
    )
    update order_lines l set returned = l.returned + a.restock + a.damaged from arrived a where l.id = a."lineId"`;
}

async function joinExchange(tx: Tx, order: LockedOrder, back: ReturnRecord): Promise<void> {
  if (back.exchange.length === 0) return;
  await releaseHold(tx, { for: exchangeKey(back.id), reason: 'the exchange joins the order' });
  await changePromise(tx, { for: orderKey(order.id), more: await piecesOfExchange(tx, order, back.exchange), reason: 'exchange' });
  await addExchange(tx, order.id, back.exchange);
}

async function refundWhatIsDue(tx: Tx, orderId: string, rooms: readonly RefundRoom[], name: string): Promise<AskedRefund[]> {
  const due = dueOf(moneySumsOf(await lockOrder(tx, orderId)));
  const most = rooms.reduce((sum, room) => sum + room.left, 0);
  return Math.min(due, most) > 0 ? askForRefund(tx, rooms, { amount: Math.min(due, most), reason: `Return ${name}` }) : [];
}

function saysOf(order: LockedOrder, name: string, request: Input, credited: number): string {
  const count = (of: 'restock' | 'damaged') => request.lines.reduce((sum, line) => sum + line[of], 0);
  const [good, damaged] = [count('restock'), count('damaged')];
  const what = [good > 0 && `${good} back in stock`, damaged > 0 && `${damaged} damaged`].filter(Boolean).join(', ');
  return `The return ${name} arrived: ${what}. ${formatMoney(money(credited, order.currency))} credited.`;
}
