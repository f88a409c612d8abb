import type { Random } from './random.ts';

/** How an order went. */
export type Story =
  | 'waiting' | 'pending' | 'transfer-awaited' | 'declined' | 'partly-sent' | 'sent'
  | 'return-asked' | 'partly-returned' | 'returned' | 'goodwill' | 'cancelled' | 'voided';

export interface Ending {
  payment: 'pending' | 'authorized' | 'paid' | 'partially_refunded' | 'refunded' | 'failed' | 'voided';
  fulfilment: 'unfulfilled' | 'partial' | 'fulfilled';
  returns: 'none' | 'requested' | 'partial' | 'returned';
  cancelled: 'payment_failed' | 'customer' | null;
  /** How often it happens to an order that was placed so many days ago. */
  weight(age: number): number;
}

/** Every story with the states it ends in. */
export const STORIES: Record<Story, Ending> = {
  waiting: { payment: 'paid', fulfilment: 'unfulfilled', returns: 'none', cancelled: null, weight: (age) => (age < 1.5 ? 85 : age < 3 ? 30 : age < 5 ? 4 : 0) },
  pending: { payment: 'pending', fulfilment: 'unfulfilled', returns: 'none', cancelled: null, weight: () => 0 },
  'transfer-awaited': { payment: 'authorized', fulfilment: 'unfulfilled', returns: 'none', cancelled: null, weight: (age) => (age < 4 ? 8 : age < 9 ? 1.5 : 0) },
  declined: { payment: 'failed', fulfilment: 'unfulfilled', returns: 'none', cancelled: 'payment_failed', weight: () => 2.2 },
  'partly-sent': { payment: 'paid', fulfilment: 'partial', returns: 'none', cancelled: null, weight: (age) => (age > 2 && age < 9 ? 9 : 0) },
  sent: { payment: 'paid', fulfilment: 'fulfilled', returns: 'none', cancelled: null, weight: (age) => (age > 2 ? 90 : 0) },
  'return-asked': { payment: 'paid', fulfilment: 'fulfilled', returns: 'requested', cancelled: null, weight: (age) => (age > 7 && age < 35 ? 4 : 0) },
  'partly-returned': { payment: 'partially_refunded', fulfilment: 'fulfilled', returns: 'partial', cancelled: null, weight: (age) => (age > 22 ? 1.8 : 0) },
  returned: { payment: 'refunded', fulfilment: 'fulfilled', returns: 'returned', cancelled: null, weight: (age) => (age > 22 ? 2.2 : 0) },
  goodwill: { payment: 'partially_refunded', fulfilment: 'fulfilled', returns: 'none', cancelled: null, weight: (age) => (age > 6 ? 1.3 : 0) },
  cancelled: { payment: 'refunded', fulfilment: 'unfulfilled', returns: 'none', cancelled: 'customer', weight: (age) => (age > 0.5 ? 1.6 : 0) },
  voided: { payment: 'voided', fulfilment: 'unfulfilled', returns: 'none', cancelled: 'customer', weight: (age) => (age > 10 ? 0.9 : 0) },
};

export const ALL_STORIES = Object.keys(STORIES) as Story[];

/** What became of an order of that age (in days) and so many pieces. Half a parcel takes two pieces. */
export function storyOf(random: Random, age: number, pieces: number): Story {
  const story = random.weighted(ALL_STORIES, (name) => STORIES[name].weight(age));
  return pieces < 2 && (story === 'partly-sent' || story === 'partly-returned') ? 'sent' : story;
}
