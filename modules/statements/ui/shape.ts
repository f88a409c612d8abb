import type { MoneyValue } from '#ui/money.tsx';

export interface TransactionRow {
  id: string;
  reference: string;
  counterpart: string;
  description: string;
  kind: string;
  direction: 'in' | 'out';
  match: string;
  status: string;
  externalId: string;
  net: MoneyValue;
}

export interface Sums {
  currency: string;
  in: number;
  out: number;
  fees: number;
  net: number;
  count: number;
  unexplained: number;
}

export const MATCHES: Record<string, string> = { matched: 'A payment of ours', differs: 'Ours, another amount', unexplained: 'Not explained' };
/** Colours that the house gives to words. */
export const MATCH_LOOKS: Record<string, string> = { matched: 'paid', differs: 'low', unexplained: 'draft' };
export const KIND_WORDS: Record<string, string> = { payment: 'Payment', refund: 'Refund', dispute: 'Dispute', fee: 'Fee', payout: 'Payout', transfer: 'Transfer', conversion: 'Conversion', adjustment: 'Adjustment', other: 'Other' };
