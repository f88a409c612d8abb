import type { MoneyValue } from '#ui/money.tsx';

export type PayInterval = 'month' | 'year';

export interface PlanShown {
  tier: string;
  label: string;
  interval: PayInterval;
  price: MoneyValue;
}

export interface Offer {
  tier: string;
  label: string;
  month: MoneyValue | null;
  year: MoneyValue | null;
}

export interface Billing {
  forSale: boolean;
  sentence: string;
  provider: string;
  onPage: boolean;
  cardOnPage: boolean;
  page: { for: 'start' | 'card'; state: 'open' | 'failed'; url: string | null; label: string; sentence: string } | null;
  soldBy: string | null;
  more: number;
  tier: { name: string; label: string };
  status: 'none' | 'trialing' | 'active' | 'past_due' | 'ended';
  plan: PlanShown | null;
  periodEnd: string | null;
  ends: boolean;
  next: PlanShown | null;
  nextCharge: { at: string; amount: MoneyValue } | null;
  owed: MoneyValue | null;
  retryAt: string | null;
  lastDay: string | null;
  failure: string;
  waiting: boolean;
  credit: MoneyValue;
  card: { brand: string | null; last4: string | null; gone: boolean } | null;
  trialDays: number;
  offers: Offer[];
}

export interface InvoiceShown {
  id: string;
  number: number | null;
  state: 'open' | 'paid' | 'declined' | 'given_up';
  tier: string;
  periodStart: string;
  periodEnd: string;
  amount: MoneyValue;
  credit: MoneyValue;
  sentence: string;
  createdAt: string;
}

export interface Outcome {
  payment: 'none' | 'paid' | 'declined' | 'waiting';
  sentence: string;
}

/** What is said after something was done that may have charged a card. */
export function outcomeText({ payment, sentence }: Outcome, done: string): string {
  if (payment === 'declined') return `Not paid: ${sentence}`;
  return payment === 'waiting' ? 'The payment is on its way; this page shows when it is there.' : done;
}
