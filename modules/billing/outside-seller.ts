import { port } from '#platform/port.ts';
import type { Context, Reader } from '#platform/tenancy/context.ts';
import type { PayInterval } from './standing.ts';

/** Something an outside seller has on its shelf that can stand for a tier. Minor units a period. */
export interface OutsideProduct {
  id: string;
  name: string;
  interval: PayInterval;
  price: number;
  currency: string;
}

/** waiting: the first payment is not there yet. paused: kept, but neither paid nor used for now. */
export type OutsideStatus = 'waiting' | 'trialing' | 'active' | 'past_due' | 'paused' | 'ended';

/** A subscription as the seller has it now. */
export interface OutsideSubscription {
  id: string;
  status: OutsideStatus;
  productId: string;
  price: number;
  currency: string;
  periodStart: Date;
  periodEnd: Date;
  startedAt: Date;
  /** It is over with this period. */
  ends: boolean;
  /** What begins after this period, where it is something else. */
  nextProductId: string | null;
  /** It ended because it was not paid. */
  unpaid: boolean;
}

export interface PageWish {
  workspaceId: string;
  workspaceName: string;
  productId: string;
  /** 0 = none. */
  trialDays: number;
  returnTo: string;
}

/** What the seller is asked to do with a subscription. Asked twice, it is done once. */
export type OutsideAct = { does: 'change'; productId: string; when: 'now' | 'later' } | { does: 'stay' } | { does: 'end later' } | { does: 'go on' } | { does: 'end now' };

/**
 * A company that sells tiers by subscriptions of its own: on its page, with its renewals, taxes and receipts. What a workspace has
 * bought is what it says when it is asked. `ctx` is always the operator's workspace whose account it is.
 */
export interface OutsideSeller {
  says: string;
  offered(r: Reader): Promise<boolean>;
  /** Refuses in words where its account may not do what is needed, and has its messages about subscriptions sent to us. */
  prepare(ctx: Context): Promise<void>;
  products(ctx: Context): Promise<OutsideProduct[]>;
  /** The address of a page where it is bought. One that nobody pays on comes to nothing. */
  openPage(ctx: Context, wish: PageWish): Promise<string>;
  /** All a workspace has or had, and the one of that id in any case. */
  subscriptionsOf(ctx: Context, workspaceId: string, knownId: string | null): Promise<OutsideSubscription[]>;
  act(ctx: Context, subscriptionId: string, act: OutsideAct): Promise<void>;
  /** The address of a page where cards are changed and receipts read. */
  portal(ctx: Context, subscriptionId: string, returnTo: string): Promise<string>;
}

export const outsideSellers = port<OutsideSeller>({ name: 'billing.outside-seller', says: 'The seller of tiers' });
