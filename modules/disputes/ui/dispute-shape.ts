import type { MoneyValue } from '#ui/money.tsx';

/** What `disputes.get` answers, as the page shows it. */
export interface Dispute {
  id: string;
  orderId: string;
  orderNumber: number;
  customerId: string | null;
  provider: string;
  reference: string;
  state: string;
  sentence: string;
  reason: string;
  amount: MoneyValue;
  withdrawn: MoneyValue;
  fee: MoneyValue;
  respondBy: string | null;
  answerable: boolean;
  answering: boolean;
  evidence: Record<string, string>;
  suggested: Record<string, string>;
  files: { id: string; name: string; bytes: number }[];
  submittedAt: string | null;
  openedAt: string;
  closedAt: string | null;
  timeline: { id: string; at: string; kind: string; says: string; byName: string }[];
}
