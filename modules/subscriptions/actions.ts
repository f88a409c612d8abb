import { formatMoney, money } from '#platform/money.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tx } from '#platform/tenancy/context.ts';
import { DAY, later } from '#platform/time.ts';
import { variantsForSale, type SellableVariant } from '#modules/catalog/index.ts';
import { putIntoStoreCredit } from '#modules/gift-cards/index.ts';
import { lasting, planOfLine, plansById, timesUntilAfter, type LinePlan } from '#modules/plans/index.ts';
import { subscriptionCancelled } from './events.ts';
import { leaveMethod } from './method.ts';
import { unusedOf } from './prorate.ts';
import { moved, renewingAfter, save, saveChange, writeEntry, type SubscriptionRow } from './subscription.ts';

// What the shop's people and customers do with a locked subscription, the same for both.

const LONGEST = 366 * DAY;

/** Nothing is renewed until somebody resumes it, or until that instant. */
export async function pauseAs(tx: Tx, s: SubscriptionRow, until: Date | null): Promise<void> {
  if (until && (until <= tx.now || until > later(tx.now, LONGEST))) throw new Refusal('invalid', 'Choose a day within the next year.', { fields: { until: 'should be within the next year' } });
  const after = { ...s, status: moved(s, 'paused'), pausedUntil: until };
  await saveChange(tx, s, after, { kind: 'paused', says: until ? `Paused until ${until.toISOString().slice(0, 10)}.` : 'Paused.' });
}

/** Goes on with the first renewal of its rhythm that is still to come: what the pause left out is not made up for. */
export async function resumeAs(tx: Tx, s: SubscriptionRow): Promise<void> {
  if (s.ends && s.status !== 'paused') return saveChange(tx, s, { ...s, ends: false, cancelReason: '' }, { kind: 'kept', says: 'It goes on after all.' });
  const after = onwards({ ...s, status: moved(s, 'resumed'), pausedUntil: null }, tx.now);
  await saveChange(tx, s, after, { kind: 'resumed', says: 'Resumed.' });
}

/** With a renewal that is over moved to the first one to come. */
export function onwards(s: SubscriptionRow, at: Date): SubscriptionRow {
  if (s.nextRenewalAt && s.nextRenewalAt > at) return s;
  return renewingAfter(s, Math.max(s.times, timesUntilAfter(s.anchorAt, s, at, s.zone)));
}

/** The next delivery is left out and not charged. */
export async function skipAs(tx: Tx, s: SubscriptionRow): Promise<void> {
  const status = moved(s, 'skipped');
  requireStaying(s);
  const due = s.nextRenewalAt!;
  if (due > later(tx.now, LONGEST)) throw new Refusal('invalid', 'The next year is skipped already. Pause or end it instead.');
  const after = { ...renewingAfter(s, s.times + 1), status, cycle: s.cycle + 1, periodStart: due, periodPaid: 0 };
  await tx.sql`
    insert into subscription_renewals (subscription_id, cycle, state, due_at, at) values (${s.id}, ${after.cycle}, 'skipped', ${due}, ${tx.now})`;
  await saveChange(tx, s, after, { kind: 'skipped', says: `The delivery of ${due.toISOString().slice(0, 10)} is skipped.` });
}

function requireStaying(s: SubscriptionRow): void {
  if (s.ends) throw new Refusal('wrong_state', 'This subscription ends with this period. Keep it first.', { status: s.status });
}

export interface Wish {
  variantId?: string | undefined;
  planId?: string | undefined;
  quantity?: number | undefined;
  /** How long one piece lasts, in units of the plan's interval. */
  lasts?: number | undefined;
  /** At once: a new period begins, and what is not used of the old one lowers it. Else it holds from the next renewal on. */
  when: 'now' | 'next';
}

/** Another variant, plan or number of pieces. A new variant or plan comes at the price of today. */
export async function changeAs(tx: Tx, s: SubscriptionRow, wish: Wish): Promise<void> {
  const status = moved(s, 'changed');
  requireStaying(s);
  const wanted = paced({ ...s, status, quantity: wish.quantity ?? s.quantity, ...(await swapOf(tx, s, wish)) }, wish.lasts);
  const paces = wanted.unit !== s.unit || wanted.count !== s.count;
  const says = `Changed to ${wanted.quantity} × ${wanted.title}${wanted.variantTitle && `, ${wanted.variantTitle}`} (${wanted.planName})`;
  if (wish.when === 'next') {
    const after = paces ? { ...wanted, anchorAt: s.nextRenewalAt!, times: 0 } : wanted;
    return saveChange(tx, s, after, { kind: 'changed', says: `${says} from the next renewal on.` });
  }
  if (s.status === 'paused') throw new Refusal('wrong_state', 'This subscription is paused. Resume it first, or change it from the next renewal on.');
  const unused = unusedOf({ paid: s.periodPaid, start: s.periodStart, end: s.nextRenewalAt! }, tx.now);
  const after = { ...wanted, anchorAt: tx.now, times: 0, nextRenewalAt: tx.now, periodPaid: 0, credit: s.credit + unused };
  const off = unused > 0 ? `; ${formatMoney(money(unused, s.currency))} of the old period lowers what is to pay` : '';
  await saveChange(tx, s, after, { kind: 'changed', says: `${says} at once${off}.` });
}

// More pieces last longer, where that is what the plan counts.
function paced(s: SubscriptionRow, lasts: number | undefined): SubscriptionRow {
  if (lasts !== undefined && s.lasts === null) throw new Refusal('invalid', 'On this plan the interval is the same for everybody.', { fields: { lasts: 'cannot be chosen' } });
  const each = lasts ?? s.lasts;
  return each === null ? s : { ...s, lasts: each, count: lasting({ unit: s.unit, count: each }, s.quantity).count };
}

async function swapOf(tx: Tx, s: SubscriptionRow, { variantId = s.variantId, planId = s.planId }: Wish): Promise<Partial<SubscriptionRow>> {
  if (variantId === s.variantId && planId === s.planId) return {};
  const variant = (await variantsForSale(tx, [variantId], s.currency)).get(variantId);
  const plan = variant && planOfLine((await plansById(tx, [planId])).get(planId), variant);
  if (!variant || !plan) throw new Refusal('not_for_sale', 'This is not sold on that plan.', { fields: { [variantId === s.variantId ? 'planId' : 'variantId']: 'is not sold like this' } });
  return agreed(variant, plan);
}

function agreed(variant: SellableVariant, plan: LinePlan): Partial<SubscriptionRow> {
  const { variantId, productId, productTitle: title, variantTitle } = variant;
  return { variantId, productId, title, variantTitle, planId: plan.id, planName: plan.name, unit: plan.unit, count: plan.count, lasts: plan.perPiece ? plan.count : null, minCycles: plan.minCycles, unitPrice: plan.unitPrice };
}

/** Ends it when this period is over. */
export async function cancelLater(tx: Tx, s: SubscriptionRow, reason: string): Promise<void> {
  if (s.status !== 'active' && s.status !== 'trialing') return cancelAs(tx, s, reason);
  await saveChange(tx, s, { ...s, ends: true, cancelReason: reason }, { kind: 'ending', says: `It ends with this period${reason && `: ${reason}`}` });
}

/** Ends it now. Credit that is left becomes the customer's store credit. */
export async function cancelAs(tx: Tx, s: SubscriptionRow, reason: string): Promise<void> {
  await giveCreditBack(tx, s, { amount: s.credit, key: `subscription-credit-${s.id}` });
  const after = { ...s, status: moved(s, 'cancelled'), cancelledAt: tx.now, cancelReason: reason, nextRenewalAt: null, retryAt: null, pausedUntil: null, credit: s.customerId ? 0 : s.credit };
  await save(tx, after);
  await leaveMethod(tx, s);
  await writeEntry(tx, s, { kind: 'cancelled', says: reason ? `Ended: ${reason}` : 'Ended.' });
  tx.tell(subscriptionCancelled, { subscriptionId: s.id, reason });
  tx.changed({ record: 'subscription', id: s.id, before: { status: s.status }, after: { status: after.status, reason } });
}

/** Credit that no renewal will use any more becomes the customer's store credit. */
export async function giveCreditBack(tx: Tx, { customerId, currency }: SubscriptionRow, { amount, key }: { amount: number; key: string }): Promise<void> {
  if (customerId && amount > 0) await putIntoStoreCredit(tx, { customerId, currency, amount, note: 'left of a subscription', key });
}
