import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { variantsForSale } from '#modules/catalog/index.ts';
import { taxFor } from '#modules/tax/index.ts';
import { readOrder, type OrderRecord } from '../order-record.ts';
import type { ExchangeLine, TaxPart } from '../shapes.ts';
import { totalOf } from '../totals.ts';
import { insertLines } from './edit-order.ts';
import type { PlannedLine } from './new-totals.ts';

/**
 * New lines join an order at the price agreed, taxed on their own: what was sold before keeps its tax. Their stock is promised
 * by the caller.
 */
export async function addExchange(tx: Tx, orderId: string, exchange: readonly ExchangeLine[]): Promise<void> {
  const order = await readOrder(tx, orderId);
  const lines = await plannedLines(tx, order, exchange);
  const taxed = await taxOn(tx, order, lines);
  await insertLines(tx, orderId, lines.map((line, i) => ({ ...line, tax: taxed.lines[i] ?? 0 })));
  const more = lines.reduce((sum, line) => sum + line.total, 0);
  const sums = totalOf({ subtotal: order.subtotal + more, discount: order.discountTotal, shipping: order.shippingTotal, tax: order.taxTotal + taxed.total, taxInclusive: order.taxInclusive });
  await tx.sql`
    update orders set item_count = item_count + ${lines.reduce((sum, line) => sum + line.quantity, 0)}, subtotal = ${sums.subtotal}, tax_total = ${sums.tax},
      tax_parts = ${JSON.stringify(together(order.taxParts, taxed.parts))}::jsonb, total = ${sums.total}, updated_at = ${tx.now}
    where id = ${orderId}`;
}

async function plannedLines(tx: Tx, order: OrderRecord, exchange: readonly ExchangeLine[]): Promise<PlannedLine[]> {
  const forSale = await variantsForSale(tx, exchange.map(({ variantId }) => variantId), order.currency);
  return exchange.map(({ variantId, quantity, unitPrice }) => {
    const variant = forSale.get(variantId);
    if (!variant) throw new Refusal('not_for_sale', 'Something of the exchange is no longer for sale. Call the exchange off and begin a return.', { lines: [{ variantId }] });
    return { id: null, variantId, title: variant.productTitle, variantTitle: variant.variantTitle, quantity, unitPrice, total: unitPrice * quantity, discount: 0, tax: 0, change: quantity, variant, components: variant.components };
  });
}

async function taxOn(tx: Tx, order: OrderRecord, lines: readonly PlannedLine[]): Promise<{ lines: number[]; total: number; parts: TaxPart[] }> {
  const address = order.shippingAddress ?? order.billingAddress;
  if (!address) return { lines: [], total: 0, parts: [] };
  const sale = lines.map((line) => ({ amount: line.total, taxable: line.variant!.taxable, taxCode: line.variant!.taxCode }));
  return taxFor(tx, { country: address.country, region: address.region ?? '', lines: sale, shipping: 0, pricesIncludeTax: order.taxInclusive });
}

function together(before: readonly TaxPart[], more: readonly TaxPart[]): TaxPart[] {
  const parts = Map.groupBy([...before, ...more], (part) => `${part.name} ${part.rate}`);
  return [...parts.values()].map((same) => ({ ...same[0]!, amount: same.reduce((sum, part) => sum + part.amount, 0) }));
}
