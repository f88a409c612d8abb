import { formatMoney, money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { variantsForSale, type SellableVariant } from '#modules/catalog/index.ts';
import { taxFor } from '#modules/tax/index.ts';
import type { OrderRecord } from '../order-record.ts';
import { toSend } from '../order-state.ts';
import type { LineComponent, TaxPart } from '../shapes.ts';
import { spreadDiscount } from '../spread-discount.ts';
import { totalOf, type Totals } from '../totals.ts';
import type { EditWish } from './wish.ts';

/** A line as it will be. */
export interface PlannedLine {
  /** null = a line that is added. */
  id: string | null;
  variantId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  unitPrice: number;
  total: number;
  /** What its discount still is: as much for each unit as before, and none for units that come. */
  discount: number;
  tax: number;
  components: readonly LineComponent[] | null;
  /** Units more (or fewer) than now. */
  change: number;
  variant?: SellableVariant;
}

/** What an order will be after an edit. Nothing is stored or held. */
export interface Plan extends Totals {
  /** Lines that stay or come; one that goes is missing. */
  lines: PlannedLine[];
  gone: PlannedLine[];
  taxParts: TaxPart[];
}

/** Prices an edit: kept lines at the price they were bought for, new ones at today's, tax anew over everything. */
export async function planEdit(r: Reader, order: OrderRecord, wish: EditWish): Promise<Plan> {
  requireEditable(order);
  const planned = [...keptLines(order, wish), ...(await addedLines(r, order, wish))];
  const lines = planned.filter((line) => line.quantity > 0);
  if (lines.length === 0) throw new Refusal('empty_order', 'An order needs at least one item. Cancel it instead.');
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  const sums = { subtotal, discount: discountOf(order, wish, lines), shipping: wish.shipping ?? order.shippingTotal };
  const tax = await taxOn(r, order, lines, sums);
  const off = spreadDiscount(sums.discount, lines);
  // A smaller discount than the lines' own, agreed by hand, is what the lines have from now on.
  const taxed = lines.map((line, i) => ({ ...line, discount: Math.min(line.discount, off[i]!), tax: tax.lines[i]! }));
  const totals = totalOf({ ...sums, tax: tax.total, taxInclusive: order.taxInclusive });
  if (totals.total < order.creditedTotal) throw new Refusal('too_little', `${formatMoney(money(order.creditedTotal, order.currency))} of this order were given back already; it cannot cost less than that.`, { credited: order.creditedTotal });
  return { ...totals, lines: taxed, gone: planned.filter((line) => line.quantity === 0), taxParts: tax.parts };
}

function requireEditable(order: OrderRecord): void {
  if (order.cancelledAt) throw new Refusal('order_cancelled', 'This order was cancelled; it cannot be edited any more.');
}

function keptLines(order: OrderRecord, wish: EditWish): PlannedLine[] {
  const strange = wish.lines.find(({ lineId }) => !order.lines.some((line) => line.id === lineId));
  if (strange) throw new Refusal('invalid', 'That line is not part of this order.', { lineId: strange.lineId });
  return order.lines.map((line) => {
    const quantity = wish.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? line.quantity;
    const least = line.quantity - toSend(line);
    if (quantity < least) throw new Refusal('too_few', `${least} of ${line.title} ${least === 1 ? 'was' : 'were'} shipped or refunded already; the line cannot have fewer.`, { lineId: line.id, least });
    if (quantity < line.credited) throw new Refusal('too_few', `${line.credited} of ${line.title} were refunded already; the line cannot have fewer.`, { lineId: line.id, least: line.credited });
    const { id, variantId, title, variantTitle, unitPrice, components } = line;
    const discount = quantity >= line.quantity ? line.discount : Math.floor((line.discount * quantity) / line.quantity);
    return { id, variantId, title, variantTitle, unitPrice, components, quantity, total: unitPrice * quantity, discount, tax: 0, change: quantity - line.quantity };
  });
}

async function addedLines(r: Reader, order: OrderRecord, { add }: EditWish): Promise<PlannedLine[]> {
  if (add.length === 0) return [];
  const forSale = await variantsForSale(r, add.map(({ variantId }) => variantId), order.currency);
  return add.map(({ variantId, quantity, unitPrice }) => {
    const variant = forSale.get(variantId);
    if (!variant) throw new Refusal('not_for_sale', 'Something you want to add is not for sale.', { lines: [{ variantId }] });
    const price = unitPrice ?? variant.unitPrice;
    return { id: null, variantId, title: variant.productTitle, variantTitle: variant.variantTitle, unitPrice: price, quantity, total: price * quantity, discount: 0, tax: 0, change: quantity, variant, components: variant.components };
  });
}

// What was taken off by hand stays; what a line's own discount was goes with the units that go.
function discountOf(order: OrderRecord, wish: EditWish, lines: readonly PlannedLine[]): number {
  const subtotal = lines.reduce((sum, line) => sum + line.total, 0);
  if (wish.discount !== undefined && wish.discount > subtotal)
    throw new Refusal('invalid', `The discount can be at most ${formatMoney(money(subtotal, order.currency))}, what the items cost.`);
  const byHand = order.discountTotal - order.lines.reduce((sum, line) => sum + line.discount, 0);
  return wish.discount ?? Math.min(Math.max(0, byHand) + lines.reduce((sum, line) => sum + line.discount, 0), subtotal);
}

interface Sums {
  discount: number;
  shipping: number;
}

async function taxOn(r: Reader, order: OrderRecord, lines: readonly PlannedLine[], { discount, shipping }: Sums) {
  const address = order.shippingAddress ?? order.billingAddress;
  if (!address) return { lines: lines.map(() => 0), total: 0, parts: [] };
  const off = spreadDiscount(discount, lines);
  const rules = await r.sql<{ id: string; taxable: boolean; taxCode: string }>`
    select id, taxable, tax_code as "taxCode" from variants where id = any(${lines.map((line) => line.variantId)}::uuid[])`;
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const sale = lines.map((line, i) => {
    const rule = ruleOf.get(line.variantId);
    return { amount: line.total - off[i]!, taxable: rule?.taxable ?? true, taxCode: rule?.taxCode ?? '' };
  });
  return taxFor(r, { country: address.country, region: address.region ?? '', lines: sale, shipping, pricesIncludeTax: order.taxInclusive });
}
