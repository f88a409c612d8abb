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
  shipping: MoneyValue;
  tax: MoneyValue;
  taxIncluded: boolean;
  taxParts: { name: string; rate: string; amount: MoneyValue }[];
  total: MoneyValue;
  captured: MoneyValue;
  refunded: MoneyValue;
  refundable: MoneyValue;
  owed: MoneyValue;
  payments: Payment[];
  shippingMethod: string;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  note: string;
  fulfilments: { id: string; at: string; trackingNumber: string | null; carrier: string | null; lines: { lineId: string; quantity: number }[] }[];
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
  unitPrice: MoneyValue;
  total: MoneyValue;
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
}
