import * as z from 'zod';
import { operation } from '#platform/operations/operation.ts';
import { view } from '#platform/operations/view.ts';
import { money } from '#platform/money.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { DAY, later, now } from '#platform/time.ts';
import type { Reader, Tx } from '#platform/tenancy/context.ts';
import { PaymentWish, choiceOf, PaymentOutcome, outcomeOf } from '#modules/orders/index.ts';
import { carryOutPayment, keepMethod, keepsFor, lookAtPayment, offeredProviders, paymentsFor, requestKeeping, requireOffered, type KeptMethod, type Payment, type PaymentChoice } from '#modules/payments/index.ts';
import { cancelLater, changeAs, pauseAs, resumeAs, skipAs } from './actions.ts';
import { opensSubscription } from './link.ts';
import { ChangeWish, PauseWish } from './operations.ts';
import { placeRenewal, renewOne } from './renew.ts';
import { paidCyclesOf, showSubscription, Subscription } from './show.ts';
import { changeMethod } from './method.ts';
import { lockSubscription, readSubscription, type SubscriptionRow } from './subscription.ts';

// What a customer does with their own subscriptions: signed in, or with the signed link of a mail.

const Mine = z.object({ id: z.uuid(), token: z.string().max(200).optional().meta({ description: 'of the link in a mail; not needed by the signed-in customer' }) });

const MySubscription = Subscription.omit({ minCycles: true, paidCycles: true }).extend({
  endsFrom: z.int().meta({ description: 'so many more paid deliveries until it may be ended; 0 = now' }),
  paymentMethods: z.array(z.object({ id: z.string(), says: z.string() })).meta({ description: 'what it can be paid with from now on' }),
});
export type MySubscription = z.infer<typeof MySubscription>;

// Somebody else's subscription and one that does not exist look the same.
function requireMine(r: Reader, s: SubscriptionRow, token: string | undefined): void {
  const customerId = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
  const signedIn = customerId !== undefined && customerId === s.customerId;
  if (!signedIn && !(token && opensSubscription(r.workspaceId, s.id, token))) throw notFound('The subscription');
}

async function lockMine(tx: Tx, { id, token }: z.output<typeof Mine>): Promise<SubscriptionRow> {
  const s = await lockSubscription(tx, id);
  requireMine(tx, s, token);
  return s;
}

async function showMine(r: Reader, id: string): Promise<MySubscription> {
  const { minCycles, paidCycles, ...shown } = await showSubscription(r, id);
  const due = isBehind(shown) ? shown.price.amount : 0;
  const offered = (await offeredProviders(r)).filter((each) => keepsFor(each, due));
  return { ...shown, endsFrom: Math.max(0, minCycles - paidCycles), paymentMethods: offered.map(({ id: method, says }) => ({ id: method, says })) };
}

export const mySubscriptions = view({
  name: 'storefront.customers.subscriptions',
  on: 'storefront',
  route: 'GET /customers/me/subscriptions',
  says: 'My subscriptions',
  needs: 'storefront:customers',
  input: z.object({}),
  output: z.object({ data: z.array(MySubscription) }),
  async read(r) {
    const customerId = r.actor.kind === 'storefront' ? r.actor.customerId : undefined;
    if (!customerId) throw new Refusal('unauthenticated', 'Please sign in first.');
    const rows = await r.sql<{ id: string }>`select id from subscriptions where customer_id = ${customerId} order by cancelled_at is not null, created_at desc limit 50`;
    const data: MySubscription[] = [];
    for (const { id } of rows) data.push(await showMine(r, id));
    return { data };
  },
});

export const mySubscription = view({
  name: 'storefront.subscriptions.get',
  on: 'storefront',
  route: 'GET /subscriptions/:id',
  says: 'A subscription of mine',
  needs: 'storefront:orders',
  input: Mine,
  output: MySubscription,
  async read(r, { id, token }) {
    requireMine(r, await readSubscription(r, id), token);
    return showMine(r, id);
  },
});

export const pauseMine = operation({
  name: 'storefront.subscriptions.pause',
  on: 'storefront',
  route: 'POST /subscriptions/:id/pause',
  says: 'Pause my subscription',
  needs: 'storefront:orders',
  input: Mine.extend(PauseWish.shape),
  output: MySubscription,
  async run(tx, { until, ...mine }) {
    await pauseAs(tx, await lockMine(tx, mine), until ? new Date(until) : null);
    return showMine(tx, mine.id);
  },
});

export const resumeMine = operation({
  name: 'storefront.subscriptions.resume',
  on: 'storefront',
  route: 'POST /subscriptions/:id/resumption',
  says: 'Resume my subscription',
  needs: 'storefront:orders',
  input: Mine,
  output: MySubscription,
  async run(tx, mine) {
    await resumeAs(tx, await lockMine(tx, mine));
    return showMine(tx, mine.id);
  },
});

export const skipMine = operation({
  name: 'storefront.subscriptions.skip',
  on: 'storefront',
  route: 'POST /subscriptions/:id/skip',
  says: 'Skip my next delivery',
  needs: 'storefront:orders',
  input: Mine,
  output: MySubscription,
  async run(tx, mine) {
    await skipAs(tx, await lockMine(tx, mine));
    return showMine(tx, mine.id);
  },
});

export const changeMine = operation({
  name: 'storefront.subscriptions.change',
  on: 'storefront',
  route: 'POST /subscriptions/:id/change',
  says: 'Change my subscription',
  needs: 'storefront:orders',
  input: Mine.extend(ChangeWish.shape),
  output: MySubscription,
  async run(tx, { id, token, ...wish }) {
    await changeAs(tx, await lockMine(tx, { id, token }), wish);
    return showMine(tx, id);
  },
  async afterCommit(ctx, answer, { id, when }) {
    if (when === 'next') return answer;
    await renewOne(ctx, id);
    return ctx.read((r) => showMine(r, id));
  },
});

export const cancelMine = operation({
  name: 'storefront.subscriptions.cancel',
  on: 'storefront',
  route: 'POST /subscriptions/:id/cancellation',
  says: 'End my subscription',
  needs: 'storefront:orders',
  input: Mine.extend({ reason: z.string().trim().max(500).default('') }),
  output: MySubscription,
  async run(tx, { reason, ...mine }) {
    const s = await lockMine(tx, mine);
    const missing = s.minCycles - (await paidCyclesOf(tx, s.id));
    if (missing > 0) throw new Refusal('too_early', `This subscription runs for at least ${s.minCycles} paid deliveries; ${missing} more and it can be ended.`, { missing });
    await cancelLater(tx, s, reason);
    return showMine(tx, mine.id);
  },
});

/**
 * Another card, or the one that failed once more: a renewal that is behind is charged with it at once. Where nothing is behind it is only
 * kept; a provider with a page of its own then keeps it there.
 */
export const payMine = operation({
  name: 'storefront.subscriptions.pay',
  on: 'storefront',
  route: 'POST /subscriptions/:id/payment',
  says: 'Pay my subscription from now on with this',
  needs: 'storefront:orders',
  input: Mine.extend({ payment: PaymentWish }),
  output: z.object({ subscription: MySubscription, payment: PaymentOutcome.nullable().meta({ description: 'null when nothing was behind and it is kept already; "paid" also means: kept' }) }),
  async run(tx, { payment, ...mine }) {
    const s = await lockMine(tx, mine);
    if (s.status === 'cancelled') throw new Refusal('wrong_state', 'This subscription has ended.');
    await requireOffered(tx, payment.method);
    const begun = await openTryOf(tx, s);
    if (begun?.continueAt) return { subscription: await showMine(tx, s.id), payment: outcomeOf(begun) };
    const behind = isBehind(s) && !begun;
    const choice = choiceOf(payment);
    const keeping = behind ? undefined : await openKeepingOf(tx, s, choice);
    if (keeping) return { subscription: await showMine(tx, s.id), payment: outcomeOf(keeping) };
    const method = await keepMethod(tx, { orderId: s.orderId, choice, due: money(behind ? s.unitPrice * s.quantity : 0, s.currency) });
    // What the provider keeps only once it is paid with takes over then; until then the former one stays.
    const after = method.waiting ? s : await changeMethod(tx, s, method);
    const paymentId = behind ? (await placeRenewal(tx, after, { methodId: method.id, choice })).paymentId : await keepAlone(tx, after, method, choice);
    tx.changed({ record: 'subscription', id: s.id, after: { method: method.provider, card: method.cardLast4 } });
    return { subscription: await showMine(tx, s.id), payment: paymentId ? { id: paymentId, state: 'pending' as const, message: null, continueAt: null, keepsOnly: !behind } : null };
  },
  async afterCommit(ctx, answer) {
    if (!answer.payment?.id || answer.payment.continueAt) return answer;
    const payment = await carryOutPayment(ctx, answer.payment.id);
    return { subscription: payment.state === 'kept' ? await ctx.read((r) => showMine(r, answer.subscription.id)) : answer.subscription, payment: outcomeOf(payment) };
  },
});

// Nothing is to pay: what the provider keeps takes over once it is kept (`takeOverKept`).
async function keepAlone(tx: Tx, { id, currency }: SubscriptionRow, method: KeptMethod, choice: PaymentChoice): Promise<string | null> {
  return method.waiting ? (await requestKeeping(tx, { forId: id, currency, choice, methodId: method.id })).id : null;
}

// One that was begun before and is still open; pressing twice opens one page.
async function openKeepingOf(r: Reader, s: SubscriptionRow, { provider, token }: PaymentChoice): Promise<Payment | undefined> {
  const last = (await paymentsFor(r, s.id)).at(-1);
  return !token && last?.provider === provider && (last.state === 'requested' || last.state === 'unknown') ? last : undefined;
}

function isBehind({ status }: Pick<SubscriptionRow, 'status'>): boolean {
  return status === 'past_due' || status === 'unpaid';
}

// A try whose answer is still out must end first; one renewal is never charged twice.
async function openTryOf(r: Reader, s: SubscriptionRow): Promise<Payment | undefined> {
  const [open] = await r.sql<{ orderId: string }>`
    select order_id as "orderId" from subscription_renewals where subscription_id = ${s.id} and cycle = ${s.cycle} and state = 'open' and order_id is not null`;
  return open && (await paymentsFor(r, open.orderId)).at(-1);
}

/** The customer is back from the provider's page: looks there, and answers how the try that is still open stands. May be asked any number of times. */
export const settleMine = operation({
  name: 'storefront.subscriptions.settle',
  on: 'storefront',
  route: 'POST /subscriptions/:id/settlement',
  says: 'Find out how the payment of my subscription went',
  needs: 'storefront:orders',
  input: Mine,
  output: z.object({ payment: PaymentOutcome.nullable().meta({ description: 'null when no payment is open, and none was to keep a way to pay within a day' }) }),
  audit: 'none',
  async run(tx, mine) {
    const s = await lockMine(tx, mine);
    const open = (await openTryOf(tx, s)) ?? (await newestKeepingOf(tx, s));
    return { payment: open ? outcomeOf(open) : null };
  },
  async afterCommit(ctx, answer) {
    if (!answer.payment?.id || answer.payment.state !== 'pending') return answer;
    return { payment: outcomeOf(await lookAtPayment(ctx, answer.payment.id)) };
  },
});

// Its provider's message may have been faster than the customer's browser.
async function newestKeepingOf(r: Reader, s: SubscriptionRow): Promise<Payment | undefined> {
  const last = (await paymentsFor(r, s.id)).at(-1);
  return last && new Date(last.createdAt) > later(now(), -DAY) ? last : undefined;
}
