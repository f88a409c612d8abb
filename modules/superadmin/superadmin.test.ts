import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditList, contextForMember, contextForToken, createRole, createToken, createWorkspace, personOf, updateWorkspaceSettings, type Session } from '#modules/accounts/index.ts';
import { codeOf, joinAs, mailsTo, ownShop, PASSWORD, signUp, withFactor, type Browser } from '#modules/accounts/testing.ts';
import { createStorefront, storefrontByKey } from '#modules/storefronts/index.ts';
import { limitOf } from '#modules/tiers/index.ts';
import { useConfig } from '#platform/config.ts';
import type { Superadmin, SuperOperation, SuperView } from '#platform/operations/super-operation.ts';
import { onAnnounced } from '#platform/events/announce.ts';
import { registry } from '#platform/registry.ts';
import type { Refusal } from '#platform/refusal.ts';
import { platformRead } from '#platform/tenancy/platform-door.ts';
import { openTestDatabase, type TestHouse } from '#platform/testing/database.ts';
import { HOUR, travel } from '#platform/time.ts';
import { forgetSessions, forgetTokens } from '#modules/accounts/index.ts';
import { forgetStorefronts } from '#modules/storefronts/index.ts';
import { useMailTransport } from '#platform/mail/transport.ts';
import { stillToProve, stopImpersonation, superadminOf } from './index.ts';

let house: TestHouse;
let root: Browser & { email: string };
let who: Superadmin;
let olive: Browser & { email: string };
let shop: Awaited<ReturnType<typeof ownShop>>;

beforeAll(async () => {
  house = await openTestDatabase();
  useMailTransport('none');
  // What the server does when it hears of a change.
  for (const topic of ['sessions.changed', 'workspaces.changed'])
    onAnnounced(topic, () => {
      forgetSessions();
      forgetTokens();
      forgetStorefronts();
    });
  root = await signUp('Root', 'root@example.com');
  await platformRead('superadmin', (q) => q.sql`update users set superadmin = true where email = 'root@example.com'`);
  forgetSessions();
  who = superadminOf(await root.session(), ours(), {})!;
  olive = await signUp('Olive');
  shop = await ownShop(olive, 'Olive’s');
});
afterAll(() => house.close());

const ours = (headers: Record<string, string> = {}) => new Request('http://localhost/admin/super', { headers });
const act = (name: string, input: object, as = who) => registry.superOperations().find((op: SuperOperation) => op.name === name)!.call(as, input) as Promise<Record<string, unknown>>;
const look = <T>(name: string, input: object = {}) => registry.superViews().find((view: SuperView) => view.name === name)!.call(who, input) as Promise<T>;
const outcomeOf = (promise: Promise<unknown>) => promise.then(() => 'done', (error: Refusal) => error.code);
const userIdOf = async (browser: Browser) => (await browser.session())!.user.id;

test('nobody becomes a superadmin by an address that is not confirmed, and the demo’s only from the own network', async () => {
  useConfig({ QUICKDASH_SUPERADMINS: 'chief@example.com, demo@quickdash.test' });
  const session = (email: string, more: object = {}) => ({ id: 's', user: { id: 'u', name: 'C', email, emailVerified: true, image: null, superadmin: false, ...more }, workspaces: [], activeWorkspaceId: null }) as unknown as Session;
  expect(superadminOf(session('chief@example.com'), ours(), {})).not.toBeNull();
  expect(superadminOf(session('chief@example.com', { emailVerified: false }), ours(), {})).toBeNull();
  expect(superadminOf(session('else@example.com'), ours(), {})).toBeNull();
  expect(superadminOf(session('demo@quickdash.test'), ours(), { address: '127.0.0.1' })).not.toBeNull();
  expect(superadminOf(session('demo@quickdash.test'), ours(), { address: '203.0.113.9' })).toBeNull();
  expect(superadminOf(session('demo@quickdash.test'), ours({ 'x-forwarded-for': '203.0.113.9' }), { address: '127.0.0.1' })).toBeNull();
  useConfig({ QUICKDASH_SUPERADMINS: '' });
});

test('the second factor is asked for again after twelve hours, and in a sign-in that never saw it; a wrong code opens nothing', async () => {
  const { browser, uri } = await withFactor('Sol');
  const lacks = async () => stillToProve((await browser.session())!);
  expect(await lacks(), 'setting it up was the proof').toBeNull();
  const back = travel(13 * HOUR);
  expect(await lacks()).toBe('code');
  expect((await browser.post('/two-factor/verify-totp', { code: '000000' })).status).toBeGreaterThanOrEqual(400);
  expect(await lacks(), 'a wrong code proves nothing').toBe('code');
  expect((await browser.post('/two-factor/verify-totp', { code: codeOf(uri) })).status).toBe(200);
  expect(await lacks()).toBeNull();
  back();
  const { id } = (await browser.session())!;
  await platformRead('superadmin', (q) => q.sql`update sessions set second_factor_at = null where id = ${id}`);
  forgetSessions();
  expect(await lacks(), 'as on a trusted browser, which was not asked').toBe('code');
});

test('on an installation the world can reach a superadmin without a second factor sets one up first; the demo does not', async () => {
  const session = (email: string) => ({ user: { email, secondFactor: false }, secondFactorAt: null }) as unknown as Session;
  expect(stillToProve(session('chief@example.com'))).toBeNull();
  useConfig({ PUBLIC_URL: 'https://shop.example.com' });
  expect(stillToProve(session('chief@example.com'))).toBe('set-up');
  expect(stillToProve(session('demo@quickdash.test'))).toBeNull();
  useConfig({ PUBLIC_URL: undefined });
});

test('none of it stands in an API, its description or the tools of AI clients', () => {
  const names = [...registry.operations(), ...registry.views(), ...registry.accountOperations()].map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('super.'))).toEqual([]);
  expect(registry.superOperations().length).toBeGreaterThan(8);
});

test('a tier given counts with the next request, and both logs say who did it', async () => {
  expect(await limitOf(shop.workspaceId, 'storefronts')).toBe(2);
  await act('super.change-tier', { id: shop.workspaceId, tier: 'growth' });
  expect(await limitOf(shop.workspaceId, 'storefronts')).toBe(20);
  expect(await outcomeOf(act('super.change-tier', { id: shop.workspaceId, tier: 'platinum' }))).toBe('invalid');
  const { data } = await auditList.call(shop.ctx, { filter: { operation: 'workspaces.change-tier' } });
  expect(data).toMatchObject([{ actorName: 'Root (superadmin)' }]);
  expect((await look<{ data: object[] }>('super.log')).data[0]).toMatchObject({ operation: 'super.change-tier', byName: 'Root', about: 'Olive’s', before: { tier: 'free' }, after: { tier: 'growth' } });
});

test('a suspended workspace: shops are closed, tokens stop, members are kept out and read why; restored, all is as before', async () => {
  const { key } = await createStorefront.call(shop.ctx, { name: 'Front' });
  const { token } = await createToken.call(shop.ctx, { name: 'Bot', scopes: ['products:read'] });
  const asBot = () => contextForToken(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }));
  expect(await asBot()).not.toBeNull();
  await act('super.suspend-workspace', { id: shop.workspaceId, reason: 'Unpaid since March' });
  expect(await storefrontByKey(key)).toMatchObject({ closed: true });
  expect(await asBot()).toBeNull();
  const session = (await olive.session())!;
  expect(() => contextForMember(session, shop.workspaceId)).toThrow('suspended');
  expect(await outcomeOf(act('super.suspend-workspace', { id: shop.workspaceId, reason: 'again' }))).toBe('conflict');
  await act('super.restore-workspace', { id: shop.workspaceId, reason: 'Paid' });
  expect(await storefrontByKey(key)).toMatchObject({ closed: false });
  expect(await asBot()).not.toBeNull();
  expect(contextForMember((await olive.session())!, shop.workspaceId).can('settings:write')).toBe(true);
});

test('a disabled person is out everywhere at once and cannot sign in until enabled', async () => {
  const dan = await signUp('Dan');
  const id = await userIdOf(dan);
  await act('super.disable-user', { id, reason: 'Stolen account' });
  expect(await dan.session()).toBeNull();
  await dan.post('/sign-in/email', { email: dan.email, password: PASSWORD });
  expect(await dan.session()).toBeNull();
  await act('super.enable-user', { id });
  await dan.post('/sign-in/email', { email: dan.email, password: PASSWORD });
  expect(await dan.session()).not.toBeNull();
  expect(await act('super.end-sessions', { id })).toMatchObject({ ended: expect.any(Number) });
  expect(await dan.session()).toBeNull();
  await act('super.send-reset', { id });
  await expect.poll(async () => (await mailsTo(dan.email))[0]?.subject).toBe('Choose a new password');
  expect(await outcomeOf(act('super.disable-user', { id: who.userId, reason: 'myself' }))).toBe('conflict');
});

test('a superadmin makes another and takes the right away, never from themself', async () => {
  const eve = await signUp('Eve');
  const id = await userIdOf(eve);
  await act('super.grant', { id });
  expect(superadminOf(await eve.session(), ours(), {})).toBeNull();
  expect((await eve.session())!.user.superadmin, 'the right is there, the demo rule of .test addresses keeps her out here').toBe(true);
  await act('super.revoke', { id });
  expect((await eve.session())!.user.superadmin).toBe(false);
  expect(await outcomeOf(act('super.revoke', { id: who.userId }))).toBe('conflict');
});

test('the log is only added to', async () => {
  for (const attack of ['update superadmin_entries set by_name = $1', 'delete from superadmin_entries where by_name <> $1'])
    await expect(platformRead('superadmin', (q) => q.query(attack, ['Nobody']))).rejects.toThrow('never changed');
});

test('limits of a tier and features are set for all who have it, or for one workspace', async () => {
  const limits = { requests: 300, members: 9, storage: null, executions: 1, connectors: 2, storefronts: 3 };
  await act('super.set-tier-limits', { tier: 'growth', limits });
  expect(await limitOf(shop.workspaceId, 'requests')).toBe(300);
  expect(await limitOf(shop.workspaceId, 'storage')).toBeNull();
  const role = (name: string) => outcomeOf(createRole.call(shop.ctx, { name, capabilities: ['orders:read'] }));
  await act('super.set-flag', { flag: 'own-roles', scope: 'tier', target: 'growth', state: 'off' });
  expect(await role('Packer')).toBe('not_in_tier');
  await act('super.set-flag', { flag: 'own-roles', scope: 'workspace', target: shop.workspaceId, state: 'on' });
  expect(await role('Packer')).toBe('done');
  await act('super.set-flag', { flag: 'own-roles', scope: 'workspace', target: shop.workspaceId, state: 'default' });
  expect(await role('Picker')).toBe('not_in_tier');
  await act('super.set-flag', { flag: 'own-roles', scope: 'tier', target: 'growth', state: 'default' });
  expect(await role('Picker')).toBe('done');
  expect(await outcomeOf(act('super.set-flag', { flag: 'flying', scope: 'tier', target: 'pro', state: 'on' }))).toBe('not_found');
});

test('workspaces and people are found by what one knows of them, and the figures add up', async () => {
  const { data } = await look<{ data: { name: string; members: number }[] }>('super.workspaces', { search: 'olive' });
  expect(data).toMatchObject([{ name: 'Olive’s', members: 1, storefronts: 1, suspended: false }]);
  expect((await look<{ data: object[] }>('super.workspaces', { search: '100%' })).data).toEqual([]);
  expect((await look<{ data: object[] }>('super.users', { search: olive.email })).data).toMatchObject([{ email: olive.email, workspaces: [{ name: 'Olive’s', role: 'owner' }] }]);
  expect(await look('super.figures')).toMatchObject({ totals: { workspaces: 1, suspended: 0 } });
  expect(await look('super.health')).toMatchObject({ files: { ok: true }, parked: 0 });
  expect(await look('super.workspace', { id: shop.workspaceId })).toMatchObject({ workspace: { name: 'Olive’s' }, members: [{ role: 'owner' }] });
});

test('through a member’s eyes: one workspace, both names on every entry, no keys, no password, no way further; gone on stop', async () => {
  const mia = await joinAs(shop.ctx, 'admin', 'Mia');
  await ownShop(mia.browser, 'Mia’s other');
  const userId = await userIdOf(mia.browser);
  await act('super.impersonate', { workspaceId: shop.workspaceId, userId, reason: 'Asked about taxes' });
  const session = (await root.session())!;
  expect(session).toMatchObject({ user: { id: userId, superadmin: false }, behind: { name: 'Root', reason: 'Asked about taxes' } });
  expect(session.workspaces.map((w) => w.name)).toEqual(['Olive’s']);
  const ctx = contextForMember(session, shop.workspaceId);
  await updateWorkspaceSettings.call(ctx, { currency: 'NZD' });
  const { data } = await auditList.call(shop.ctx, { limit: 2 });
  expect(data.map((row) => [row['operation'], row['actorName']])).toEqual([
    ['workspace.update-settings', 'Mia (superadmin Root)'],
    ['impersonation.start', 'Root (superadmin)'],
  ]);
  expect(await outcomeOf(createToken.call(ctx, { name: 'Back door', scopes: ['orders:read'] }))).toBe('forbidden');
  expect(() => personOf(session, 'test')).toThrow('Only the person themself');
  expect((await root.post('/change-password', { currentPassword: PASSWORD, newPassword: 'a wholly other one' })).status).toBe(403);
  expect(superadminOf(session, ours(), {}), 'the superadmin area is gone meanwhile').toBeNull();
  await stopImpersonation(session.id, { requestId: 'test-stop' });
  expect(await root.session()).toMatchObject({ user: { email: 'root@example.com' } });
  expect((await root.session())!.behind).toBeUndefined();
  expect((await mia.browser.session())!.user.id, 'the member’s own session stays').toBe(userId);
});

test('it ends by itself after half an hour, and nobody looks through the eyes of a superadmin or a stranger', async () => {
  const userId = await userIdOf(olive);
  await act('super.impersonate', { workspaceId: shop.workspaceId, userId, reason: 'Look at orders' });
  expect((await root.session())!.behind).toBeDefined();
  await platformRead('superadmin', (q) => q.sql`update impersonations set ends_at = now() where ended_at is null`);
  forgetSessions();
  expect((await root.session())!.behind).toBeUndefined();
  expect(await outcomeOf(act('super.impersonate', { workspaceId: shop.workspaceId, userId: who.userId, reason: 'not a member' }))).toBe('not_found');
  const { id } = await createWorkspace.call(personOf((await root.session())!, 'test'), { name: 'Root’s' });
  expect(await outcomeOf(act('super.impersonate', { workspaceId: id, userId: who.userId, reason: 'myself' }))).toBe('forbidden');
});
