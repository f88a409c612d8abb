import { schedule } from '#platform/events/reaction.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Context, Tx } from '#platform/tenancy/context.ts';
import { faultPoint } from '#platform/testing/fault-point.ts';
import { now } from '#platform/time.ts';
import { placeAgain, type PlacedAgain, type StandingOrder } from '#modules/orders/index.ts';
import { carryOutPayment, type PaymentChoice } from '#modules/payments/index.ts';
import { cancelAs, resumeAs } from './actions.ts';
import { recordFailure } from './dunning.ts';
import { renewingAfter, ROW, save, type SubscriptionRow } from './subscription.ts';

// What somebody has to do something about now. A try that is still open is not begun again.
const DUE = `(s.status in ('trialing', 'active') and s.next_renewal_at <= $1
  or s.status = 'past_due' and s.retry_at <= $1 and not exists (select 1 from subscription_renewals x where x.subscription_id = s.id and x.cycle = s.cycle and x.state = 'open')
  or s.status = 'paused' and s.paused_until <= $1)`;
const DUE_IDS = `select s.id from subscriptions s where ${DUE} order by least(s.next_renewal_at, s.retry_at, s.paused_until) limit 200`;
const TAKE = `select ${ROW} from subscriptions s where s.id = $2 and ${DUE} for update skip locked`;

/** Every minute: whatever is due is renewed, tried again, resumed or ended. One that cannot be done does not keep the others waiting. */
export const renewRegularly = schedule({
  name: 'subscriptions.renew',
  everySeconds: 60,
  async run(ctx) {
    const due = await ctx.read((r) => r.query<{ id: string }>(DUE_IDS, [now()]));
    const failed: unknown[] = [];
    for (const { id } of due) await renewOne(ctx, id).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${due.length} subscriptions could not be renewed`);
  },
});

/**
 * Does what is due for one subscription, if anything is. The order and the step from one cycle to the next are one transaction, so a
 * cycle is renewed once or not at all; the charge is written down with it and survives this process.
 */
export async function renewOne(ctx: Context, id: string): Promise<void> {
  try {
    const placed = await ctx.transaction((tx) => renew(tx, id));
    await faultPoint('renewal.after-commit');
    if (placed?.paymentId) await carryOutPayment(ctx, placed.paymentId);
    await faultPoint('renewal.after-charge');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.transaction((tx) => giveUpThisTry(tx, id, error.sentence));
  }
}

async function renew(tx: Tx, id: string): Promise<PlacedAgain | undefined> {
  const s = await takeDue(tx, id);
  if (!s) return undefined;
  if (s.status === 'paused') return void (await resumeAs(tx, s));
  if (s.ends && s.status !== 'past_due') return void (await cancelAs(tx, s, s.cancelReason));
  return placeRenewal(tx, s);
}

async function takeDue(tx: Tx, id: string): Promise<SubscriptionRow | undefined> {
  const [s] = await tx.query<SubscriptionRow>(TAKE, [tx.now, id]);
  return s;
}

/** What a customer who is here pays a renewal with. */
interface PaidNow {
  methodId: string;
  choice: PaymentChoice;
}

/** Places the order of the next cycle, or of the one that failed, and steps on. The charge follows after commit. */
export async function placeRenewal(tx: Tx, s: SubscriptionRow, byCustomer?: PaidNow): Promise<PlacedAgain> {
  const stepped = steppedOn(s);
  await faultPoint('renewal.before-order');
  const placed = await placeAgain(tx, { ...standingOrder(s), ...byCustomer });
  await faultPoint('renewal.after-order');
  await save(tx, { ...stepped, credit: s.credit - placed.discount });
  await tx.sql`
    insert into subscription_renewals (subscription_id, cycle, attempt, state, due_at, order_id, amount, credit, by_customer, at)
    values (${s.id}, ${stepped.cycle}, ${await nextAttempt(tx, stepped)}, 'open', ${stepped.periodStart}, ${placed.orderId}, ${s.unitPrice * s.quantity}, ${placed.discount}, ${byCustomer !== undefined}, ${tx.now})`;
  await faultPoint('renewal.before-commit');
  return placed;
}

// A retry belongs to the cycle that failed.
function steppedOn(s: SubscriptionRow): SubscriptionRow {
  if (s.status === 'past_due' || s.status === 'unpaid') return { ...s, retryAt: null };
  return { ...renewingAfter(s, s.times + 1), cycle: s.cycle + 1, periodStart: s.nextRenewalAt!, periodPaid: 0 };
}

async function nextAttempt(tx: Tx, s: SubscriptionRow): Promise<number> {
  const [row] = await tx.sql<{ next: number }>`select coalesce(max(attempt), 0) + 1 as next from subscription_renewals where subscription_id = ${s.id} and cycle = ${s.cycle}`;
  return row!.next;
}

/** The order of a renewal. */
export function standingOrder(s: SubscriptionRow): StandingOrder {
  const { storefrontId, customerId, customerName, email, currency, shippingAddress, billingAddress, shippingMethodId, methodId } = s;
  const lines = [{ variantId: s.variantId, quantity: s.quantity, unitPrice: s.unitPrice }];
  return { storefrontId, customerId, customerName, email, currency, shippingAddress, billingAddress, shippingMethodId, methodId, lines, discount: s.credit, says: `Renewal of a subscription: ${s.planName}.` };
}

// No order could be placed: sold out, no longer sold, not sent there. That is a failed renewal like a declined card.
async function giveUpThisTry(tx: Tx, id: string, sentence: string): Promise<void> {
  const s = await takeDue(tx, id);
  if (!s) return;
  const stepped = steppedOn(s);
  await tx.sql`
    insert into subscription_renewals (subscription_id, cycle, attempt, state, due_at, amount, sentence, at)
    values (${s.id}, ${stepped.cycle}, ${await nextAttempt(tx, stepped)}, 'failed', ${stepped.periodStart}, ${s.unitPrice * s.quantity}, ${sentence}, ${tx.now})`;
  await recordFailure(tx, stepped, { sentence, orderId: null, byCustomer: false });
}
