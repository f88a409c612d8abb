import type { Tone } from '#ui/badge.tsx';
import type { MoneyValue } from '#ui/money.tsx';
import type { Status } from '../status.ts';

export interface Renewal {
  cycle: number;
  state: 'open' | 'paid' | 'failed' | 'skipped';
  dueAt: string;
  orderId: string | null;
  orderNumber: number | null;
  total: MoneyValue | null;
  sentence: string;
}

export interface Entry {
  id: string;
  kind: string;
  says: string;
  orderId: string | null;
  byName: string;
  at: string;
}

/** What `subscriptions.get` answers. */
export interface Subscription {
  id: string;
  status: Status;
  says: string;
  customerId: string | null;
  customerName: string;
  email: string;
  orderId: string;
  planId: string;
  planName: string;
  every: string;
  unit: string;
  lasts: number | null;
  productId: string;
  title: string;
  variantTitle: string;
  quantity: number;
  price: MoneyValue;
  credit: MoneyValue;
  nextRenewalAt: string | null;
  pausedUntil: string | null;
  retryAt: string | null;
  failure: string;
  ends: boolean;
  paidCycles: number;
  minCycles: number;
  method: { provider: string; cardLast4: string | null; gone: boolean };
  shippingAddress: { name: string; line1: string; city: string; postalCode: string; country: string };
  may: Record<'pause' | 'resume' | 'skip' | 'change' | 'cancel' | 'pay', boolean>;
  createdAt: string;
  cancelledAt: string | null;
  cancelReason: string;
  renewals: Renewal[];
  timeline: Entry[];
}

export const statusWords: Record<Status, string> = { trialing: 'Trial', active: 'Running', past_due: 'Behind', paused: 'Paused', unpaid: 'Unpaid', cancelled: 'Ended' };
export const statusTones: Record<Status, Tone> = { trialing: 'info', active: 'good', past_due: 'bad', paused: 'plain', unpaid: 'bad', cancelled: 'plain' };
