import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptInvitation, inviteMember, personOf, revokeInvitation } from '#modules/accounts/index.ts';
import { invitationToken, joinAs, ownShop, signUp } from '#modules/accounts/testing.ts';
import { createStorefront } from '#modules/storefronts/index.ts';
import { createFiles, type Files } from '#platform/files/files.ts';
import { LocalStore } from '#platform/files/local-store.ts';
import type { Refusal } from '#platform/refusal.ts';
import { openContext } from '#platform/tenancy/context.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { startEngine } from '#platform/jobs/engine.ts';
import { runSchedule } from '#platform/jobs/worker.ts';
import { openTestDatabase, type TestHouse, type TestWorkspace } from '#platform/testing/database.ts';
import { DAY, travel } from '#platform/time.ts';
import { countUse, flushUsage, limitBanner, limitOf, noteRate, startCounting, takeExecution, tiersChanged, usageHistory, usageNow } from './index.ts';

let house: TestHouse;
let folder: string;
let files: Files;
beforeAll(async () => {
  house = await openTestDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'quickdash-tiers-'));
  files = createFiles({ store: new LocalStore({ folder, secret: 'secret' }) });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const outcomeOf = (promise: Promise<unknown>) => promise.then(() => 'done', (error: Refusal) => error.code);
const byTheSystem = ({ workspaceId }: TestWorkspace) => openContext({ workspaceId, actor: { kind: 'system', name: 'test' }, capabilities: 'all' });
const invite = (shop: TestWorkspace, email: string) => inviteMember.call(byTheSystem(shop), { email, role: 'viewer' });
const warningsOf = (shop: TestWorkspace) => platformRead('tiers', (q) => q.sql<{ data: { share: number; sentence: string } }>`select data from outbox where workspace_id = ${shop.workspaceId} and event = 'limit.near' order by told_at`);

async function setTier(shop: { workspaceId: string }, tier: string): Promise<void> {
  await platformRead('tiers', (q) => q.sql`update workspaces set tier = ${tier} where id = ${shop.workspaceId}`);
  tiersChanged();
}

async function setLimits(tier: string, limits: object): Promise<void> {
  await platformRead('tiers', (q) => q.sql`insert into tier_settings (tier, limits) values (${tier}, ${JSON.stringify(limits)}::jsonb)
    on conflict (tier) do update set limits = excluded.limits`);
  tiersChanged();
}

test('two people invite the last seat at once: one invitation goes out, the other hears limit, use and the next tier', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  for (let i = 0; i < 4; i++) await invite(shop, `seat${i}@example.test`);
  const outcomes = await Promise.allSettled([invite(shop, 'last@example.test'), invite(shop, 'late@example.test')]);
  expect(outcomes.map((o) => o.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((o) => o.status === 'rejected')!.reason as Refusal;
  expect(refused).toMatchObject({ code: 'limit_reached', details: { limit: 'members', allowed: 5, used: 5, next: 'starter' } });
  expect(refused.sentence).toBe('The Free tier includes 5 members, and 5 are in use. The Starter tier includes 15 members.');
});

test('an open invitation holds its seat; taken back, withdrawn or run out, it gives it free', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  const open = [];
  for (let i = 0; i < 5; i++) open.push(await invite(shop, `held${i}@example.test`));
  expect(await outcomeOf(invite(shop, 'held0@example.test')), 'the same person again takes no second seat').toBe('done');
  expect(await outcomeOf(invite(shop, 'more@example.test'))).toBe('limit_reached');
  await revokeInvitation.call(byTheSystem(shop), { id: open[1]!.id });
  expect(await outcomeOf(invite(shop, 'more@example.test'))).toBe('done');
});

test('an invitation from before a smaller tier is not taken while the workspace is over its members', async () => {
  const olive = await signUp('Olive');
  const { workspaceId, ctx } = await ownShop(olive, 'Shrinking');
  await setTier({ workspaceId }, 'pro');
  for (let i = 0; i < 5; i++) await joinAs(ctx, 'viewer', `Member${i}`);
  const late = await signUp('Late');
  const invited = await inviteMember.call(ctx, { email: late.email, role: 'viewer' });
  await setTier({ workspaceId }, 'free');
  const person = personOf((await late.session())!, 'test');
  expect(await outcomeOf(acceptInvitation.call(person, { token: invitationToken(workspaceId, invited.id) }))).toBe('limit_reached');
  await setTier({ workspaceId }, 'starter');
  expect(await outcomeOf(acceptInvitation.call(person, { token: invitationToken(workspaceId, invited.id) }))).toBe('done');
});

test('a larger tier lets the next storefront in at once, and a changed limit counts for everybody of the tier', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  await createStorefront.call(shop.ctx, { name: 'One' });
  await createStorefront.call(shop.ctx, { name: 'Two' });
  expect(await outcomeOf(createStorefront.call(shop.ctx, { name: 'Three' }))).toBe('limit_reached');
  await setTier(shop, 'starter');
  expect(await outcomeOf(createStorefront.call(shop.ctx, { name: 'Three' }))).toBe('done');
  await setLimits('starter', { storefronts: 3, requests: 7 });
  expect(await outcomeOf(createStorefront.call(shop.ctx, { name: 'Four' }))).toBe('limit_reached');
  expect(await limitOf(shop.workspaceId, 'requests')).toBe(7);
  await setLimits('starter', {});
  expect(await limitOf(shop.workspaceId, 'requests')).toBe(500);
});

test('files count until they are removed; two uploads into the last room: one is stored, the other leaves nothing behind', async () => {
  const shop = await house.newWorkspace({ tier: 'growth' });
  await setLimits('growth', { storage: 1_000 });
  const upload = (name: string, bytes: number) => files.save(shop.ctx, { name, body: Buffer.alloc(bytes, 'x') });
  const first = await upload('first.txt', 400);
  const outcomes = await Promise.all([outcomeOf(upload('a.txt', 500)), outcomeOf(upload('b.txt', 500))]);
  expect(outcomes.toSorted()).toEqual(['done', 'limit_reached']);
  const used = async () => (await usageNow.call(shop.ctx, {})).meters.find((m) => m.limit === 'storage')!.used;
  expect(await used()).toBe(900);
  await expect(upload('c.txt', 101)).rejects.toThrow('The Growth tier includes 1,000 bytes of storage, and 900 bytes are used and this needs 101 bytes. The Pro tier includes unlimited storage.');
  await files.remove(shop.ctx, first.id);
  expect(await used()).toBe(500);
  expect(await outcomeOf(upload('c.txt', 500))).toBe('done');
  await platformRead('tiers', (q) => q.sql`delete from workspaces where id = ${shop.workspaceId}`);
  await setLimits('growth', {});
});

test('four fifths and all of a limit are told once a month each', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  for (let i = 0; i < 5; i++) await invite(shop, `warn${i}@example.test`);
  await outcomeOf(invite(shop, 'warn6@example.test'));
  expect((await warningsOf(shop)).map(({ data }) => [data.share, data.sentence])).toEqual([
    [80, '4 of 5 members are in use.'],
    [100, '5 of 5 members are in use.'],
  ]);
  const { warnings } = await limitBanner.call(shop.ctx, {});
  expect(warnings).toMatchObject([{ limit: 'members', share: 100 }]);
  await setTier(shop, 'pro');
  expect((await limitBanner.call(shop.ctx, {})).warnings).toEqual([]);
});

test('a busy storefront warns once when it comes near its requests and once when it is held back', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  for (const remaining of [90, 19, 18, 0]) noteRate(shop.workspaceId, { ok: true, limit: 100, remaining, resetSeconds: 1 });
  for (let i = 0; i < 5; i++) noteRate(shop.workspaceId, { ok: false, limit: 100, remaining: 0, resetSeconds: 1 });
  await expect.poll(async () => (await warningsOf(shop)).map(({ data }) => data.share).toSorted()).toEqual([100, 80]);
});

test('requests are counted in memory, written in one go, and nothing is lost when the process stops', async () => {
  const [a, b] = await Promise.all([house.newWorkspace(), house.newWorkspace()]);
  const counting = startCounting(60_000);
  for (let i = 0; i < 1_000; i++) countUse(a.workspaceId, 'requests');
  countUse(b.workspaceId, 'requests', 3);
  countUse(b.workspaceId, 'requests-refused');
  await counting.stop();
  countUse(a.workspaceId, 'requests');
  await Promise.all([flushUsage(), flushUsage()]);
  expect((await usageNow.call(a.ctx, {})).requests).toEqual({ month: 1_001, refused: 0 });
  expect((await usageNow.call(b.ctx, {})).requests).toEqual({ month: 3, refused: 1 });
  const { days } = await usageHistory.call(a.ctx, { meter: 'requests', days: 7 });
  expect(days.map((d) => d.amount)).toEqual([0, 0, 0, 0, 0, 0, 1_001]);
});

test('a workspace deleted before its counts are written holds nobody else up', async () => {
  const [gone, stays] = await Promise.all([house.newWorkspace(), house.newWorkspace()]);
  countUse(gone.workspaceId, 'requests');
  countUse(stays.workspaceId, 'requests', 2);
  await platformRead('tiers', (q) => q.sql`delete from workspaces where id = ${gone.workspaceId}`);
  await flushUsage();
  expect((await usageNow.call(stays.ctx, {})).requests.month).toBe(2);
});

test('the month’s automation runs are given out exactly, however many ask at once', async () => {
  const shop = await house.newWorkspace({ tier: 'free' });
  const outcomes = await Promise.all(Array.from({ length: 110 }, () => outcomeOf(takeExecution(shop.ctx))));
  expect(outcomes.filter((o) => o === 'done')).toHaveLength(100);
  expect(outcomes.filter((o) => o === 'limit_reached')).toHaveLength(10);
});

test('the levels of each day are kept as history', async () => {
  const shop = await house.newWorkspace();
  const engine = await startEngine();
  await createStorefront.call(shop.ctx, { name: 'Levels' });
  await runSchedule('tiers.note-levels');
  const back = travel(DAY);
  await createStorefront.call(shop.ctx, { name: 'More' });
  await runSchedule('tiers.note-levels');
  const { days } = await usageHistory.call(shop.ctx, { meter: 'storefronts', days: 3 });
  back();
  expect(days.map((d) => d.amount)).toEqual([0, 1, 2]);
  await engine.stop();
});
