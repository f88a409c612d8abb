import type { MoneyValue } from '#ui/money.tsx';

interface Amount {
  value: MoneyValue;
  before: MoneyValue | null;
}

interface Count {
  value: number;
  before: number | null;
}

interface Part {
  sales: MoneyValue;
  orders: number;
}

export interface HomeFigures {
  from: string;
  to: string;
  before: { from: string; to: string } | null;
  currency: string;
  currencies: string[];
  sales: Amount;
  orders: Count;
  average: Amount;
  units: Count;
  refunds: Amount & { orders: number };
  customers: Count;
  perDay: (Part & { day: string; before: (Part & { day: string }) | null })[];
  perHour: (Part & { hour: number; before: Part | null })[];
  topProducts: { productId: string; title: string; image: string | null; units: number; sales: MoneyValue }[];
  latestOrders: { id: string; number: number; placedAt: string; customer: string; items: number; total: MoneyValue; statusSentence: string }[];
  activity: { id: string; at: string; kind: string; says: string; byName: string; orderId: string; number: number; customer: string }[];
}

export interface LowRow {
  id: string;
  product: string;
  variant: string;
  location: string;
  available: number;
  state: 'ok' | 'low' | 'out';
  productId: string;
}
