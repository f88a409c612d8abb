import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import type { LineComponent } from './shapes.ts';

/** A line of an order as changes of it see it. */
export interface Line {
  id: string;
  position: number;
  variantId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  fulfilled: number;
  returned: number;
  removed: number;
  credited: number;
  creditedAmount: number;
  unitPrice: number;
  total: number;
  discount: number;
  tax: number;
  components: LineComponent[] | null;
}

/** The lines of an order the caller has locked. One statement. */
export function linesOf(tx: Tx, orderId: string): Promise<Line[]> {
  return tx.sql<Line>`
    select id, position, variant_id as "variantId", title, variant_title as "variantTitle", quantity, fulfilled, returned, removed, credited,
      credited_amount as "creditedAmount", unit_price as "unitPrice", total, discount, tax, components
    from order_lines where order_id = ${orderId} order by position, id`;
}

/** The line of that id, or a refusal. */
export function lineBy(lines: readonly Line[], lineId: string): Line {
  const line = lines.find((each) => each.id === lineId);
  if (!line) throw new Refusal('invalid', 'That line is not part of this order.', { lineId });
  return line;
}
