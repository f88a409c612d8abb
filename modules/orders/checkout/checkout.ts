import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { MINUTE } from '#platform/time.ts';
import { LinePlanShown, planShown } from '#modules/carts/index.ts';
import { DISCOUNT_CLASSES } from '#modules/discounts/index.ts';
import { storeCreditOf, tenderFor, type TenderPart, type TenderWish } from '#modules/gift-cards/index.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { keepsFor, offeredProviders, type Offered } from '#modules/payments/index.ts';
import { AddressShown, type Address } from '../address.ts';
import type { Quote } from '../quote.ts';
import { beginsSubscription, sumsOf } from '../quote.ts';

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
  discount: Money.meta({ description: 'what discounts take off this line' }),
  plan: LinePlanShown.nullable().meta({ description: 'the subscription it begins; null = bought once' }),
});

const DiscountShown = z.object({ title: z.string(), code: z.string().nullable(), class: z.enum(DISCOUNT_CLASSES), amount: Money, endsAt: z.string().nullable() });
const TenderShown = z.object({ id: z.uuid(), kind: z.enum(['gift_card', 'store_credit']), last4: z.string().nullable(), amount: Money, left: Money.meta({ description: 'what stays on it' }) });

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
  discounts: z.array(DiscountShown),
  codes: z.array(z.object({ code: z.string(), applied: z.boolean(), sentence: z.string().meta({ description: 'why it does not apply; empty when it does' }) })),
  tender: z.array(TenderShown).meta({ description: 'gift cards and store credit, and how much of the total each pays' }),
  storeCredit: z.object({ available: Money, used: z.boolean() }).nullable().meta({ description: 'of the customer who is signed in; null where there is none' }),
  due: Money.meta({ description: 'what is left to pay by another way; name it as agreedDue when you order with gift cards or store credit' }),
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
  lines: { variantId: string; quantity: number; planId?: string }[];
  email: string | null;
  shipping_address: Address | null;
  billing_address: Address | null;
  shipping_method_id: string | null;
  note: string;
  codes: string[];
  gift_card_ids: string[];
  store_credit: boolean;
  held_until: Date;
  order_id: string | null;
}

/** Under this name an order has its stock promised. */
export function orderKey(id: string): string {
  return `order:${id}`;
}

/** What a stored checkout asks to be quoted. */
export function wantedBy(row: CheckoutRow) {
  const shopper = { codes: row.codes, customerId: row.customer_id, email: row.email };
  return { currency: row.currency, lines: row.lines, address: row.shipping_address, shippingMethodId: row.shipping_method_id, shopper };
}

/** What it is to be paid with besides a card or a transfer. Store credit is for its owner, signed in. */
export function tenderOf(row: CheckoutRow, r: Pick<Reader, 'actor'>): TenderWish {
  const signedIn = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
  return { giftCardIds: row.gift_card_ids, storeCreditOf: row.store_credit && signedIn ? signedIn : null, currency: row.currency };
}

/** The checkout with everything that can be said of it now. No statement more where neither gift card nor signed-in customer is about. */
export async function showCheckout(r: Reader, row: CheckoutRow, q: Quote): Promise<Checkout> {
  const signedIn = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
  const credit = signedIn ? await storeCreditOf(r, signedIn, row.currency) : 0;
  return presentCheckout(row, q, { parts: await tenderFor(r, tenderOf(row, r), q.total), credit, offered: await offeredProviders(r) });
}

interface WaysToPay {
  parts: readonly TenderPart[];
  credit: number;
  offered: readonly Offered[];
}

function presentCheckout(row: CheckoutRow, q: Quote, { parts, credit, offered }: WaysToPay): Checkout {
  const inMoney = (amount: number) => money(amount, q.currency);
  const due = q.total - parts.reduce((sum, part) => sum + part.amount, 0);
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
    discounts: q.discounts.map(({ title, code, class: of, amount, endsAt }) => ({ title, code, class: of, amount: inMoney(amount), endsAt: endsAt?.toISOString() ?? null })),
    codes: q.codes.map(({ code, applied, reason }) => ({ code, applied, sentence: reason?.sentence ?? '' })),
    tender: parts.map(({ accountId, kind, last4, amount, balance }) => ({ id: accountId, kind, last4, amount: inMoney(amount), left: inMoney(balance - amount) })),
    storeCredit: credit > 0 ? { available: inMoney(credit), used: row.store_credit } : null,
    due: inMoney(due),
    heldUntil: row.held_until.toISOString(),
    paymentMethods: offered.filter((each) => !beginsSubscription(q) || keepsFor(each, due)).map(({ id, says, onItsPage }) => ({ id, says, kind: onItsPage ? 'page' : id })),
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
    discount: inMoney(line.discount),
    plan: planShown(variant.plan, variant.currency),
  };
}
