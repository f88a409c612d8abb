import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewTiers } from '#modules/billing/index.ts';
import { deliverWebhooks } from '#connectors/test-payments/index.ts';
import { mailsTo, ownShop, signUp } from '#modules/accounts/testing.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { newId } from '#platform/ids.ts';
import type { Superadmin } from '#platform/operations/super-operation.ts';
import { registry } from '#platform/registry.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import type { TestWorkspace } from '#platform/testing/database.ts';
import { DAY, later, MINUTE, now, travel } from '#platform/time.ts';
import { startServer, type TestServer } from '#worlds/testing.ts';
import { openPayer as openPayerAt, type Payer } from './testing/payer.ts';

/** Workspaces that buy tiers from the installation, through the API as their programs would, by a clock that the test moves. */
let server: TestServer;
let seller: TestWorkspace;
const root = { userId: newId(), name: 'Root', email: 'root@example.test', requestId: 'billing-test' } as unknown as Superadmin;
const GOOD = { cardNumber: '4242 4242 4242 4242', cardExpiry: '12/99', cardCvc: '123' };
const [DECLINED, SILENT, LATE] = ['4000000000000002', '4000000000000119', '4000000000000341'].map((cardNumber) => ({ cardNumber }));

beforeAll(async () => {
  server = await startServer({ timers: 'off' });
  seller = await server.house.newWorkspace();
}, 60_000);
afterAll(() => server.stop());

const act = (name: string, input: object) => registry.superOperations().find((op) => op.name === name)!.call(root, input) as Promise<Record<string, unknown>>;
const look = <T>(name: string, input: object = {}) => registry.superViews().find((view) => view.name === name)!.call(root, input) as Promise<T>;

interface Billing {
  forSale: boolean;
  sentence: string;
  status: string;
  tier: { name: string };
  plan: { tier: string; interval: string } | null;
  next: { tier: string } | null;
  nextCharge: { at: string; amount: { amount: number } } | null;
  periodEnd: string;
  retryAt: string | null;
  lastDay: string | null;
  failure: string;
  offers: { tier: string; month: { amount: number; currency: string } | null; year: object | null }[];
  card: { last4: string } | null;
}

const openPayer = (scopes = ['billing:read', 'billing:write', 'usage:read', 'storefronts:write', 'audit:read']) => openPayerAt(server, scopes);
const standing = (payer: Payer) => payer.api<Billing>('GET', '/billing');
const buy = (payer: Payer, tier: string, payment: object = GOOD, interval = 'month') => payer.api('POST', '/billing/subscription', { tier, interval, payment });
const invoices = async (payer: Payer) => (await payer.api<{ data: { number: number; state: string; tier: string; amount: { amount: number }; periodStart: string; periodEnd: string }[] }>('GET', '/billing/invoices?limit=100')).data.toReversed();

/** What the operator's own account has taken, by the book of the provider. */
async function takenBySeller(): Promise<number> {
  const [row] = await seller.ctx.read((r) => r.sql<{ sum: number }>`select coalesce(sum((f ->> 'amount')::bigint), 0)::bigint as sum from test_provider_charges, jsonb_array_elements(facts) f where f ->> 'kind' = 'captured'`);
  return Number(row!.sum);
}

/** The same of one workspace. */
async function takenFrom(payer: TestWorkspace): Promise<number> {
  const keys = await payer.ctx.read((r) => r.sql<{ key: string }>`select key from billing_charges`);
  const [row] = await seller.ctx.read((r) => r.sql<{ sum: number }>`
    select coalesce(sum((f ->> 'amount')::bigint), 0)::bigint as sum from test_provider_charges, jsonb_array_elements(facts) f where f ->> 'kind' = 'captured' and key = any(${keys.map(({ key }) => key)})`);
  return Number(row!.sum);
}

/** The schedule runs at that instant, in two processes at once. */
async function clockAt(at: Date | string): Promise<void> {
  const back = travel(new Date(at).getTime() - now().getTime());
  try {
    await Promise.all([renewTiers.runForAll!(), renewTiers.runForAll!()]);
  } finally {
    back();
  }
}

test('an installation that sells nothing says so, and everything is as it was', async () => {
  const payer = await openPayer();
  expect(await standing(payer)).toMatchObject({ forSale: false, sentence: expect.stringContaining('not for sale here') as string, status: 'none', plan: null, offers: [], tier: { name: 'free' } });
  expect(await buy(payer, 'growth')).toMatchObject({ code: 'not_for_sale' });
  expect(await payer.api('GET', '/billing/quote?tier=growth&interval=month')).toMatchObject({ code: 'not_for_sale' });
  await clockAt(later(now(), 40 * DAY));
  expect(await standing(payer)).toMatchObject({ status: 'none', tier: { name: 'free' } });
});

test('the operator names prices and the account that takes the money; what cannot be is refused', async () => {
  await expect(act('super.set-tier-price', { tier: 'free', currency: 'AUD', month: 100, year: null })).rejects.toMatchObject({ code: 'not_found' });
  for (const [tier, month, year] of [['starter', 1_900, 19_000], ['growth', 4_900, 49_000], ['pro', 9_900, null]] as const) await act('super.set-tier-price', { tier, currency: 'AUD', month, year });
  expect((await standing(await openPayer())).forSale).toBe(false);
  await expect(act('super.set-seller', { workspace: 'nobody-here' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(act('super.set-seller', { workspace: seller.slug, provider: 'manual' })).rejects.toMatchObject({ code: 'invalid' });
  await expect(act('super.set-seller', { workspace: seller.slug, retryDays: [3, 1] })).rejects.toMatchObject({ code: 'invalid' });
  expect(await act('super.set-seller', { workspace: seller.slug })).toEqual({ sells: true, provider: 'test' });
  const shown = await standing(await openPayer());
  expect(shown).toMatchObject({ forSale: true, offers: [{ tier: 'starter' }, { tier: 'growth', month: { amount: 4_900, currency: 'AUD' } }, { tier: 'pro', year: null }] });
});

test('a tier bought counts at once, is charged to the operator’s account, and the limits follow', async () => {
  const payer = await openPayer();
  for (const name of ['One', 'Two']) await createStorefront.call(payer.ctx, { name });
  await expect(createStorefront.call(payer.ctx, { name: 'Three' })).rejects.toMatchObject({ code: 'limit_reached' });
  expect(await buy(payer, 'pro', GOOD, 'year')).toMatchObject({ code: 'not_for_sale' });
  expect(await buy(payer, 'growth', { cardNumber: '1234' })).toMatchObject({ code: 'invalid_card' });
  expect(await buy(payer, 'growth', DECLINED)).toMatchObject({ payment: 'declined', sentence: 'Your card was declined. Please use another one.', status: 'none' });
  expect(await standing(payer)).toMatchObject({ status: 'none', tier: { name: 'free' }, card: null });
  const both = await Promise.all([buy(payer, 'growth'), buy(payer, 'growth')]);
  expect(both.filter(({ payment }) => payment === 'paid')).toHaveLength(1);
  expect(await standing(payer)).toMatchObject({ status: 'active', tier: { name: 'growth' }, plan: { tier: 'growth' }, card: { last4: '4242' }, nextCharge: { amount: { amount: 4_900 } } });
  await createStorefront.call(payer.ctx, { name: 'Three' });
  expect(await takenFrom(payer)).toBe(4_900);
  expect(await invoices(payer)).toMatchObject([{ state: 'declined', number: null }, { state: 'paid', number: 1, amount: { amount: 4_900 } }]);
  expect(await buy(payer, 'starter')).toMatchObject({ code: 'wrong_state' });
  const [refused, paid] = (await payer.api<{ data: { id: string }[] }>('GET', '/billing/invoices')).data.toReversed();
  const { pdf, name } = await payer.api<{ pdf: string; name: string }>('GET', `/billing/invoices/${paid!.id}/file`);
  expect([name, Buffer.from(pdf, 'base64').subarray(0, 5).toString()]).toEqual(['plan-invoice-1.pdf', '%PDF-']);
  expect(await payer.api('GET', `/billing/invoices/${refused!.id}/file`)).toMatchObject({ httpStatus: 404 });
  expect(await (await openPayer()).api('GET', `/billing/invoices/${paid!.id}/file`)).toMatchObject({ httpStatus: 404 });
  const log = await payer.api<{ data: { operation: string; actorName: string }[] }>('GET', '/audit?limit=50');
  expect(log.data.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['billing.subscribe', 'billing.settle']));
});

test('up at once for the difference, down when the period is over, and the end takes nothing away but the tier', async () => {
  const payer = await openPayer();
  await buy(payer, 'starter');
  const { periodEnd } = await standing(payer);
  const quote = await payer.api<{ when: string; due: { amount: number } }>('GET', '/billing/quote?tier=growth&interval=month');
  expect(quote).toMatchObject({ when: 'now', price: { amount: 4_900 } });
  expect(quote.due.amount).toBeLessThanOrEqual(3_002);
  expect(await payer.api('POST', '/billing/subscription/change', { tier: 'growth', interval: 'month' })).toMatchObject({ payment: 'paid', tier: 'growth' });
  const raised = await standing(payer);
  expect(raised.tier.name).toBe('growth');
  expect(raised.periodEnd >= periodEnd).toBe(true);
  expect(await payer.api('POST', '/billing/subscription/change', { tier: 'starter', interval: 'month' })).toMatchObject({ payment: 'none', tier: 'growth' });
  expect(await standing(payer)).toMatchObject({ next: { tier: 'starter' }, nextCharge: { amount: { amount: 1_900 } }, tier: { name: 'growth' } });
  await clockAt(raised.periodEnd);
  const lower = await standing(payer);
  expect(lower).toMatchObject({ next: null, plan: { tier: 'starter' }, tier: { name: 'starter' } });
  for (let n = 0; n < 4; n++) await createStorefront.call(payer.ctx, { name: `Shop ${n}` });
  expect(await payer.api('POST', '/billing/subscription/cancellation', {})).toMatchObject({ status: 'active', tier: 'starter' });
  expect(await payer.api('POST', '/billing/subscription/cancellation', {})).toMatchObject({ code: 'conflict' });
  await clockAt(lower.periodEnd);
  expect(await standing(payer)).toMatchObject({ status: 'ended', plan: null, tier: { name: 'free' }, card: null });
  expect(await payer.ctx.read((r) => r.sql`select 1 from storefronts`)).toHaveLength(4);
  await expect(createStorefront.call(payer.ctx, { name: 'One more' })).rejects.toMatchObject({ code: 'limit_reached' });
  await clockAt(later(new Date(lower.periodEnd), 40 * DAY));
  expect((await invoices(payer)).map(({ state, tier }) => `${tier} ${state}`)).toEqual(['starter paid', 'growth paid', 'starter paid']);
});

test('a card that fails: tried again, kept for the days of grace with the tier, then free; paid in time, everything goes on', async () => {
  const [late, lost] = [await openPayer(), await openPayer()];
  for (const payer of [late, lost]) {
    await buy(payer, 'growth');
    await payer.api('PUT', '/billing/card', { payment: DECLINED });
  }
  const due = new Date((await standing(late)).periodEnd);
  await clockAt(later(due, MINUTE));
  expect(await standing(late)).toMatchObject({ status: 'past_due', failure: expect.stringContaining('declined') as string, tier: { name: 'growth' } });
  expect(await late.api('POST', '/billing/subscription/change', { tier: 'pro', interval: 'month' })).toMatchObject({ code: 'wrong_state' });
  for (const days of [0.5, 1.1, 2, 3.1, 7.1]) await clockAt(later(due, days * DAY));
  const tries = await late.ctx.read((r) => r.sql<{ state: string; token: string }>`select state, token from billing_charges order by created_at`);
  expect(tries.map(({ state }) => state)).toEqual(['paid', 'declined', 'declined', 'declined', 'declined']);
  expect(new Set(tries.map(({ token }) => token)), 'no token is kept with a charge').toEqual(new Set(['']));
  expect(await late.api('PUT', '/billing/card', { payment: GOOD })).toMatchObject({ payment: 'paid', status: 'active' });
  expect(new Date((await standing(late)).periodEnd).getTime()).toBeGreaterThan(later(due, 25 * DAY).getTime());
  await clockAt(later(due, 14.1 * DAY));
  expect(await standing(late)).toMatchObject({ status: 'active', tier: { name: 'growth' } });
  expect(await standing(lost)).toMatchObject({ status: 'ended', tier: { name: 'free' } });
  expect((await invoices(lost)).map(({ state }) => state)).toEqual(['paid', 'given_up']);
});

test('an answer that got lost, one that comes late, and a provider that is gone meanwhile: charged once, and nobody loses the tier for it', async () => {
  const [silent, slow] = [await openPayer(), await openPayer()];
  expect(await buy(silent, 'starter', SILENT)).toMatchObject({ payment: 'waiting', tier: 'free' });
  expect(await buy(silent, 'starter')).toMatchObject({ code: 'wrong_state' });
  expect(await buy(slow, 'starter', LATE)).toMatchObject({ payment: 'waiting' });
  const back = travel(MINUTE);
  await deliverWebhooks(seller.ctx);
  expect(await standing(slow), 'told by the provider').toMatchObject({ status: 'active', tier: { name: 'starter' } });
  await renewTiers.runForAll!();
  back();
  expect(await standing(silent), 'asked by us').toMatchObject({ status: 'active', tier: { name: 'starter' } });
  expect([await takenFrom(silent), await takenFrom(slow)]).toEqual([1_900, 1_900]);
  await silent.api('PUT', '/billing/card', { payment: GOOD });
  const due = new Date((await standing(silent)).periodEnd);
  await act('super.set-seller', { workspace: '' });
  await clockAt(later(due, DAY));
  expect(await standing(silent)).toMatchObject({ forSale: false, status: 'active', tier: { name: 'starter' } });
  await act('super.set-seller', { workspace: seller.slug });
  await clockAt(later(due, 2 * DAY));
  expect((await invoices(silent)).map(({ periodStart }) => periodStart)).toEqual([expect.any(String), due.toISOString()]);
});

test('the owners are written to: a receipt with its number, why a renewal failed and until when, and the end', async () => {
  const olive = await signUp('Olive');
  const { ctx } = await ownShop(olive, 'Olive’s');
  const run = (name: string, input: object) => registry.operation(name).call(ctx, input);
  await run('billing.subscribe', { tier: 'starter', interval: 'month', payment: GOOD });
  await run('billing.change-card', { payment: DECLINED });
  const { periodEnd } = (await registry.view('billing.now').call(ctx, {})) as Billing;
  await clockAt(later(new Date(periodEnd), MINUTE));
  await run('billing.cancel', {});
  const subjects = async () => (await mailsTo(olive.email)).map(({ subject }) => subject).filter((subject) => subject.endsWith(': Olive’s'));
  await expect.poll(subjects, { timeout: 10_000 }).toEqual(expect.arrayContaining(['You have Starter now', 'Your plan was changed', 'Starter could not be renewed', 'Starter has ended'].map((words) => `${words}: Olive’s`)));
  const mails = await mailsTo(olive.email);
  expect(mails.find(({ subject }) => subject.startsWith('You have'))!.text).toMatch(/Invoice: 1\n[^]*19\.00/);
  expect(mails.find(({ subject }) => subject.startsWith('Starter could not'))!.text).toContain('Your card was declined');
});

test('a trial costs nothing, is had once, and becomes a paid plan; a tier set by hand meanwhile is not taken away', async () => {
  await act('super.set-seller', { workspace: seller.slug, trialDays: 14 });
  const payer = await openPayer();
  expect(await buy(payer, 'growth')).toMatchObject({ payment: 'none', status: 'trialing', tier: 'growth' });
  expect(await payer.api('POST', '/billing/subscription/change', { tier: 'starter', interval: 'month' })).toMatchObject({ status: 'trialing', tier: 'starter' });
  const end = (await standing(payer)).periodEnd;
  await clockAt(end);
  expect(await takenFrom(payer)).toBe(1_900);
  await act('super.change-tier', { id: payer.workspaceId, tier: 'pro' });
  await payer.api('POST', '/billing/subscription/cancellation', {});
  await clockAt((await standing(payer)).periodEnd);
  expect(await standing(payer)).toMatchObject({ status: 'ended', tier: { name: 'pro' } });
  expect(await buy(payer, 'starter')).toMatchObject({ payment: 'paid', status: 'active' });
  await act('super.set-seller', { workspace: seller.slug });
});

test('over two years in a wild order: what the operator took is what the invoices say, without a gap or a day twice', async () => {
  const payer = await openPayer();
  await buy(payer, 'starter');
  const chance = random(7);
  let at = now();
  for (let step = 0; step < 45; step++) {
    at = later(at, Math.ceil(chance() * 25) * DAY);
    await clockAt(at);
    const back = travel(at.getTime() - now().getTime());
    const roll = chance();
    if (roll < 0.3) await payer.api('POST', '/billing/subscription/change', { tier: ['starter', 'growth', 'pro'][Math.floor(chance() * 3)], interval: 'month' });
    else if (roll < 0.5) await payer.api('PUT', '/billing/card', { payment: chance() < 0.5 ? GOOD : DECLINED });
    else if (roll < 0.6) await buy(payer, 'growth', chance() < 0.2 ? SILENT : GOOD);
    else if (roll < 0.65) await payer.api('POST', '/billing/subscription/cancellation', {});
    else if (roll < 0.7) await payer.api('POST', '/billing/subscription/resumption', {});
    back();
  }
  await clockAt(later(at, MINUTE));
  const paid = (await invoices(payer)).filter(({ state }) => state === 'paid');
  expect(paid.length).toBeGreaterThan(5);
  expect(paid.map(({ number }) => number)).toEqual(paid.map((_, i) => i + 1));
  expect(await takenFrom(payer)).toBe(paid.reduce((sum, { amount }) => sum + amount.amount, 0));
  const charged = await payer.ctx.read((r) => r.sql<{ n: number }>`select count(*)::int as n from billing_charges where state = 'paid' group by invoice_id having count(*) > 1`);
  expect(charged).toEqual([]);
}, 60_000);

test('one workspace sees nothing of what another pays, a reader changes nothing, and the operator sees them all', async () => {
  const reader = await openPayer(['billing:read']);
  expect(await buy(reader, 'growth')).toMatchObject({ httpStatus: 403, code: 'forbidden' });
  expect(await invoices(reader)).toEqual([]);
  expect(await standing(await openPayer(['usage:read']))).toMatchObject({ httpStatus: 403 });
  const { data } = await look<{ data: { status: string; paid: number; slug: string }[] }>('super.paying-workspaces');
  expect(data.length).toBeGreaterThan(5);
  expect(data.reduce((sum, { paid }) => sum + Number(paid), 0)).toBe(await takenBySeller());
  expect(await look('super.billing')).toMatchObject({ sells: true, settings: { sellerSlug: seller.slug, provider: 'test' } });
  expect(await platformRead('superadmin', (q) => q.sql`select distinct operation from superadmin_entries where operation like 'super.set-%' order by 1`)).toEqual([{ operation: 'super.set-seller' }, { operation: 'super.set-tier-price' }]);
});

/** The same wild order each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296);
}
