import type { AdminOrder } from '#modules/orders/index.ts';

/** What a document says, frozen when it was issued. Amounts in minor units of `currency`. */
export interface DocumentText {
  seller: Seller;
  orderNumber: number;
  orderedAt: string;
  issuedAt: string;
  currency: string;
  locale: string;
  timeZone: string;
  buyer: string[];
  delivery: string[];
  email: string;
  lines: DocumentLine[];
  sums: [label: string, amount: number][];
  total: number;
  taxIncluded: boolean;
  taxes: { name: string; rate: string; amount: number }[];
  /** Of a credit note: the invoice it corrects, and why. */
  corrects?: string;
  reason?: string;
}

export interface DocumentLine {
  title: string;
  sku: string;
  quantity: number;
  unitPrice: number | null;
  tax: number | null;
  total: number;
}

export interface Seller {
  company: string;
  address: string;
  taxNumber: string;
  email: string;
  footer: string;
  paper: 'A4' | 'LETTER';
}

export interface Around {
  seller: Seller;
  locale: string;
  timeZone: string;
  issuedAt: Date;
}

/** An order as an invoice: everything it is made of now. */
export function invoiceText(order: AdminOrder, around: Around): DocumentText {
  const sums: DocumentText['sums'] = [['Items', order.subtotal.amount]];
  if (order.discount.amount > 0) sums.push(['Discount', -order.discount.amount]);
  sums.push([order.shippingMethod ? `Shipping (${order.shippingMethod})` : 'Shipping', order.shipping.amount]);
  if (!order.taxIncluded && order.tax.amount > 0) sums.push(['Tax', order.tax.amount]);
  return {
    ...headOf(order, around),
    lines: order.lines.map((line) => ({ title: [line.title, line.variantTitle].filter(Boolean).join(', '), sku: line.sku ?? '', quantity: line.quantity, unitPrice: line.unitPrice.amount, tax: line.tax.amount, total: line.total.amount })),
    sums,
    total: order.total.amount,
    taxes: order.taxParts.map(({ name, rate, amount }) => ({ name, rate, amount: amount.amount })),
  };
}

interface CreditToShow {
  lines: { title: string; quantity: number; amount: number; tax: number }[];
  shipping: number;
  amount: number;
  tax: number;
  reason: string;
}

/** What was given back of an order. */
export function creditText(order: AdminOrder, credit: CreditToShow, corrects: string, around: Around): DocumentText {
  const known = credit.lines.reduce((sum, line) => sum + line.amount, 0) + credit.shipping;
  const rest = credit.amount - known;
  const sums: DocumentText['sums'] = [];
  if (credit.shipping > 0) sums.push(['Shipping', credit.shipping]);
  if (rest !== 0) sums.push([known === 0 ? 'Refund' : 'Difference', rest]);
  return {
    ...headOf(order, around),
    lines: credit.lines.map((line) => ({ title: line.title, sku: '', quantity: line.quantity, unitPrice: null, tax: line.tax, total: line.amount })),
    sums,
    total: credit.amount,
    taxIncluded: true,
    taxes: credit.tax > 0 ? [{ name: 'Tax', rate: '', amount: credit.tax }] : [],
    corrects,
    reason: credit.reason,
  };
}

/** A whole invoice taken back. */
export function reversalText(invoice: DocumentText, corrects: string, reason: string, around: Around): DocumentText {
  return { ...invoice, issuedAt: around.issuedAt.toISOString(), corrects, reason };
}

/** Does an issued invoice still say what the order is? */
export function saysTheSame(issued: DocumentText, now: DocumentText): boolean {
  const core = ({ lines, sums, total, taxes, buyer }: DocumentText) => JSON.stringify([lines.map((line) => Object.values(line)), sums, total, taxes.map(({ name, rate, amount }) => [name, rate, amount]), buyer]);
  return core(sorted(issued)) === core(sorted(now));
}

// Stored JSON gives keys back in its own order.
function sorted(text: DocumentText): DocumentText {
  const lines = text.lines.map(({ title, sku, quantity, unitPrice, tax, total }) => ({ title, sku, quantity, unitPrice, tax, total }));
  return { ...text, lines };
}

type Address = AdminOrder['shippingAddress'];

function headOf(order: AdminOrder, { seller, locale, timeZone, issuedAt }: Around) {
  const buyer = addressLines(order.billingAddress ?? order.shippingAddress, locale);
  return {
    ...{ seller, locale, timeZone },
    orderNumber: order.number,
    orderedAt: order.placedAt,
    issuedAt: issuedAt.toISOString(),
    currency: order.total.currency,
    buyer: buyer.length > 0 ? buyer : [order.customerName || 'Customer'],
    delivery: addressLines(order.shippingAddress, locale),
    email: order.email,
    taxIncluded: order.taxIncluded,
  };
}

export function addressLines(address: Address, locale: string): string[] {
  if (!address) return [];
  const town = [address.city, address.region, address.postalCode].filter(Boolean).join(' ');
  const country = new Intl.DisplayNames([locale], { type: 'region' }).of(address.country) ?? address.country;
  return [address.name, address.company, address.line1, address.line2, town, country].filter((line): line is string => Boolean(line));
}
