import type { Reader } from '#platform/tenancy/context.ts';
import { discountsFor } from '#modules/discounts/index.ts';
import { presentCart, type Cart, type CartHead, type CartLineRow, type Facts } from './cart.ts';

/** The cart as the shopper reads it, with the discounts that hold for it now. No statement more where the shop has none. */
export async function showCart(r: Reader, head: CartHead, rows: readonly CartLineRow[], facts: Facts): Promise<Cart> {
  const sold = rows.flatMap((row) => {
    const variant = facts.forSale.get(row.variant_id);
    return variant ? [{ row, variant }] : [];
  });
  const customerId = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
  const items = sold.map(({ row, variant }) => ({ key: variant.variantId, productId: variant.productId, quantity: row.quantity, unitPrice: variant.unitPrice, discountable: variant.kind !== 'gift_card' }));
  const offers = await discountsFor(r, { currency: head.currency, items, codes: head.codes, customerId });
  const lines = new Map(sold.map(({ row }, i) => [row.id, offers.lines[i]!]));
  return presentCart(head, rows, facts, { ...offers, lines });
}
