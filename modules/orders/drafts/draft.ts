import * as z from 'zod';
import { Money, money } from '#platform/money.ts';
import { notFound } from '#platform/refusal.ts';
import type { Reader } from '#platform/tenancy/context.ts';
import { Address, AddressShown } from '../address.ts';
import { quote, sumsOf, type Quote, type QuoteFor } from '../quote.ts';
import type { DraftLine } from '../shapes.ts';

const amount = z.int().min(0).meta({ description: 'Minor units' });

/** What the shop's people fill in. Everything but the lines may come later. */
export const DraftInput = z.object({
  email: z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email('an e-mail address is needed'))]).nullish(),
  customerName: z.string().trim().max(200).default(''),
  currency: z.string().regex(/^[A-Z]{3}$/).optional().meta({ description: "the workspace's own unless given" }),
  lines: z
    .array(z.object({ variantId: z.uuid(), quantity: z.int().min(1).max(9_999), unitPrice: amount.optional() }))
    .min(1)
    .max(100)
    .refine((lines) => new Set(lines.map((line) => line.variantId)).size === lines.length, 'each thing once'),
  shippingAddress: Address.nullish(),
  billingAddress: Address.nullish(),
  shippingMethodId: z.string().max(100).nullish(),
  shippingPrice: amount.nullish().meta({ description: "agreed by hand; the method's own price unless given" }),
  discount: amount.default(0),
  note: z.string().max(1_000).default(''),
});
export type DraftInput = z.output<typeof DraftInput>;

export const Draft = z.object({
  id: z.uuid(),
  orderId: z.uuid().nullable().meta({ description: 'set once it has become an order' }),
  email: z.string().nullable(),
  customerName: z.string(),
  lines: z.array(z.object({ variantId: z.uuid(), title: z.string(), variantTitle: z.string(), quantity: z.int(), unitPrice: Money, total: Money })),
  shippingMethods: z.array(z.object({ id: z.string(), name: z.string(), price: Money })),
  shippingMethodId: z.string().nullable(),
  shippingAddress: AddressShown.nullable(),
  billingAddress: AddressShown.nullable(),
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  taxIncluded: z.boolean(),
  total: Money,
  note: z.string(),
});
export type Draft = z.infer<typeof Draft>;

export interface DraftRow {
  id: string;
  email: string | null;
  customerName: string;
  currency: string;
  lines: DraftLine[];
  shippingAddress: Address | null;
  billingAddress: Address | null;
  shippingMethodId: string | null;
  shippingPrice: number | null;
  discount: number;
  note: string;
  orderId: string | null;
}

/** Reads a draft; `for update` is the caller's choice of statement ending. */
export async function readDraft(r: Reader, id: string, ending: '' | 'for update' = ''): Promise<DraftRow> {
  const [row] = await r.query<DraftRow>(
    `select id, email, customer_name as "customerName", currency, lines, shipping_address as "shippingAddress", billing_address as "billingAddress",
      shipping_method_id as "shippingMethodId", shipping_price as "shippingPrice", discount, note, order_id as "orderId"
    from order_drafts where id = $1 ${ending}`,
    [id],
  );
  if (!row) throw notFound('This draft');
  return row;
}

export function quoteDraft(r: Reader, row: DraftRow): Promise<Quote> {
  const { currency, lines, shippingAddress: address, shippingMethodId, shippingPrice, discount } = row;
  return quote(r, { currency, lines, address, shippingMethodId, shippingPrice, discount } satisfies QuoteFor);
}

export function presentDraft(row: DraftRow, q: Quote): Draft {
  const inMoney = (cents: number) => money(cents, q.currency);
  return {
    id: row.id,
    orderId: row.orderId,
    email: row.email,
    customerName: row.customerName,
    lines: q.lines.map(({ variant, quantity, unitPrice, total }) => ({
      variantId: variant.variantId,
      title: variant.productTitle,
      variantTitle: variant.variantTitle,
      quantity,
      unitPrice: inMoney(unitPrice),
      total: inMoney(total),
    })),
    shippingMethods: q.methods.map(({ id, name, price }) => ({ id, name, price: inMoney(price) })),
    shippingMethodId: q.method?.id ?? null,
    shippingAddress: row.shippingAddress,
    billingAddress: row.billingAddress,
    shipping: inMoney(q.shipping),
    ...sumsOf(q),
    note: row.note,
  };
}
