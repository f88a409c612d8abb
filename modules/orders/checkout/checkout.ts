import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { MINUTE } from '#platform/time.ts';
import type { Offered } from '#modules/payments/index.ts';
import { AddressShown, type Address } from '../address.ts';
import type { Quote } from '../quote.ts';
import { sumsOf } from '../quote.ts';

/** How long a checkout keeps its stock. */
export const HOLD_TIME = 15 * MINUTE;

export const CheckoutLine = z.object({
  variantId: z.uuid(),
  productId: z.uuid(),
  slug: z.string(),
  title: z.string(),
  variantTitle: z.string(),
  image: z.object({ url: z.string(), alt: z.string() }).nullable(),
  quantity: z.int(),
  unitPrice: Money,
  total: Money,
});

export const Checkout = z.object({
  id: z.uuid(),
  cartId: z.uuid(),
  email: z.string().nullable(),
  shippingAddress: AddressShown.nullable(),
  billingAddress: AddressShown.nullable(),
  shippingMethods: z.array(z.object({ id: z.string(), name: z.string(), price: Money, says: z.string() })),
  shippingMethodId: z.string().nullable(),
  note: z.string(),
  lines: z.array(CheckoutLine),
  subtotal: Money,
  discount: Money,
  shipping: Money.nullable().meta({ description: 'null until it is known where to and how' }),
  tax: Money,
  taxIncluded: z.boolean(),
  total: Money,
  heldUntil: z.string().meta({ description: 'The stock is kept until then; afterwards ordering tries to take it again' }),
  paymentMethods: z.array(z.object({ id: z.string(), says: z.string(), kind: z.string().meta({ description: '"page": the shopper pays on the page of the provider, which needs a returnTo' }) })),
  orderId: z.uuid().nullable().meta({ description: 'the order it has become' }),
});
export type Checkout = z.infer<typeof Checkout>;

/** A checkout as stored. */
export interface CheckoutRow {
  id: string;
  cart_id: string;
  storefront_id: string | null;
  customer_id: string | null;
  currency: string;
  lines: { variantId: string; quantity: number }[];
  email: string | null;
  shipping_address: Address | null;
  billing_address: Address | null;
  shipping_method_id: string | null;
  note: string;
  held_until: Date;
  order_id: string | null;
}

/** Under this name an order has its stock promised. */
export function orderKey(id: string): string {
  return `order:${id}`;
}

/** What a stored checkout asks to be quoted. */
export function wantedBy(row: CheckoutRow) {
  return { currency: row.currency, lines: row.lines, address: row.shipping_address, shippingMethodId: row.shipping_method_id };
}

export function presentCheckout(row: CheckoutRow, q: Quote, offered: readonly Offered[]): Checkout {
  const inMoney = (amount: number) => money(amount, q.currency);
  return {
    id: row.id,
    cartId: row.cart_id,
    email: row.email,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    shippingMethods: q.methods.map(({ id, name, says, price }) => ({ id, name, says, price: inMoney(price) })),
    shippingMethodId: q.method?.id ?? null,
    note: row.note,
    lines: q.lines.map((line) => presentLine(line, inMoney)),
    shipping: q.method || !q.needsShipping ? inMoney(q.shipping) : null,
    ...sumsOf(q),
    heldUntil: row.held_until.toISOString(),
    paymentMethods: offered.map(({ id, says, onItsPage }) => ({ id, says, kind: onItsPage ? 'page' : id })),
    orderId: row.order_id,
  };
}

function presentLine({ variant, ...line }: Quote['lines'][number], inMoney: (amount: number) => Money): z.infer<typeof CheckoutLine> {
  return {
    variantId: variant.variantId,
    productId: variant.productId,
    slug: variant.slug,
    title: variant.productTitle,
    variantTitle: variant.variantTitle,
    image: variant.imageUrl ? { url: variant.imageUrl, alt: variant.imageAlt ?? variant.productTitle } : null,
    quantity: line.quantity,
    unitPrice: inMoney(line.unitPrice),
    total: inMoney(line.total),
  };
}
