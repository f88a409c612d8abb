import type { MoneyValue } from '#ui/money.tsx';

export interface HomeFigures {
  from: string;
  to: string;
  currency: string;
  sales: { value: MoneyValue; before: MoneyValue };
  orders: { value: number; before: number };
  average: { value: MoneyValue; before: MoneyValue };
  units: { value: number; before: number };
  perDay: { day: string; sales: MoneyValue; orders: number }[];
  topProducts: { productId: string; title: string; image: string | null; units: number; sales: MoneyValue }[];
  latestOrders: { id: string; number: number; placedAt: string; customer: string; items: number; total: MoneyValue; statusSentence: string }[];
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
