import { notFound, Refusal } from '#platform/refusal.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { MOST_LINES, onlyLeft, unitsLeft, type Cart, type CartHead, type CartLineRow, type Facts } from './cart.ts';
import { factsFor } from './facts.ts';
import { showCart } from './show-cart.ts';

/** The rows of one cart as joined with its lines; a cart without lines gives one row without a line. */
type JoinedRow = CartHead & { line_id: string | null } & Omit<CartLineRow, 'id'>;

export interface OpenCart {
  head: CartHead;
  lines: CartLineRow[];
}

/** Locks an open cart and reads it. Whatever changes a cart starts here, so two changes of one cart never cross. */
export async function lockOpenCart(tx: Tx, id: string): Promise<OpenCart> {
  const rows = await tx.sql<JoinedRow>`
    with cart as (
      update carts set updated_at = ${tx.now}
      where id = (select coalesce(merged_into, id) from carts where id = ${id}) and state = 'open'
      returning id, currency, note, codes
    )
    select cart.id, cart.currency, cart.note, cart.codes, l.id as line_id, l.variant_id, l.quantity, l.seen_price, l.title, l.plan_id
    from cart left join cart_lines l on l.cart_id = cart.id order by l.id`;
  return fromRows(rows);
}

/** Reads an open cart; a cart that was merged into another shows that other one. */
export async function readOpenCart(r: Reader, id: string): Promise<OpenCart> {
  const rows = await r.sql<JoinedRow>`
    select c.id, c.currency, c.note, c.codes, l.id as line_id, l.variant_id, l.quantity, l.seen_price, l.title, l.plan_id
    from carts asked
    join carts c on c.id = coalesce(asked.merged_into, asked.id)
    left join cart_lines l on l.cart_id = c.id
    where asked.id = ${id} and c.state = 'open' order by l.id`;
  return fromRows(rows);
}

function fromRows(rows: JoinedRow[]): OpenCart {
  const first = rows[0];
  if (!first) throw notFound('This cart');
  const { id, currency, note, codes } = first;
  return { head: { id, currency, note, codes }, lines: rows.flatMap(({ line_id, codes: _codes, ...row }) => (line_id ? [{ ...row, id: line_id }] : [])) };
}

/** Shows the cart after a change. The facts were read before it; a line that slipped in meanwhile costs one more look. */
export async function presentChanged(r: Reader, head: CartHead, lines: CartLineRow[], facts: Facts): Promise<Cart> {
  const known = lines.every((line) => facts.forSale.has(line.variant_id) || facts.stock.has(line.variant_id));
  const complete = known ? facts : await factsFor(r, head, lines);
  return showCart(r, head, lines, complete);
}

/** A shopper may not put into a cart what cannot be bought, and learns why. */
export function requireBuyable(facts: Facts, wish: { variantId: string; quantity: number }): void {
  const variant = facts.forSale.get(wish.variantId);
  if (!variant) throw new Refusal('not_for_sale', 'This is not for sale here any more.', { variantId: wish.variantId });
  const left = unitsLeft(variant, facts.stock.get(wish.variantId));
  if (left >= wish.quantity) return;
  const line = { variantId: wish.variantId, wanted: wish.quantity, available: left };
  throw new Refusal('out_of_stock', onlyLeft(variant.productTitle, left), { lines: [line] });
}

export function requireRoom(lines: readonly unknown[]): void {
  if (lines.length > MOST_LINES) throw new Refusal('cart_full', `A cart holds at most ${MOST_LINES} different things.`);
}
