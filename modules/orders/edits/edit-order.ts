import * as z from 'zod';
import { newId } from '#platform/ids.ts';
import { formatMoney, money, Money } from '#platform/money.ts';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { piecesOf } from '#modules/catalog/index.ts';
import { changePromise } from '#modules/inventory/index.ts';
import { paymentsFor } from '#modules/payments/index.ts';
import { AdminOrder, readAdminOrder } from '../admin-order.ts';
import { orderKey } from '../checkout/checkout.ts';
import { lockOrder } from '../lock-order.ts';
import { readOrder, type OrderRecord } from '../order-record.ts';
import { restateGoods } from '../restate-goods.ts';
import { restatePayment } from '../settle-payment.ts';
import { writeTimeline } from '../timeline.ts';
import { planEdit, type Plan, type PlannedLine } from './new-totals.ts';
import { EditWish } from './wish.ts';

/** Changes what an order is made of, all at once or not at all: its lines, shipping and discount, its sums, and the stock promised to it. */
export const editOrder = operation({
  name: 'orders.edit',
  route: 'POST /orders/:id/edits',
  says: 'Edit the items of an order',
  needs: 'orders:write',
  input: EditWish.extend({
    id: z.uuid(),
    agreedTotal: Money.optional().meta({ description: 'the new total as the preview said; anything else is refused' }),
    reason: z.string().trim().max(500).default(''),
  }),
  output: AdminOrder,
  async run(tx, { id, agreedTotal, reason, ...wish }) {
    await lockOrder(tx, id);
    const order = await readOrder(tx, id);
    const plan = await planEdit(tx, order, wish);
    await refuseWhilePaying(tx, id);
    refuseASurprise(order, plan, agreedTotal);
    await promise(tx, id, plan);
    await storeLines(tx, order, plan);
    await storeSums(tx, order, plan);
    await restateGoods(tx, id);
    await writeTimeline(tx, { orderId: id, kind: 'edited', says: saysOf(order, plan, reason) });
    await restatePayment(tx, id, 'edit');
    tx.changed({ record: 'order', id, before: { total: order.total, itemCount: order.itemCount }, after: { total: plan.total, itemCount: unitsOf(plan.lines) } });
    return readAdminOrder(tx, id);
  },
});

const Preview = z.object({
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  total: Money,
  difference: Money.meta({ description: 'how much more (or less) than now' }),
  lines: z.array(z.object({ lineId: z.uuid().nullable(), variantId: z.uuid(), title: z.string(), variantTitle: z.string(), quantity: z.int(), unitPrice: Money, total: Money })),
});

/** What an edit would come to. The edit travels as JSON text because a question has no body. */
export const previewEdit = view({
  name: 'orders.preview-edit',
  route: 'GET /orders/:id/edit-preview',
  says: 'What an edit of an order would come to',
  needs: 'orders:write',
  input: z.object({ id: z.uuid(), edit: z.string().max(50_000).default('{}').meta({ description: 'JSON: lines, add, shipping, discount, as in the edit itself' }) }),
  output: Preview,
  async read(r, { id, edit }) {
    const order = await readOrder(r, id);
    const plan = await planEdit(r, order, wishIn(edit));
    const show = (amount: number) => money(amount, order.currency);
    return {
      subtotal: show(plan.subtotal),
      discount: show(plan.discount),
      shipping: show(plan.shipping),
      tax: show(plan.tax),
      total: show(plan.total),
      difference: show(plan.total - order.total),
      lines: plan.lines.map((line) => ({ lineId: line.id, variantId: line.variantId, title: line.title, variantTitle: line.variantTitle, quantity: line.quantity, unitPrice: show(line.unitPrice), total: show(line.total) })),
    };
  },
});

function wishIn(text: string): EditWish {
  const parsed = EditWish.safeParse(jsonOf(text));
  if (!parsed.success) throw new Refusal('invalid', 'The edit is not as it should be.');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function refuseWhilePaying(tx: Tx, orderId: string): Promise<void> {
  const paying = (await paymentsFor(tx, orderId)).some(({ provider, state }) => provider !== 'manual' && (state === 'requested' || state === 'unknown'));
  if (paying) throw new Refusal('payment_open', 'A card payment of this order is still being confirmed. Edit it when the answer is there.');
}

function refuseASurprise(order: OrderRecord, plan: Plan, agreed: Money | undefined): void {
  if (!agreed || (agreed.amount === plan.total && agreed.currency === order.currency)) return;
  const total = money(plan.total, order.currency);
  throw new Refusal('price_changed', `The new total is ${formatMoney(total)} now, not ${formatMoney(agreed)}. Please look at it again.`, { agreedTotal: agreed, total });
}

function promise(tx: Tx, orderId: string, { lines, gone }: Plan): Promise<void> {
  const changed = [...lines, ...gone];
  const wishes = (sign: 1 | -1) => piecesOf(changed.filter((line) => Math.sign(line.change) === sign).map((line) => ({ ...line, quantity: Math.abs(line.change) })));
  return changePromise(tx, { for: orderKey(orderId), more: wishes(1), less: wishes(-1), reason: 'edited' });
}

async function storeLines(tx: Tx, order: OrderRecord, plan: Plan): Promise<void> {
  const kept = plan.lines.filter((line) => line.id !== null);
  await tx.sql`delete from order_lines where order_id = ${order.id} and id = any(${plan.gone.map((line) => line.id!)}::uuid[])`;
  await tx.sql`
    update order_lines l set quantity = n.quantity, total = n.total, discount = n.discount, tax = n.tax
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as n(id uuid, quantity int, total bigint, discount bigint, tax bigint) where l.id = n.id`;
  const added = plan.lines.filter((line) => line.id === null);
  if (added.length > 0) await insertLines(tx, order.id, added);
}

export async function insertLines(tx: Tx, orderId: string, lines: readonly PlannedLine[]): Promise<void> {
  const rows = lines.map(({ variant, variantId, title, variantTitle, quantity, unitPrice, total, discount, tax, components }) => ({
    ...{ id: newId(), variant_id: variantId, title, variant_title: variantTitle, quantity, unit_price: unitPrice, total, discount, tax, components, kind: variant!.kind },
    ...{ product_id: variant!.productId, slug: variant!.slug, sku: variant!.sku, image_url: variant!.imageUrl, requires_shipping: variant!.requiresShipping },
  }));
  await tx.sql`
    insert into order_lines (id, order_id, position, variant_id, product_id, slug, sku, title, variant_title, image_url, requires_shipping, quantity, unit_price, total, discount, tax, kind, components)
    select n.id, ${orderId}, (select coalesce(max(position), -1) from order_lines where order_id = ${orderId}) + row_number() over (), n.variant_id, n.product_id,
      n.slug, n.sku, n.title, n.variant_title, n.image_url, n.requires_shipping, n.quantity, n.unit_price, n.total, n.discount, n.tax, n.kind, n.components
    from jsonb_populate_recordset(null::order_lines, ${JSON.stringify(rows)}::jsonb) n`;
}

async function storeSums(tx: Tx, order: OrderRecord, plan: Plan): Promise<void> {
  await tx.sql`
    update orders set item_count = ${unitsOf(plan.lines)}, subtotal = ${plan.subtotal}, discount_total = ${plan.discount}, shipping_total = ${plan.shipping},
      tax_total = ${plan.tax}, tax_parts = ${JSON.stringify(plan.taxParts)}::jsonb, total = ${plan.total}, updated_at = ${tx.now}
    where id = ${order.id}`;
}

function unitsOf(lines: readonly PlannedLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

function saysOf(order: OrderRecord, plan: Plan, reason: string): string {
  const show = (amount: number) => formatMoney(money(amount, order.currency));
  const changes = [...plan.lines, ...plan.gone].filter((line) => line.change !== 0).map((line) => `${line.change > 0 ? '+' : '−'}${Math.abs(line.change)} ${line.title}`);
  const sums = [plan.shipping !== order.shippingTotal && `shipping ${show(plan.shipping)}`, plan.discount !== order.discountTotal && `discount ${show(plan.discount)}`].filter(Boolean);
  const what = [...changes, ...sums].join(', ') || 'nothing changed';
  return [`Order edited: ${what}. The total is ${show(plan.total)}${plan.total === order.total ? ' as before' : `, was ${show(order.total)}`}.`, reason].filter(Boolean).join(' ');
}
