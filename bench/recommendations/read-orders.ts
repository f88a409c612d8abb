import { StartError } from '#platform/start-error.ts';
import { sheetOf, taken } from '../relevance/read-files.ts';

/** What somebody bought at once. Each product stands in it once. */
export interface PastOrder {
  id: string;
  at: Date;
  /** Empty where nobody knows. */
  buyer: string;
  products: string[];
}

/** Names that files give to the same thing; the first of each is the one of the documents. */
const NAMES = {
  order: ['order', 'order_id', 'invoiceno', 'invoice', 'transaction', 'transaction_id', 'basket'],
  at: ['at', 'placed_at', 'date', 'invoicedate', 'order_date', 'created_at', 'timestamp'],
  product: ['product', 'product_id', 'stockcode', 'item', 'item_id', 'sku'],
  buyer: ['buyer', 'customer', 'customer_id', 'customerid', 'user_id', 'member_number'],
  quantity: ['quantity', 'pieces'],
} as const;

/** Orders from a file with a line for each thing bought, earliest first. Lines of nothing, or of things that came back, do not count. */
export function ordersIn(text: string): PastOrder[] {
  const { rows, first } = sheetOf(text, [NAMES.order, NAMES.at, NAMES.product, NAMES.buyer]);
  const orders = new Map<string, PastOrder>();
  for (const [i, row] of rows.entries()) {
    const [id, product, quantity] = [taken(row, NAMES.order), taken(row, NAMES.product), taken(row, NAMES.quantity)];
    if (!id || !product) throw new StartError(`Line ${i + first} names no order or no product.`);
    if (quantity !== '' && !(Number(quantity) > 0)) continue;
    const order = orders.get(id) ?? { id, at: instantOf(taken(row, NAMES.at), i + first), buyer: taken(row, NAMES.buyer), products: [] };
    if (!order.products.includes(product)) order.products.push(product);
    orders.set(id, order);
  }
  return [...orders.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function instantOf(text: string, line: number): Date {
  const at = new Date(text);
  if (Number.isNaN(at.getTime())) throw new StartError(`Line ${line} has the date "${text}", which cannot be read. Write it as 2026-03-31 or 2026-03-31T09:30:00Z.`);
  return at;
}
