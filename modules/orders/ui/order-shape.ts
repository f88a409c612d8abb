import type { MoneyValue } from '#ui/money.tsx';

/** What `orders.get` answers, as far as the page shows it. */
export interface Order {
  id: string;
  number: number;
  source: string;
  placedAt: string;
  email: string;
  customerId: string | null;
  customerName: string;
  statusSentence: string;
  paymentState: string;
  fulfilmentState: string;
  returnState: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  lines: OrderLine[];
  subtotal: MoneyValue;
  discount: MoneyValue;
  discounts: { title: string; code: string | null; class: string; amount: MoneyValue }[];
  shipping: MoneyValue;
  tax: MoneyValue;
  taxIncluded: boolean;
  taxParts: { name: string; rate: string; amount: MoneyValue }[];
  total: MoneyValue;
  captured: MoneyValue;
  refunded: MoneyValue;
  credited: MoneyValue;
  disputed: MoneyValue;
  refundable: MoneyValue;
  owed: MoneyValue;
  due: MoneyValue;
  shippingCreditable: MoneyValue;
  payments: Payment[];
  shippingMethod: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  note: string;
  tags: string[];
  held: { since: string; because: string } | null;
  version: number;
  moneyKept: boolean;
  fulfilments: Parcel[];
  promised: { variantId: string; locationId: string; quantity: number }[];
  returns: Return[];
  timeline: TimelineEntry[];
  orderLink: string;
}

export interface OrderLine {
  id: string;
  variantId: string;
  productId: string;
  title: string;
  variantTitle: string;
  sku: string | null;
  image: { url: string; alt: string } | null;
  quantity: number;
  fulfilled: number;
  returned: number;
  removed: number;
  credited: number;
  creditable: MoneyValue;
  /** On their way back in open returns. */
  expected: number;
  tax: MoneyValue;
  unitPrice: MoneyValue;
  total: MoneyValue;
  discount: MoneyValue;
}

export interface Payment {
  id: string;
  provider: string;
  state: string;
  amount: MoneyValue;
  captured: MoneyValue;
  refunded: MoneyValue;
  card: string | { brand: string | null; last4: string } | null;
  /** Why it was declined. */
  sentence: string;
  createdAt: string;
}

export interface Address {
  name: string;
  company: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  phone: string | null;
}

export interface TimelineEntry {
  id: string;
  at: string;
  kind: string;
  says: string;
  byName: string;
  mentions: { id: string; name: string }[];
  files: { id: string; name: string; bytes: number; contentType: string }[];
}

export interface Parcel {
  id: string;
  at: string;
  trackingNumber: string | null;
  carrier: string | null;
  trackingUrl: string | null;
  cancelledAt: string | null;
  outForDeliveryAt: string | null;
  deliveredAt: string | null;
  locationId: string | null;
  lines: { lineId: string; quantity: number }[];
}

export interface Return {
  id: string;
  name: string;
  stage: 'requested' | 'approved' | 'declined' | 'received' | 'cancelled';
  reason: string;
  note: string;
  instructions: string;
  labelUrl: string | null;
  outcome: string;
  byCustomer: boolean;
  photos: { id: string; name: string }[];
  lines: { lineId: string; quantity: number; restocked: number; damaged: number }[];
  exchange: { variantId: string; title: string; quantity: number; unitPrice: MoneyValue }[];
  credited: MoneyValue;
  at: string;
  endedAt: string | null;
}

export interface Mail {
  id: string;
  at: string;
  to: string;
  subject: string;
  state: string;
  html: string;
  text: string;
}

export interface Place {
  id: string;
  name: string;
}

export interface Colleague {
  id: string;
  name: string;
}

/** Units of a line still to be sent, and units that could come back. */
export const toSend = (line: OrderLine): number => line.quantity - line.fulfilled - line.removed;
export const unitsOut = (line: OrderLine): number => line.fulfilled - line.returned - line.expected;

export function lineName(line: Pick<OrderLine, 'title' | 'variantTitle'>): string {
  return [line.title, line.variantTitle].filter(Boolean).join(', ');
}

export function countOf(units: number): string {
  return units === 1 ? '1 item' : `${units} items`;
}
