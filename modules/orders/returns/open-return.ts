import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { piecesOf, variantsForSale } from '#modules/catalog/index.ts';
import { changePromise } from '#modules/inventory/index.ts';
import { lineBy, linesOf } from '../lines.ts';
import type { LockedOrder } from '../lock-order.ts';
import { restateGoods } from '../restate-goods.ts';
import type { ExchangeLine, ReturnPhoto } from '../shapes.ts';
import { expectedBack } from '../take-back.ts';
import { RETURN_REASONS, type ReturnReason, type ReturnStage } from './return-stage.ts';

export const ReturnLines = z
  .array(z.object({ lineId: z.uuid(), quantity: z.int().min(1).max(100_000) }))
  .min(1)
  .max(200)
  .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once');
export const Reason = z.enum(RETURN_REASONS).default('other');

export const ExchangeWish = z
  .array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(9_999), unitPrice: z.int().min(0).optional().meta({ description: "agreed by hand, minor units; today's price unless given" }) }))
  .max(50);

interface NewReturn {
  lines: z.output<typeof ReturnLines>;
  reason: ReturnReason;
  note: string;
  instructions: string;
  labelUrl: string | null;
  stage: Extract<ReturnStage, 'requested' | 'approved'>;
  byCustomer: boolean;
  photos?: readonly ReturnPhoto[];
  exchange: z.output<typeof ExchangeWish>;
}

/** The name under which the goods of an exchange are set aside until it is over. */
export function exchangeKey(returnId: string): string {
  return `exchange:${returnId}`;
}

/** Opens a return of units that were sent and are not on their way back already; the caller has locked the order. */
export async function openReturn(tx: Tx, order: LockedOrder, wish: NewReturn): Promise<{ id: string; number: number }> {
  await refuseUnitsThatAreNotOut(tx, order, wish);
  const id = newId();
  const exchange = await pricedExchange(tx, order, wish.exchange);
  await changePromise(tx, { for: exchangeKey(id), more: await piecesOfExchange(tx, order, exchange), reason: 'exchange' });
  const [made] = await tx.sql<{ number: number }>`
    insert into order_returns (id, order_id, number, stage, reason, note, instructions, label_url, by_customer, photos, exchange, created_at)
    select ${id}, ${order.id}, coalesce(max(number), 0) + 1, ${wish.stage}, ${wish.reason}, ${wish.note}, ${wish.instructions}, ${wish.labelUrl}, ${wish.byCustomer}, ${JSON.stringify(wish.photos ?? [])}::jsonb,
      ${JSON.stringify(exchange)}::jsonb, ${tx.now}
    from order_returns where order_id = ${order.id} returning number`;
  await tx.sql`
    insert into order_return_lines (return_id, line_id, quantity)
    select ${id}, * from unnest(${wish.lines.map((l) => l.lineId)}::uuid[], ${wish.lines.map((l) => l.quantity)}::int[])`;
  await restateGoods(tx, order.id);
  return { id, number: made!.number };
}

async function refuseUnitsThatAreNotOut(tx: Tx, order: LockedOrder, wish: NewReturn): Promise<void> {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; nothing of it can be returned.');
  const [lines, expected] = [await linesOf(tx, order.id), await expectedBack(tx, order.id)];
  for (const { lineId, quantity } of wish.lines) {
    const line = lineBy(lines, lineId);
    const out = line.fulfilled - line.returned - (expected.get(lineId) ?? 0);
    if (quantity <= out) continue;
    const sentence = line.fulfilled === 0 ? `${line.title} was not sent yet; it can be taken off the order instead.` : out === 0 ? `All of ${line.title} came back, or is on its way back.` : `Only ${out} of ${line.title} can be returned.`;
    throw new Refusal('too_many', sentence, { lineId, left: out });
  }
}

/** What the goods of an exchange take from the stock. */
export async function piecesOfExchange(tx: Tx, { currency }: { currency: string }, exchange: readonly ExchangeLine[]): Promise<{ variantId: string; quantity: number }[]> {
  const forSale = await variantsForSale(tx, exchange.map(({ variantId }) => variantId), currency);
  return piecesOf(exchange.map(({ variantId, quantity }) => ({ variantId, quantity, components: forSale.get(variantId)?.components ?? null })));
}

async function pricedExchange(tx: Tx, order: LockedOrder, wish: z.output<typeof ExchangeWish>): Promise<ExchangeLine[]> {
  if (wish.length === 0) return [];
  const forSale = await variantsForSale(tx, wish.map(({ variantId }) => variantId), order.currency);
  return wish.map(({ variantId, quantity, unitPrice }) => {
    const variant = forSale.get(variantId);
    if (!variant) throw new Refusal('not_for_sale', 'Something the customer wants instead is not for sale.', { lines: [{ variantId }] });
    const title = [variant.productTitle, variant.variantTitle].filter(Boolean).join(', ');
    return { variantId, title, quantity, unitPrice: unitPrice ?? variant.unitPrice };
  });
}
