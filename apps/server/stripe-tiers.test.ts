import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followPages, renewTiers } from '#modules/billing/index.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import type { Session } from '#connectors/stripe/double.ts';
import { connectStripe, keyOf, openStripe, SIGNING } from '#connectors/stripe/testing.ts';
import { clientOf, connectPayPal, openPayPal } from '#connectors/paypal/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { registry } from '#platform/registry.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { DAY, HOUR, later, MINUTE, now, travel } from '#platform/time.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { openPayer as openPayerAt, type Payer } from './testing/payer.ts';

/** Tiers whose cards Stripe keeps on its page and we charge: through the API as owners' programs would, with messages over HTTP, by a clock that the test moves. */
let server: TestServer;
let seller: TestWorkspace;
let moved: Payer;
let stripe: Awaited<ReturnType<typeof openStripe>>;
let payPal: Awaited<ReturnType<typeof openPayPal>>;
let address: string;
const root = { userId: newId(), name: 'Root', email: 'root@example.test', requestId: 'stripe-tiers-test' } as unknown as Superadmin;

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  stripe = await openStripe();
  payPal = await openPayPal();
  seller = await server.house.newWorkspace();
}, 60_000);
afterAll(async () => {
  // What is remembered of the seller for a while is not for the next file.
  await act('super.set-seller', { workspace: '' });
  await payPal.close();
  await stripe.close();
  await server.stop();
});

const act = (name: string, input: object) => registry.superOperations().find((op) => op.name === name)!.call(root, input) as Promise<Record<string, unknown>>;
const account = () => stripe.double.book(keyOf(seller));

interface Billing {
  status: string;
  cardOnPage: boolean;
  page: { for: string; state: string; url: string | null; sentence: string } | null;
  tier: { name: string };
  plan: { tier: string } | null;
  next: { tier: string } | null;
  periodEnd: string;
  failure: string;
  card: { last4: string; gone: boolean } | null;
}

interface Page {
  url: string;
  keepingId: string;
  code?: string;
}

const openPayer = (scopes = ['billing:read', 'billing:write']) => openPayerAt(server, scopes);
const standing = (payer: Payer) => payer.api<Billing>('GET', '/billing');
const goToBuy = (payer: Payer, tier: string, interval = 'month') => payer.api<Page>('POST', '/billing/subscription/page', { tier, interval });
const goToChangeCard = (payer: Payer) => payer.api<Page>('POST', '/billing/card/page', {});
const comesBack = (payer: Payer) => payer.api('POST', '/billing/looks', {});
const change = (payer: Payer, tier: string) => payer.api('POST', '/billing/subscription/change', { tier, interval: 'month' });
const sessionOf = ({ keepingId }: Page): Session => stripe.double.sessionOf(keyOf(seller), `billing-keep-${keepingId}`)!;
const give = (page: Page, card = 'pm_card_visa') => stripe.double.setups.keepOnPage(keyOf(seller), sessionOf(page), card);
const newestCard = () => [...account().methods.values()].at(-1)!;
const invoices = async (payer: Payer) => (await payer.api<{ data: { state: string; amount: { amount: number } }[] }>('GET', '/billing/invoices?limit=100')).data.toReversed();

/** What Stripe has taken from one workspace, oldest first. */
async function takenFrom(payer: TestWorkspace): Promise<number[]> {
  const keys = new Set((await payer.ctx.read((r) => r.sql<{ key: string }>`select key from billing_charges`)).map(({ key }) => key));
  return [...account().intents.values()].filter(({ status, metadata }) => status === 'succeeded' && keys.has(metadata['charge_key']!)).map(({ amount_received: amount }) => amount);
}

async function send(type: string, object: object, { secret = `${SIGNING}_${seller.workspaceId}`, id = `evt_${randomUUID()}`, to = address } = {}): Promise<{ status: number; repeated?: boolean }> {
  const message = stripe.double.event(secret, type, object as Record<string, unknown>, id);
  const answer = await fetch(to, { method: 'POST', body: await message.text(), headers: Object.fromEntries(message.headers) });
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** The schedules run at that instant, in two processes at once. */
async function clockAt(at: Date | string): Promise<void> {
  const back = travel(new Date(at).getTime() - now().getTime());
  try {
    for (const each of [followPages, renewTiers]) await Promise.all([each.runForAll!(), each.runForAll!()]);
  } finally {
    back();
  }
}

/** The same where the payer agrees at PayPal, the newest one there. */
function agree(at: TestWorkspace): void {
  payPal.double.agree([...payPal.double.book(clientOf(at)).setups.values()].at(-1)!);
}

/** A workspace that has bought, and whose owner came back. */
async function openBuyer(tier: string, card?: string): Promise<Payer> {
  const payer = await openPayer();
  give(await goToBuy(payer, tier), card);
  expect(await comesBack(payer)).toMatchObject({ payment: 'paid', tier });
  return payer;
}

test('before: a workspace pays with a card that is typed in here, and there is no page to go to', async () => {
  for (const [tier, month, year] of [['starter', 1_900, 19_000], ['growth', 4_900, 49_000], ['pro', 9_900, null]] as const) await act('super.set-tier-price', { tier, currency: 'AUD', month, year });
  await act('super.set-seller', { workspace: seller.slug, provider: 'test' });
  moved = await openPayer();
  expect(await moved.api('POST', '/billing/subscription', { tier: 'growth', interval: 'month', payment: { cardNumber: '4242424242424242' } })).toMatchObject({ payment: 'paid' });
  for (const page of [await goToBuy(moved, 'growth'), await goToChangeCard(moved)]) expect(page).toMatchObject({ code: 'wrong_way' });
});

test('the operator sells through Stripe once it is connected, and is told so before', async () => {
  await expect(act('super.set-seller', { workspace: seller.slug, provider: 'stripe' })).rejects.toMatchObject({ code: 'invalid', sentence: expect.stringContaining('Stripe is not connected') as string });
  await connectStripe(seller);
  const [row] = await seller.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'stripe'`);
  address = `${server.url}/api/webhooks/stripe/${row!.id}`;
  expect(await act('super.set-seller', { workspace: seller.slug, provider: 'stripe' })).toEqual({ sells: true, provider: 'stripe' });
  const payer = await openPayer();
  expect(await standing(payer)).toMatchObject({ forSale: true, onPage: false, cardOnPage: true, provider: 'Stripe', page: null });
  expect(await payer.api('POST', '/billing/subscription', { tier: 'growth', interval: 'month', payment: { cardNumber: '4242424242424242' } })).toMatchObject({ code: 'wrong_way' });
  expect(await payer.api('PUT', '/billing/card', { payment: { cardNumber: '4242424242424242' } })).toMatchObject({ code: 'wrong_way' });
  expect(await goToBuy(payer, 'pro', 'year')).toMatchObject({ code: 'not_for_sale' });
  const reader = await openPayer(['billing:read']);
  for (const page of [await goToBuy(reader, 'growth'), await goToChangeCard(reader)]) expect(page).toMatchObject({ httpStatus: 403 });
});

test('who paid with a typed-in card gives one on Stripe’s page when the next period begins, and goes on without a gap', async () => {
  const due = new Date((await standing(moved)).periodEnd);
  await clockAt(later(due, MINUTE));
  expect(await standing(moved)).toMatchObject({ status: 'past_due', failure: expect.stringContaining('give one again') as string, tier: { name: 'growth' } });
  const back = travel(later(due, HOUR).getTime() - now().getTime());
  give(await goToChangeCard(moved));
  expect(await comesBack(moved)).toMatchObject({ payment: 'paid', status: 'active' });
  back();
  expect([await takenFrom(moved), (await invoices(moved)).map(({ state }) => state)]).toEqual([[4_900], ['paid', 'paid']]);
});

test('an owner buys by Stripe’s page: coming back too early changes nothing, the signed message gives the tier, however often and in whatever order it comes', async () => {
  const payer = await openPayer();
  const page = await goToBuy(payer, 'growth');
  expect(page.url).toContain('/pay/');
  expect(sessionOf(page)).toMatchObject({ mode: 'setup', success_url: expect.stringMatching(/\/settings\/billing\?from=seller$/) as string });
  expect((await goToBuy(payer, 'growth')).url, 'pressing twice opens one page').toBe(page.url);
  expect(await comesBack(payer)).toMatchObject({ payment: 'none', status: 'none', tier: 'free' });
  expect(await standing(payer)).toMatchObject({ status: 'none', tier: { name: 'free' }, page: { for: 'start', state: 'open', url: page.url } });
  const setup = give(page);
  expect(await send('setup_intent.succeeded', setup, { secret: 'whsec_of_a_stranger' })).toMatchObject({ status: 401 });
  expect(await standing(payer)).toMatchObject({ status: 'none', tier: { name: 'free' } });
  const done = sessionOf(page);
  for (const [type, object, id] of [['checkout.session.completed', done, 'evt_one'], ['setup_intent.succeeded', setup, 'evt_two'], ['checkout.session.completed', done, 'evt_one'], ['setup_intent.succeeded', setup, 'evt_three']] as const) expect(await send(type, object, { id })).toMatchObject({ status: 200 });
  await expect.poll(() => standing(payer), { timeout: 10_000 }).toMatchObject({ status: 'active', tier: { name: 'growth' }, card: { last4: '4242', gone: false }, page: null });
  await Promise.all([send('setup_intent.succeeded', setup), comesBack(payer), clockAt(later(now(), 2 * MINUTE))]);
  expect([await takenFrom(payer), await invoices(payer)]).toMatchObject([[4_900], [{ state: 'paid' }]]);
  for (const name of ['One', 'Two', 'Three']) await createStorefront.call(payer.ctx, { name });
  expect(await payer.ctx.read((r) => r.sql`select token from workspace_billing union select token from billing_charges`), 'what is charged lies sealed').toEqual([{ token: '' }]);
});

test('nobody comes back and no message comes: the schedule finds it; a page whose address got lost is the same page; one that is left is said, and a card given too late is taken off', async () => {
  const [silent, left] = [await openPayer(), await openPayer()];
  const before = account().sessions.size;
  stripe.double.faults.push('lost');
  expect(await goToBuy(silent, 'starter')).toMatchObject({ code: 'not_reached' });
  expect(await standing(silent)).toMatchObject({ status: 'none', page: { state: 'open', url: null } });
  stripe.double.faults.push('busy');
  const page = await goToBuy(silent, 'starter');
  expect(account().sessions.size).toBe(before + 1);
  give(page);
  stripe.double.faults.push('away');
  await clockAt(later(now(), MINUTE));
  stripe.double.faults.length = 0;
  await clockAt(later(now(), 5 * MINUTE));
  expect(await standing(silent)).toMatchObject({ status: 'active', tier: { name: 'starter' } });
  const leftPage = await goToBuy(left, 'starter');
  await clockAt(later(now(), HOUR));
  expect(await standing(left)).toMatchObject({ status: 'none', page: { state: 'failed', sentence: expect.stringContaining('left') as string } });
  const setup = give(leftPage);
  await send('setup_intent.succeeded', setup);
  await expect.poll(() => clockAt(later(now(), MINUTE)).then(() => newestCard().customer), { timeout: 10_000 }).toBeNull();
  expect([await takenFrom(left), (await standing(left)).status]).toEqual([[], 'none']);
});

test('two pages are finished and the first one counts; a card that is declined buys nothing, is taken off, and the owner tries again', async () => {
  const payer = await openPayer();
  const [first, second] = [await goToBuy(payer, 'growth'), await goToBuy(payer, 'pro')];
  give(first, 'pm_later_declined');
  expect(await comesBack(payer)).toMatchObject({ payment: 'declined', sentence: 'Your card was declined.', status: 'none' });
  const refused = newestCard();
  give(second);
  const third = await goToBuy(payer, 'starter');
  give(third);
  await comesBack(payer);
  expect([(await takenFrom(payer)).length, (await invoices(payer)).map(({ state }) => state)]).toEqual([1, ['declined', 'paid']]);
  await clockAt(later(now(), MINUTE));
  const kept = [...account().methods.values()].slice(-2).map(({ customer }) => customer !== null);
  expect([refused.customer, kept.filter(Boolean)]).toEqual([null, [true]]);
  expect(await goToBuy(payer, 'starter')).toMatchObject({ code: 'wrong_state' });
});

test('renewals while Stripe is busy, away or loses its answers: each month is charged once', async () => {
  const payer = await openBuyer('starter');
  for (const fault of ['busy', 'away', 'lost', 'broken-after'] as const) {
    const due = new Date((await standing(payer)).periodEnd);
    const met = new Set<string>();
    stripe.double.chance = ({ headers: { 'idempotency-key': key } }) => {
      if (key === undefined || met.has(key)) return undefined;
      met.add(key);
      return fault;
    };
    await clockAt(due);
    stripe.double.chance = () => undefined;
    await clockAt(later(due, MINUTE));
    expect([met.size > 0, (await standing(payer)).periodEnd > due.toISOString()], fault).toEqual([true, true]);
  }
  expect(await takenFrom(payer)).toEqual(Array.from({ length: 5 }, () => 1_900));
  expect((await invoices(payer)).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'paid'));
});

test('declined at the renewal: the tier stays while it is tried again; another card pays what is owed at once, and the former one is taken off', async () => {
  const [late, lost] = [await openBuyer('growth'), await openBuyer('growth')];
  const cards = [...account().methods.values()].slice(-2);
  for (const card of cards) card.later = 'declines';
  const due = new Date((await standing(late)).periodEnd);
  for (const days of [0.01, 0.5, 1.1]) await clockAt(later(due, days * DAY));
  expect(await standing(late)).toMatchObject({ status: 'past_due', failure: 'Your card was declined.', tier: { name: 'growth' } });
  const back = travel(later(due, 2 * DAY).getTime() - now().getTime());
  expect(await late.api('POST', '/billing/payment', {})).toMatchObject({ payment: 'declined', status: 'past_due' });
  expect(await change(late, 'pro')).toMatchObject({ code: 'wrong_state' });
  give(await goToChangeCard(late));
  expect(await comesBack(late)).toMatchObject({ payment: 'paid', status: 'active', tier: 'growth' });
  back();
  for (const days of [3.1, 7.1, 14.1, 14.2]) await clockAt(later(due, days * DAY));
  expect(await standing(lost)).toMatchObject({ status: 'ended', tier: { name: 'free' }, card: null });
  expect(cards.map(({ customer }) => customer)).toEqual([null, null]);
  expect([await takenFrom(late), await takenFrom(lost)]).toEqual([[4_900, 4_900], [4_900]]);
});

test('a card that is taken off at Stripe is told before the renewal, and not charged', async () => {
  const payer = await openBuyer('growth');
  const card = newestCard();
  await send('payment_method.detached', card);
  card.customer = null;
  await send('payment_method.detached', card);
  await expect.poll(() => standing(payer), { timeout: 10_000 }).toMatchObject({ status: 'active', card: { gone: true } });
  await send('payment_method.detached', card);
  const due = new Date((await standing(payer)).periodEnd);
  await clockAt(due);
  expect(await standing(payer)).toMatchObject({ status: 'past_due', failure: expect.stringContaining('there no more') as string, tier: { name: 'growth' } });
  const told = await payer.ctx.read((r) => r.sql`select event from outbox where event = 'billing.card-gone'`);
  expect([told.length, await takenFrom(payer)]).toEqual([1, [4_900]]);
});

test('nobody gives themselves a tier: what an account of one’s own at Stripe says is about nothing here', async () => {
  const cheat = await openPayer();
  await connectStripe(cheat);
  const { keepingId } = await goToBuy(cheat, 'pro');
  const key = `billing-keep-${keepingId}`;
  const [row] = await cheat.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'stripe'`);
  const object = { id: 'seti_of_the_cheat', object: 'setup_intent', status: 'succeeded', metadata: { charge_key: key } };
  expect(await send('setup_intent.succeeded', object, { secret: `${SIGNING}_${cheat.workspaceId}`, to: `${server.url}/api/webhooks/stripe/${row!.id}` })).toMatchObject({ status: 200 });
  await expect.poll(() => cheat.ctx.read((r) => r.sql`select state from inbound_messages`), { timeout: 10_000 }).toEqual([{ state: 'ignored' }]);
  expect(await standing(cheat)).toMatchObject({ status: 'none', tier: { name: 'free' }, page: { state: 'open' } });
});

test('up at once for the difference, down when the period is over, a trial with the card kept, and the end takes the card off', async () => {
  const payer = await openBuyer('starter');
  const quote = await payer.api<{ due: { amount: number } }>('GET', '/billing/quote?tier=growth&interval=month');
  expect(await change(payer, 'growth')).toMatchObject({ payment: 'paid', tier: 'growth' });
  const [, difference] = await takenFrom(payer);
  expect(Math.abs(difference! - quote.due.amount)).toBeLessThanOrEqual(1);
  expect(difference).toBeLessThanOrEqual(3_002);
  expect(await change(payer, 'starter')).toMatchObject({ payment: 'none', tier: 'growth' });
  await clockAt((await standing(payer)).periodEnd);
  expect(await standing(payer)).toMatchObject({ next: null, plan: { tier: 'starter' }, tier: { name: 'starter' } });
  expect((await takenFrom(payer))[2]).toBe(1_900);

  await act('super.set-seller', { workspace: seller.slug, provider: 'stripe', trialDays: 14 });
  const trier = await openPayer();
  give(await goToBuy(trier, 'pro'));
  expect(await comesBack(trier)).toMatchObject({ payment: 'none', status: 'trialing', tier: 'pro' });
  expect(await takenFrom(trier)).toEqual([]);
  await clockAt((await standing(trier)).periodEnd);
  expect(await takenFrom(trier)).toEqual([9_900]);
  const card = newestCard();
  await trier.api('POST', '/billing/subscription/cancellation', {});
  const end = new Date((await standing(trier)).periodEnd);
  await clockAt(end);
  await clockAt(later(end, MINUTE));
  expect(await standing(trier)).toMatchObject({ status: 'ended', tier: { name: 'free' }, card: null });
  expect([await takenFrom(trier), card.customer]).toEqual([[9_900], null]);
});

test('the same way through PayPal: consent kept on its page, the first month and the next one charged, and let go of at the end', async () => {
  const other = await server.house.newWorkspace();
  await connectPayPal(other);
  expect(await act('super.set-seller', { workspace: other.slug, provider: 'paypal' })).toEqual({ sells: true, provider: 'paypal' });
  const payer = await openPayer();
  const page = await goToBuy(payer, 'growth');
  expect(page.url).toContain('/agreements/approve');
  expect(await comesBack(payer)).toMatchObject({ payment: 'none', status: 'none' });
  agree(other);
  expect(await comesBack(payer)).toMatchObject({ payment: 'paid', tier: 'growth' });
  await clockAt((await standing(payer)).periodEnd);
  const taken = [...payPal.double.book(clientOf(other)).orders.values()].flatMap(({ captures }) => captures);
  expect([taken.length, (await invoices(payer)).map(({ state }) => state)]).toEqual([2, ['paid', 'paid']]);
  await payer.api('POST', '/billing/subscription/cancellation', {});
  const end = new Date((await standing(payer)).periodEnd);
  for (const at of [end, later(end, MINUTE)]) await clockAt(at);
  expect(await standing(payer)).toMatchObject({ status: 'ended', tier: { name: 'free' }, card: null });
  expect(payPal.double.asked.filter(({ method, path }) => method === 'DELETE' && path.startsWith('/v3/vault/payment-tokens/'))).toHaveLength(1);
});
