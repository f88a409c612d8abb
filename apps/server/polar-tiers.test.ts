import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailsTo, ownShop, signUp } from '#modules/accounts/testing.ts';
import { lookAtSellers, renewTiers } from '#modules/billing/index.ts';
import { connectByKey } from '#modules/integrations/index.ts';
import { forgetOffered } from '#modules/payments/index.ts';
import { makeProduct, openPolar, tokenOf } from '#connectors/polar/testing.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { registry } from '#platform/registry.ts';
import { platformTransaction } from '#platform/tenancy/platform-door.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { DAY, HOUR, later, MINUTE, now, travel } from '#platform/time.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { openPayer as openPayerAt, type Payer } from './testing/payer.ts';

/** Tiers that Polar sells by its own subscriptions: through the API as owners' programs would, with messages over HTTP, by a clock that the test moves. */
let server: TestServer;
let seller: TestWorkspace;
let moved: Payer;
let polar: Awaited<ReturnType<typeof openPolar>>;
let address: string;
const root = { userId: newId(), name: 'Root', email: 'root@example.test', requestId: 'polar-tiers-test' } as unknown as Superadmin;
const products: Record<string, string> = {};

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  polar = await openPolar();
  seller = await server.house.newWorkspace();
}, 60_000);
afterAll(async () => {
  // What is remembered of the seller for a while is not for the next file.
  await act('super.set-seller', { workspace: '' });
  await polar.close();
  await server.stop();
});

const act = (name: string, input: object) => registry.superOperations().find((op) => op.name === name)!.call(root, input) as Promise<Record<string, unknown>>;
const look = <T>(name: string, input: object = {}) => registry.superViews().find((view) => view.name === name)!.call(root, input) as Promise<T>;
const shelf = () => polar.double.book(tokenOf(seller));
const SECRET = 'polar_whs_made_by_the_double';

interface Billing {
  status: string;
  onPage: boolean;
  soldBy: string | null;
  more: number;
  ends: boolean;
  tier: { name: string };
  plan: { tier: string; price: { amount: number } } | null;
  next: { tier: string } | null;
  periodEnd: string;
  offers: { tier: string; month: { amount: number } | null; year: { amount: number } | null }[];
}

const openPayer = (scopes = ['billing:read', 'billing:write']) => openPayerAt(server, scopes);
const standing = (payer: Payer) => payer.api<Billing>('GET', '/billing');
const goToPage = (payer: Payer, tier: string, interval = 'month') => payer.api<{ url: string; code?: string }>('POST', '/billing/subscription/page', { tier, interval });
const change = (payer: Payer, tier: string, interval = 'month') => payer.api('POST', '/billing/subscription/change', { tier, interval });
const theirs = ({ workspaceId }: TestWorkspace) => shelf().subscriptions.of(workspaceId)[0]!;

function pay(url: string): void {
  polar.double.pay(tokenOf(seller), shelf().checkouts.find((checkout) => checkout.url === url)!);
}

/** A workspace that has bought there, and of which we heard because its owner came back. */
async function openBuyer(tier: string, interval = 'month'): Promise<Payer> {
  const payer = await openPayer();
  pay((await goToPage(payer, tier, interval)).url);
  await payer.api('POST', '/billing/looks', {});
  return payer;
}

async function send(type: string, data: object, { secret = SECRET, id = `msg_${randomUUID()}`, to = address } = {}): Promise<{ status: number; repeated?: boolean }> {
  const message = polar.double.event(secret, type, data, id);
  const answer = await fetch(to, { method: 'POST', body: await message.text(), headers: Object.fromEntries(message.headers) });
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** Polar's clock and ours go on; the schedules run, in two processes at once. */
async function clockAt(at: Date | string): Promise<void> {
  const back = travel(new Date(at).getTime() - now().getTime());
  try {
    shelf().subscriptions.clock();
    for (const each of [lookAtSellers, renewTiers]) await Promise.all([each.runForAll!(), each.runForAll!()]);
  } finally {
    back();
  }
}

test('before: a workspace pays us by card, as long as the operator sells like that', async () => {
  await act('super.set-tier-price', { tier: 'growth', currency: 'AUD', month: 4_900, year: null });
  await act('super.set-seller', { workspace: seller.slug, provider: 'test' });
  const payer = await openPayer();
  expect(await payer.api('POST', '/billing/subscription', { tier: 'growth', interval: 'month', payment: { cardNumber: '4242424242424242' } })).toMatchObject({ payment: 'paid' });
  expect(await goToPage(payer, 'growth')).toMatchObject({ code: 'wrong_way' });
  moved = payer;
});

test('the operator connects Polar and says which product stands for which tier; what cannot be is refused', async () => {
  await connectByKey.call(seller.ctx, { vendor: 'polar', settings: { mode: 'sandbox' }, secrets: { accessToken: tokenOf(seller) } });
  forgetOffered();
  const [row] = await seller.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'polar'`);
  address = `${server.url}/api/webhooks/polar/${row!.id}`;
  await expect(act('super.set-tier-product', { product: 'x', tier: 'pro' })).rejects.toMatchObject({ code: 'wrong_way' });
  expect(await act('super.set-seller', { workspace: seller.slug, provider: 'polar', trialDays: 0 })).toEqual({ sells: true, provider: 'polar' });
  expect((await openPayer().then(standing))).toMatchObject({ forSale: false, offers: [] });
  for (const [name, price, interval] of [['starter', 1_900, 'month'], ['growth', 4_900, 'month'], ['pro', 9_900, 'month'], ['pro', 99_000, 'year'], ['spare', 1, 'month']] as const) products[`${name} ${interval}`] = makeProduct(polar.double, seller, { name: `Plan ${name}`, price, interval });
  shelf().hooks[0]!['events'] = ['order.paid'];
  for (const [of, product] of Object.entries(products).slice(0, 4)) await act('super.set-tier-product', { product, tier: of.split(' ')[0]! });
  expect(shelf().hooks[0]!['events'], 'a connection made before hears of subscriptions now').toContain('subscription.created');
  await expect(act('super.set-tier-product', { product: products['starter month']!, tier: 'pro' })).rejects.toMatchObject({ code: 'conflict' });
  await expect(act('super.set-tier-product', { product: String(shelf().products[0]!['id']), tier: 'pro' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(act('super.set-tier-product', { product: products['spare month']!, tier: 'free' })).rejects.toMatchObject({ code: 'not_found' });
  polar.double.faults.push('away');
  await expect(act('super.set-tier-product', { product: products['spare month']!, tier: 'pro' })).rejects.toMatchObject({ code: 'not_reached' });
  const shown = await look<{ products: { name: string }[]; chosen: { tier: string }[] }>('super.outside-seller');
  expect([shown.products.length, shown.chosen.length]).toEqual([5, 4]);
  polar.double.faults.push('away');
  expect(await look('super.outside-seller')).toMatchObject({ products: [], sentence: expect.stringContaining('503') as string });
  const offers = (await standing(await openPayer())).offers;
  expect(offers).toMatchObject([{ tier: 'starter', month: { amount: 1_900 }, year: null }, { tier: 'growth' }, { tier: 'pro', year: { amount: 99_000 } }]);
});

test('who paid us by card is asked to choose there when the next period begins, and goes on without a gap', async () => {
  const due = new Date((await standing(moved)).periodEnd);
  await clockAt(later(due, MINUTE));
  expect(await standing(moved)).toMatchObject({ status: 'past_due', failure: expect.stringContaining('sold by Polar now') as string, tier: { name: 'growth' } });
  pay((await goToPage(moved, 'growth')).url);
  await moved.api('POST', '/billing/looks', {});
  expect(await standing(moved)).toMatchObject({ status: 'active', soldBy: 'Polar', tier: { name: 'growth' }, card: null });
  await clockAt(later(due, 20 * DAY));
  expect((await moved.ctx.read((r) => r.sql`select state from billing_invoices order by created_at`))).toEqual([{ state: 'paid' }, { state: 'given_up' }]);
});

test('an owner buys on Polar’s page; its message, signed, gives the tier, however often it comes, and a forged one does nothing', async () => {
  const payer = await openPayer();
  expect(await standing(payer)).toMatchObject({ onPage: true, provider: 'Polar', soldBy: null });
  expect(await payer.api('POST', '/billing/subscription', { tier: 'growth', interval: 'month', payment: { cardNumber: '4242424242424242' } })).toMatchObject({ code: 'wrong_way' });
  expect(await goToPage(payer, 'growth', 'year')).toMatchObject({ code: 'not_for_sale' });
  const { url } = await goToPage(payer, 'growth');
  pay(url);
  const bought = theirs(payer);
  expect(bought.metadata).toMatchObject({ workspace_id: payer.workspaceId });
  expect(await send('subscription.active', bought, { secret: 'polar_whs_of_a_stranger' })).toMatchObject({ status: 401 });
  expect(await standing(payer)).toMatchObject({ status: 'none', tier: { name: 'free' } });
  expect(await send('subscription.active', bought, { id: 'msg_twice' })).toMatchObject({ status: 200 });
  expect(await send('subscription.active', bought, { id: 'msg_twice' })).toMatchObject({ repeated: true });
  await expect.poll(() => standing(payer), { timeout: 10_000 }).toMatchObject({ status: 'active', soldBy: 'Polar', tier: { name: 'growth' }, plan: { price: { amount: 4_900 } }, periodEnd: bought.current_period_end });
  expect(await goToPage(payer, 'pro')).toMatchObject({ code: 'wrong_state' });
  expect(await payer.api('PUT', '/billing/card', { payment: { cardNumber: '4242424242424242' } })).toMatchObject({ code: 'wrong_way' });
  expect(await payer.api('POST', '/billing/portal', {})).toMatchObject({ url: expect.stringContaining(`/portal/${bought.customer_id}`) as string });
  await clockAt(later(now(), 95 * DAY));
  expect(await standing(payer)).toMatchObject({ status: 'active', periodEnd: bought.current_period_end });
  expect(await payer.ctx.read((r) => r.sql`select 1 from billing_charges`), 'we charge nothing of what Polar sells').toEqual([]);
});

test('up at once, down when the period is over, the end taken back and meant: both sides are the same each time', async () => {
  const payer = await openBuyer('starter');
  expect(await payer.api('GET', '/billing/quote?tier=pro&interval=month')).toMatchObject({ when: 'now', due: null, price: { amount: 9_900 } });
  expect(await change(payer, 'pro')).toMatchObject({ status: 'active', tier: 'pro' });
  expect(theirs(payer)).toMatchObject({ product_id: products['pro month'] });
  expect(await change(payer, 'starter')).toMatchObject({ tier: 'pro' });
  expect(await standing(payer)).toMatchObject({ next: { tier: 'starter' } });
  expect(await change(payer, 'pro')).toMatchObject({ tier: 'pro' });
  expect([(await standing(payer)).next, theirs(payer).pending_update]).toEqual([null, null]);
  expect(await change(payer, 'pro')).toMatchObject({ code: 'conflict' });
  await payer.api('POST', '/billing/subscription/cancellation', {});
  expect([(await standing(payer)).ends, theirs(payer).cancel_at_period_end]).toEqual([true, true]);
  expect(await payer.api('POST', '/billing/subscription/cancellation', {})).toMatchObject({ code: 'conflict' });
  await payer.api('POST', '/billing/subscription/resumption', {});
  expect([(await standing(payer)).ends, theirs(payer).cancel_at_period_end]).toEqual([false, false]);
  await payer.api('POST', '/billing/subscription/cancellation', {});
  expect(await change(payer, 'growth'), 'another plan is a wish to go on').toMatchObject({ status: 'active' });
  await clockAt(later(new Date((await standing(payer)).periodEnd), HOUR));
  expect(await standing(payer)).toMatchObject({ next: null, plan: { tier: 'growth', price: { amount: 4_900 } }, tier: { name: 'growth' } });
  await payer.api('POST', '/billing/subscription/cancellation', {});
  await clockAt(later(new Date((await standing(payer)).periodEnd), HOUR));
  expect(await standing(payer)).toMatchObject({ status: 'ended', plan: null, soldBy: null, tier: { name: 'free' } });
  polar.double.faults.push('away');
  expect(await goToPage(payer, 'starter')).toMatchObject({ code: 'not_reached' });
  pay((await goToPage(payer, 'starter')).url);
  await clockAt(later(now(), 5 * MINUTE));
  expect(await standing(payer), 'bought again, and found although no message came').toMatchObject({ status: 'active', tier: { name: 'starter' } });
});

test('a card that Polar cannot charge: the tier stays while it tries, comes back paid, and goes when it gives up', async () => {
  const [late, lost, refused] = [await openBuyer('growth'), await openBuyer('growth'), await openBuyer('starter')];
  for (const payer of [late, lost, refused]) shelf().subscriptions.badCards.add(theirs(payer).id);
  expect(await change(refused, 'pro')).toMatchObject({ code: 'payment_refused', title: expect.stringContaining('Payment failed') as string });
  expect(await standing(refused)).toMatchObject({ plan: { tier: 'starter' }, tier: { name: 'starter' } });
  const due = new Date((await standing(late)).periodEnd);
  await clockAt(later(due, HOUR));
  expect(await standing(late)).toMatchObject({ status: 'past_due', soldBy: 'Polar', tier: { name: 'growth' }, lastDay: null });
  expect(await change(late, 'pro')).toMatchObject({ code: 'wrong_state' });
  expect(await late.api('POST', '/billing/payment', {})).toMatchObject({ code: 'wrong_way' });
  shelf().subscriptions.mend(theirs(late));
  await clockAt(later(due, 11 * DAY));
  expect(await standing(late)).toMatchObject({ status: 'active', tier: { name: 'growth' } });
  expect(await standing(lost)).toMatchObject({ status: 'ended', tier: { name: 'free' } });
});

test('nobody gives themselves a tier: an account of one’s own at Polar has no say, and a reader buys nothing', async () => {
  const [cheat, reader] = [await openPayer(), await openPayer(['billing:read'])];
  await connectByKey.call(cheat.ctx, { vendor: 'polar', settings: { mode: 'sandbox' }, secrets: { accessToken: tokenOf(cheat), signingSecret: 'polar_whs_of_the_cheat' } });
  forgetOffered();
  const own = makeProduct(polar.double, cheat, { name: 'Mine', price: 1 });
  const { subscriptions, products: mine } = polar.double.book(tokenOf(cheat));
  const made = subscriptions.begin({ product: mine.find(({ id }) => id === own) as never, trialDays: 0, externalId: cheat.workspaceId, metadata: { workspace_id: cheat.workspaceId } });
  const [row] = await cheat.ctx.read((r) => r.sql<{ id: string }>`select id from integration_connections where vendor = 'polar'`);
  expect(await send('subscription.active', { ...made, product_id: products['pro month'] }, { secret: 'polar_whs_of_the_cheat', to: `${server.url}/api/webhooks/polar/${row!.id}` })).toMatchObject({ status: 200 });
  await expect.poll(() => cheat.ctx.read((r) => r.sql`select state from inbound_messages`), { timeout: 10_000 }).toEqual([{ state: 'ignored' }]);
  await cheat.api('POST', '/billing/looks', {});
  expect(await standing(cheat)).toMatchObject({ status: 'none', soldBy: null, tier: { name: 'free' } });
  expect(await goToPage(reader, 'starter')).toMatchObject({ httpStatus: 403 });
  expect(await reader.api('POST', '/billing/portal', {})).toMatchObject({ httpStatus: 403 });
});

test('bought twice by two open pages, the higher tier counts and the other is said; who leaves is no longer charged there', async () => {
  const payer = await openPayer();
  const pages = [await goToPage(payer, 'pro'), await goToPage(payer, 'starter')];
  for (const { url } of pages) pay(url);
  await payer.api('POST', '/billing/looks', {});
  expect(await standing(payer)).toMatchObject({ tier: { name: 'pro' }, more: 1 });
  shelf().subscriptions.end(shelf().subscriptions.of(payer.workspaceId)[1]!, 'canceled');
  await clockAt(later(now(), 1.1 * DAY));
  expect(await standing(payer)).toMatchObject({ tier: { name: 'pro' }, more: 0 });

  const olive = await signUp('Olive');
  const { ctx, workspaceId } = await ownShop(olive, 'Olive’s');
  const { url } = (await registry.operation('billing.open-page').call(ctx, { tier: 'growth', interval: 'month' })) as { url: string };
  pay(url);
  await registry.operation('billing.look').call(ctx, {});
  await expect.poll(async () => (await mailsTo(olive.email)).map(({ subject }) => subject), { timeout: 10_000 }).toContain('You have Growth now: Olive’s');
  expect(await look('super.paying-workspaces')).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ id: workspaceId, outside: 'polar' })]) as unknown });
  await platformTransaction('seed', (q) => q.sql`update workspaces set delete_after = now() + interval '30 days' where id = ${workspaceId}`);
  await clockAt(now());
  expect(shelf().subscriptions.of(workspaceId)).toMatchObject([{ cancel_at_period_end: true }]);
});
