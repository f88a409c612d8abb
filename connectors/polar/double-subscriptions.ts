import { randomUUID } from 'node:crypto';
import type { Answer } from '#platform/testing/vendor-double.ts';
import { DAY, now } from '#platform/time.ts';

type Json = Record<string, unknown>;

export interface PolarProduct {
  id: string;
  name: string;
  is_archived: boolean;
  is_recurring: boolean;
  recurring_interval: 'month' | 'year' | null;
  recurring_interval_count: number | null;
  prices: { amount_type: 'fixed'; price_amount: number; price_currency: string }[];
}

export interface PolarSubscription {
  id: string;
  status: 'trialing' | 'active' | 'past_due' | 'canceled' | 'unpaid' | 'paused';
  product_id: string;
  customer_id: string;
  customer: { id: string; external_id: string | null };
  amount: number;
  currency: string;
  created_at: string;
  started_at: string;
  current_period_start: string;
  current_period_end: string;
  cancel_at_period_end: boolean;
  past_due_at: string | null;
  pending_update: { product_id: string; applies_at: string } | null;
  metadata: Record<string, string>;
}

interface Begin {
  product: PolarProduct;
  trialDays: number;
  externalId: string | null;
  metadata: Record<string, string>;
}

const refuse = (status: number, error: string, detail: string): Answer => ({ status, body: { error, detail } });
const GIVES_UP_AFTER = 10 * DAY;

/** The subscriptions of one organization, by a clock that the test moves. What it tells stands in `told` until the test delivers it, or does not. */
export class PolarSubscriptions {
  readonly all: PolarSubscription[] = [];
  readonly told: { type: string; data: Json }[] = [];
  /** Subscriptions whose card the bank refuses now. */
  readonly badCards = new Set<string>();
  private readonly productCalled: (id: string) => PolarProduct | undefined;

  constructor(productCalled: (id: string) => PolarProduct | undefined) {
    this.productCalled = productCalled;
  }

  of(workspaceId: string): PolarSubscription[] {
    return this.all.filter(({ metadata }) => metadata['workspace_id'] === workspaceId);
  }

  begin({ product, trialDays, externalId, metadata }: Begin): PolarSubscription {
    const [id, customer, at] = [randomUUID(), randomUUID(), now()];
    const made: PolarSubscription = {
      ...{ id, status: trialDays > 0 ? 'trialing' : 'active', product_id: product.id, customer_id: customer, customer: { id: customer, external_id: externalId } },
      ...{ amount: product.prices[0]!.price_amount, currency: product.prices[0]!.price_currency, created_at: at.toISOString(), started_at: at.toISOString(), current_period_start: at.toISOString() },
      ...{ current_period_end: trialDays > 0 ? new Date(at.getTime() + trialDays * DAY).toISOString() : after(at, product), cancel_at_period_end: false, past_due_at: null, pending_update: null, metadata },
    };
    this.all.push(made);
    this.tell(made, 'created', 'active', 'updated');
    this.tellOrder(made, 'subscription_create');
    return made;
  }

  /** Everything that is due by now happens: renewals, ends, giving up. */
  clock(): void {
    for (const each of this.all) {
      while (this.step(each));
    }
  }

  private step(s: PolarSubscription): boolean {
    if (s.status === 'past_due') return this.giveUp(s);
    if ((s.status !== 'active' && s.status !== 'trialing') || new Date(s.current_period_end) > now()) return false;
    if (s.cancel_at_period_end) this.end(s, 'canceled');
    else this.cycle(s);
    return true;
  }

  private cycle(s: PolarSubscription): void {
    if (s.pending_update) this.become(s, s.pending_update.product_id);
    s.pending_update = null;
    s.current_period_start = s.current_period_end;
    s.current_period_end = after(new Date(s.current_period_start), this.productCalled(s.product_id)!);
    s.status = this.badCards.has(s.id) ? 'past_due' : 'active';
    s.past_due_at = s.status === 'past_due' ? s.current_period_start : null;
    this.tell(s, 'cycled', s.status === 'past_due' ? 'past_due' : 'updated');
    if (s.status === 'active') this.tellOrder(s, 'subscription_cycle');
  }

  private giveUp(s: PolarSubscription): boolean {
    if (new Date(s.past_due_at!).getTime() + GIVES_UP_AFTER > now().getTime()) return false;
    this.end(s, 'unpaid');
    return true;
  }

  end(s: PolarSubscription, status: 'canceled' | 'unpaid'): void {
    s.status = status;
    this.tell(s, 'revoked', 'updated');
  }

  /** Another card on Polar's own page: what is owed is paid. */
  mend(s: PolarSubscription): void {
    this.badCards.delete(s.id);
    if (s.status !== 'past_due') return;
    Object.assign(s, { status: 'active', past_due_at: null });
    this.tell(s, 'active', 'updated');
    this.tellOrder(s, 'subscription_cycle');
  }

  /** By hand on Polar's own pages. */
  pause(s: PolarSubscription): void {
    if (s.status !== 'active') return;
    s.status = 'paused';
    this.tell(s, 'paused', 'updated');
  }

  resume(s: PolarSubscription): void {
    if (s.status !== 'paused') return;
    Object.assign(s, { status: 'active', current_period_start: now().toISOString(), current_period_end: after(now(), this.productCalled(s.product_id)!) });
    this.tell(s, 'resumed', 'updated');
  }

  private become(s: PolarSubscription, productId: string): void {
    const [before, product] = [this.productCalled(s.product_id)!, this.productCalled(productId)!];
    Object.assign(s, { product_id: productId, amount: product.prices[0]!.price_amount });
    if (before.recurring_interval !== product.recurring_interval && new Date(s.current_period_end) > now() && s.status === 'active') Object.assign(s, { current_period_start: now().toISOString(), current_period_end: after(now(), product) });
  }

  patch(id: string, body: Json): Answer {
    const s = this.all.find((each) => each.id === id);
    if (!s) return refuse(404, 'ResourceNotFound', 'Not found');
    if (s.status === 'canceled' || s.status === 'unpaid') return refuse(403, 'AlreadyCanceledSubscription', 'This subscription is already canceled or will be at the end of the period.');
    const no = this.change(s, body);
    return no ?? { status: 200, body: s };
  }

  private change(s: PolarSubscription, body: Json): Answer | undefined {
    if (body['revoke'] === true) return void this.end(s, 'canceled');
    if ('cancel_at_period_end' in body) return this.endsLater(s, body['cancel_at_period_end'] === true);
    if (s.cancel_at_period_end) return refuse(403, 'AlreadyCanceledSubscription', 'This subscription is already canceled or will be at the end of the period.');
    if ('pending_update' in body) s.pending_update = null;
    else if (body['proration_behavior'] === 'next_period') s.pending_update = { product_id: String(body['product_id']), applies_at: s.current_period_end };
    else if (this.badCards.has(s.id)) return refuse(402, 'PaymentFailed', 'Payment failed.');
    else {
      this.become(s, String(body['product_id']));
      s.pending_update = null;
      this.tellOrder(s, 'subscription_update');
    }
    this.tell(s, 'updated');
    return undefined;
  }

  private endsLater(s: PolarSubscription, ends: boolean): Answer | undefined {
    if (ends && s.cancel_at_period_end) return refuse(403, 'AlreadyCanceledSubscription', 'This subscription is already canceled or will be at the end of the period.');
    s.cancel_at_period_end = ends;
    this.tell(s, ends ? 'canceled' : 'uncanceled', 'updated');
    return undefined;
  }

  private tell(s: PolarSubscription, ...types: string[]): void {
    for (const type of types) this.told.push({ type: `subscription.${type}`, data: structuredClone(s) as unknown as Json });
    const active = this.all.filter(({ customer_id: id, status }) => id === s.customer_id && (status === 'active' || status === 'trialing'));
    this.told.push({ type: 'customer.state_changed', data: { id: s.customer_id, external_id: s.customer.external_id, metadata: {}, active_subscriptions: structuredClone(active) } });
  }

  private tellOrder(s: PolarSubscription, reason: string): void {
    this.told.push({ type: 'order.paid', data: { id: randomUUID(), checkout_id: null, status: 'paid', paid: true, billing_reason: reason, subscription_id: s.id, metadata: {}, subscription: { id: s.id, metadata: s.metadata }, customer: s.customer } });
  }
}

function after(from: Date, { recurring_interval: interval }: PolarProduct): string {
  const end = new Date(from);
  if (interval === 'year') end.setUTCFullYear(end.getUTCFullYear() + 1);
  else end.setUTCMonth(end.getUTCMonth() + 1);
  return end.toISOString();
}
